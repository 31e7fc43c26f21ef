using MediaDesk.Language;
using MediaDesk.Places;
using MediaDesk.Search.Facets;
using MediaDesk.Search.Query;

namespace MediaDesk.Search.Completion;

/// <summary>Completes fields and their values while a query is typed, with how many photos have them.</summary>
public sealed class SearchCompletion(MediaSearch search, Gazetteer gazetteer)
{
    private static readonly QueryField[] WithDates = [QueryField.Date, QueryField.Added];

    private static readonly string[] Dates = ["today", "yesterday", "this week", "last week", "last 7 days", "this month", "last month", "this year", "last year"];

    private static readonly FacetKind[] Anywhere = [FacetKind.Agency, FacetKind.By, FacetKind.Country, FacetKind.Region, FacetKind.City];

    /// <summary>At most <paramref name="limit"/> suggestions for the piece of <paramref name="text"/> that ends at <paramref name="caret"/>; the likeliest first.</summary>
    public async Task<IReadOnlyList<SearchSuggestion>> SuggestAsync(string text, int caret, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var piece = Piece.At(text, Math.Clamp(caret, 0, Math.Min(text.Length, SearchQuery.LongestText)));
        if (piece.Field is null)
        {
            var typed = TextNormaliser.Normalise(piece.Typed);
            var fields = QueryFields.Names.Where(name => piece.Typed.Length > 0 && name.StartsWith(piece.Typed, StringComparison.OrdinalIgnoreCase))
                .Select(name => piece.Suggest($"{name}:", $"{name}:", null));
            var values = typed.Length < 2 ? [] : await ValuesAsync(Anywhere, typed, limit, cancellationToken);
            return [.. fields.Concat(values.Select(value => piece.Suggest(Condition(value.Field, value.Value), $"{value.Field}:{value.Value}", value.Photos))).Take(limit)];
        }

        return QueryFields.TryParse(piece.Field, out QueryField field) ? await OfFieldAsync(field, piece, limit, cancellationToken) : [];
    }

    private async Task<IReadOnlyList<SearchSuggestion>> OfFieldAsync(QueryField field, Piece piece, int limit, CancellationToken cancellationToken)
    {
        var typed = TextNormaliser.Normalise(piece.Typed);
        SearchSuggestion Suggest(string value, int? count) => piece.Suggest(Condition(field.Name(), value), value, count);
        if (WithDates.Contains(field))
        {
            return [.. Dates.Where(date => date.StartsWith(piece.Typed, StringComparison.OrdinalIgnoreCase)).Take(limit).Select(date => Suggest(date, null))];
        }

        if (field == QueryField.Has)
        {
            return [.. QueryFields.Facts.Where(fact => fact.StartsWith(piece.Typed, StringComparison.OrdinalIgnoreCase)).Take(limit).Select(fact => Suggest(fact, null))];
        }

        if (field == QueryField.Near)
        {
            return piece.Typed.Length < 2 ? [] : [.. gazetteer.Complete(piece.Typed, limit).Select(place => piece.Suggest($"near:\"{place.Place.Name}\"~25km", PlaceLabel(place.Place), null)).DistinctBy(suggestion => suggestion.Text)];
        }

        if (field == QueryField.Keyword)
        {
            return [.. (await KeywordValues.FindAsync(search, typed, limit, cancellationToken)).Select(keyword => Suggest(keyword.Value, keyword.Photos))];
        }

        var kinds = Kinds(field);
        var values = await ValuesAsync(kinds, typed, limit, cancellationToken);
        // What agencies are called stands in credits and sources, but in how many of these is not counted.
        var found = values.Select(value => Suggest(value.Value, field is QueryField.Credit or QueryField.Source ? null : value.Photos)).DistinctBy(suggestion => suggestion.Text).ToList();
        if (found.Count < limit && field is QueryField.In or QueryField.City or QueryField.Region && typed.Length >= 2)
        {
            // Other spellings of places of which there are photos, and places of which there are none yet.
            var places = new List<SearchSuggestion>();
            foreach (var (place, _) in gazetteer.Complete(piece.Typed, limit))
            {
                var normal = TextNormaliser.Normalise(place.Name);
                var photos = (await ValuesAsync(kinds, normal, limit, cancellationToken)).FirstOrDefault(value => TextNormaliser.Normalise(value.Value) == normal)?.Photos;
                places.Add(piece.Suggest(Condition(field.Name(), place.Name), PlaceLabel(place), photos));
            }

            found.AddRange(places.Where(place => found.TrueForAll(known => known.Text != place.Text)).DistinctBy(place => place.Text).OrderByDescending(place => place.Count ?? 0));
        }

        // Words of the language that no photo has now: a saved search may be for those that will.
        found.AddRange(Words(field).Where(word => word.StartsWith(piece.Typed, StringComparison.OrdinalIgnoreCase)).Select(word => Suggest(word, null))
            .Where(word => found.TrueForAll(known => known.Text != word.Text)));
        return [.. found.Take(limit)];
    }

    private static IReadOnlyList<string> Words(QueryField field) => field switch
    {
        QueryField.Missing => QueryFields.Facts,
        QueryField.Status or QueryField.Is or QueryField.Format or QueryField.Orientation => QueryTrait.Of(field),
        _ => [],
    };

    private Task<IReadOnlyList<FacetValueTotal>> ValuesAsync(FacetKind[] kinds, string typed, int limit, CancellationToken cancellationToken) =>
        kinds.Length == 0 ? Task.FromResult<IReadOnlyList<FacetValueTotal>>([]) : search.ValuesAsync(kinds, typed, limit, cancellationToken);

    private static FacetKind[] Kinds(QueryField field) => field switch
    {
        QueryField.In => [FacetKind.Country, FacetKind.Region, FacetKind.City],
        QueryField.Agency or QueryField.Credit or QueryField.Source => [FacetKind.Agency],
        _ => Enum.TryParse<FacetKind>(field.ToString(), out var kind) ? [kind] : [],
    };

    private static string PlaceLabel(Place place) =>
        string.Join(", ", new[] { place.Name, place.Region == place.Name ? null : place.Region, place.Country == place.Name ? null : place.Country }.OfType<string>());

    private static string Condition(string field, string value) => SearchQuery.All.Toggle(field, value).Text;

    /// <summary>The piece of a query at the caret: with a field its value so far, else a word.</summary>
    private readonly record struct Piece(string? Field, string Typed, int Position, int Length)
    {
        public static Piece At(string text, int caret)
        {
            var start = caret;
            var isQuoted = text.AsSpan(0, caret).Count('"') % 2 == 1;
            while (start > 0 && (isQuoted || !(char.IsWhiteSpace(text[start - 1]) || text[start - 1] is '(' or ')')))
            {
                start--;
                isQuoted &= text[start] != '"';
            }

            // A minus stays where it is.
            start += start < caret && text[start] == '-' ? 1 : 0;
            var piece = text[start..caret];
            var colon = piece.IndexOf(':', StringComparison.Ordinal);
            return colon <= 0
                ? new(null, piece.Trim('"'), start, caret - start)
                : new(piece[..colon], piece[(colon + 1)..].Trim('"'), start, caret - start);
        }

        public SearchSuggestion Suggest(string text, string label, int? count) => new(text, label, count, Position, Length);
    }
}
