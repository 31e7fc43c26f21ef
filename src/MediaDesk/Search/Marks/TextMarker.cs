using System.Text;
using MediaDesk.Language;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Places;
using MediaDesk.Search.Query;

namespace MediaDesk.Search.Marks;

/// <summary>
/// Finds in the texts of photos what a search has looked for, with letters folded as the search folds them: <c>Kilic</c> marks
/// <c>Kılıç</c>. A place that is found by another name of it is marked by the name it has. What is excluded marks nothing.
/// </summary>
internal sealed class TextMarker
{
    private static readonly string[] Texts =
    [
        .. new[]
        {
            NewsroomFields.Headline, NewsroomFields.Caption, NewsroomFields.Byline, NewsroomFields.CreditLine, NewsroomFields.Source, NewsroomFields.Sublocation,
            NewsroomFields.City, NewsroomFields.ProvinceState, NewsroomFields.Country, NewsroomFields.Keywords,
        }.Select(field => field.Id),
    ];

    private static readonly string[] Told = [NewsroomFields.Headline.Id, NewsroomFields.Caption.Id];

    private readonly List<Wanted> wanted = [];
    private readonly SearchPlaces places;
    private readonly bool looksElsewhere;

    public TextMarker(QueryNode tree, SearchPlaces places)
    {
        this.places = places;
        Gather(tree);
        looksElsewhere = wanted.Exists(one => IsOfPlaces(one.Words));
    }

    /// <summary>Whether the search has words at all.</summary>
    public bool IsIdle => wanted.Count == 0;

    /// <summary>What is found, field by field and from left to right; pieces that touch are one.</summary>
    public IReadOnlyList<FoundMark> Marks(FieldValues fields)
    {
        if (IsIdle)
        {
            return [];
        }

        IReadOnlyList<Wanted> all = looksElsewhere ? [.. wanted, .. wanted.SelectMany(one => Elsewhere(one, fields))] : wanted;
        var marks = new List<FoundMark>();
        foreach (var field in Texts)
        {
            var items = fields[field]?.Items ?? [];
            for (var item = 0; item < items.Length; item++)
            {
                foreach (var (start, end) in Pieces(all, field, items[item]))
                {
                    marks.Add(new(field, item, start, end - start));
                }
            }
        }

        return marks;
    }

    private static List<(int Start, int End)> Pieces(IReadOnlyList<Wanted> all, string field, string text)
    {
        IReadOnlyList<LocatedWord>? words = null;
        List<(int Start, int End)> pieces = [];
        foreach (var one in all)
        {
            // In most texts of a photo the words are not: none of those is taken apart.
            if (one.Fields.Contains(field) && one.MayBeIn(text))
            {
                pieces.AddRange(one.In(words ??= TextNormaliser.Located(text)));
            }
        }

        return pieces.Count == 0 ? pieces : Joined(pieces, text);
    }

    private void Gather(QueryNode node)
    {
        switch (node)
        {
            case QueryNode.AllOf all:
                all.Parts.ToList().ForEach(Gather);
                break;
            case QueryNode.AnyOf any:
                any.Parts.ToList().ForEach(Gather);
                break;
            case QueryNode.Words words when Fields(words.Field) is { Length: > 0 } fields:
                wanted.Add(new(fields, words.Normal.Split(' '), words.IsPrefix, words));
                break;
        }
    }

    private static string[] Fields(QueryField? field) => field switch
    {
        null => Texts,
        QueryField.By => [NewsroomFields.Byline.Id],
        QueryField.Credit or QueryField.Agency or QueryField.Origin or QueryField.Distributor => [NewsroomFields.CreditLine.Id],
        QueryField.Source => [NewsroomFields.Source.Id],
        QueryField.Caption => [NewsroomFields.Caption.Id],
        QueryField.Headline => [NewsroomFields.Headline.Id],
        QueryField.Keyword => [NewsroomFields.Keywords.Id],
        QueryField.In => [NewsroomFields.Sublocation.Id, NewsroomFields.City.Id, NewsroomFields.ProvinceState.Id, NewsroomFields.Country.Id, .. Told],
        QueryField.City => [NewsroomFields.City.Id, .. Told],
        QueryField.Region => [NewsroomFields.ProvinceState.Id, .. Told],
        QueryField.Country => [NewsroomFields.Country.Id, .. Told],
        _ => [],
    };

    private static bool IsOfPlaces(QueryNode.Words words) =>
        !words.IsPrefix && words.Field is (QueryField.In or QueryField.City or QueryField.Region or QueryField.Country);

    /// <summary>The names that a photo has for a place which is looked for by another one.</summary>
    private IEnumerable<Wanted> Elsewhere(Wanted one, FieldValues fields)
    {
        if (!IsOfPlaces(one.Words))
        {
            yield break;
        }

        var isCountry = Countries.TryCode(one.Words.Text, out var code);
        var ids = places.Named(one.Words.Text);
        foreach (var field in one.Fields.Except(Told))
        {
            if (fields.Text(field) is { } name && TextNormaliser.Normalise(name) is { Length: > 0 } normal && normal != one.Words.Normal
                && ((isCountry && Countries.TryCode(name, out var other) && other == code) || (ids.Count > 0 && places.Named(name).Intersect(ids).Any())))
            {
                yield return new([field, .. Told], normal.Split(' '), false, one.Words);
            }
        }
    }

    private static List<(int Start, int End)> Joined(IEnumerable<(int Start, int End)> pieces, string text)
    {
        var joined = new List<(int Start, int End)>();
        foreach (var piece in pieces.OrderBy(piece => piece.Start).ThenBy(piece => piece.End))
        {
            if (joined.Count > 0 && (piece.Start <= joined[^1].End || string.IsNullOrWhiteSpace(text[joined[^1].End..piece.Start])))
            {
                joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, piece.End));
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    /// <summary>Words one after another, and the fields in which they count.</summary>
    private sealed record Wanted(string[] Fields, string[] Row, bool IsPrefix, QueryNode.Words Words)
    {
        public IEnumerable<(int Start, int End)> In(IReadOnlyList<LocatedWord> words)
        {
            for (var start = 0; start + Row.Length <= words.Count; start++)
            {
                var length = 0;
                while (length < Row.Length && Fits(words[start + length].Word, length))
                {
                    length++;
                }

                if (length == Row.Length)
                {
                    yield return (words[start].Start, words[start + length - 1].End);
                }
            }
        }

        /// <summary>False where a look at the letters tells that it is not in a text: one that has no accents to take off.</summary>
        public bool MayBeIn(string text) => !Ascii.IsValid(text) || text.Contains(Row[0], StringComparison.OrdinalIgnoreCase);

        private bool Fits(string word, int at) =>
            IsPrefix && at == Row.Length - 1 ? word.StartsWith(Row[at], StringComparison.Ordinal) : word == Row[at];
    }
}
