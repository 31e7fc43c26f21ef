using MediaDesk.Language;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Search.Query;

namespace MediaDesk.Search.Alike;

/// <summary>The words of a caption that tell it from others: those that stand in few. Names of the credit and numbers are none of them.</summary>
internal static class CaptionWords
{
    /// <summary>More make no better picture of what a caption is about.</summary>
    private const int Most = 8;

    private const int ShortestWord = 3;

    /// <summary>Of a small desk nothing is common that stands in so few photos.</summary>
    private const int FewPhotos = 10;

    private static readonly NewsroomField[] Read = [NewsroomFields.Headline, NewsroomFields.Caption, NewsroomFields.Keywords];

    private static readonly NewsroomField[] Credits =
        [NewsroomFields.Byline, NewsroomFields.BylineTitle, NewsroomFields.CreditLine, NewsroomFields.Source, NewsroomFields.CopyrightNotice];

    /// <summary>The telling words, the rarest first.</summary>
    /// <param name="photos">Photos on the desk.</param>
    /// <param name="count">In how many of them a word stands.</param>
    public static IReadOnlyList<string> Telling(FieldValues fields, int photos, Func<string, int> count)
    {
        var credit = Words(fields, Credits).ToHashSet(StringComparer.Ordinal);
        var common = Math.Max(FewPhotos, photos / 5);
        return
        [
            .. Words(fields, Read).Distinct(StringComparer.Ordinal)
                .Where(word => (word.Length >= ShortestWord || word[0] > 'z') && !word.All(char.IsAsciiDigit) && !credit.Contains(word))
                .Select(word => (Word: word, Photos: count(word)))
                // A word of this caption alone finds nothing.
                .Where(word => word.Photos >= 2 && word.Photos <= common)
                .OrderBy(word => word.Photos).ThenBy(word => word.Word, StringComparer.Ordinal)
                .Take(Most)
                .Select(word => word.Word),
        ];
    }

    /// <summary>Captions with three of many such words, or two of few; null when there are none.</summary>
    public static QueryNode? AtLeastSome(IReadOnlyList<string> telling) => telling.Count switch
    {
        0 => null,
        1 or 2 => AtLeast(telling.Count, [.. telling]),
        <= 5 => AtLeast(2, [.. telling]),
        _ => AtLeast(3, [.. telling]),
    };

    private static QueryNode AtLeast(int least, string[] words)
    {
        QueryNode[] all = [.. words.Select(word => new QueryNode.Words(null, word, false))];
        return all.Length == 1 ? all[0]
            : least == 1 ? new QueryNode.AnyOf([.. all])
            : least == all.Length ? new QueryNode.AllOf([.. all])
            : new QueryNode.AnyOf([new QueryNode.AllOf([all[0], AtLeast(least - 1, words[1..])]), AtLeast(least, words[1..])]);
    }

    private static IEnumerable<string> Words(FieldValues fields, NewsroomField[] some) =>
        some.SelectMany(field => fields[field.Id]?.Items ?? []).SelectMany(TextNormaliser.Words);
}
