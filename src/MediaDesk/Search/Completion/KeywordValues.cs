using MediaDesk.Language;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Search.Query;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Search.Completion;

/// <summary>
/// Keywords that have a word beginning with what was typed, with how many photos have them. Keywords are too many and too various to be
/// kept apart by themselves: those of the newest photos that have such a word are offered, and counted by the index.
/// </summary>
internal static class KeywordValues
{
    private const int Among = 200;

    /// <param name="typed">Normalised; empty for the keywords of the newest photos.</param>
    public static Task<IReadOnlyList<(string Value, int Photos)>> FindAsync(MediaSearch search, string typed, int limit, CancellationToken cancellationToken)
    {
        var query = typed.Length == 0 ? SearchQuery.Parse("has:keywords").Query! : SearchQuery.Parse($"keyword:\"{typed}\"*").Query!;
        return search.AskAsync<IReadOnlyList<(string Value, int Photos)>>(
            query,
            async found =>
            {
                var keys = found.Keys(Among);
                var fields = await found.Rows.Media.AsNoTracking().Where(item => EF.Parameter(keys).Contains(item.SheetKey)).Select(item => item.Fields).ToListAsync(cancellationToken);
                return
                [
                    .. fields.SelectMany(some => some[NewsroomFields.Keywords.Id]?.Items ?? [])
                        .Select(keyword => (Normal: TextNormaliser.Normalise(keyword), Value: keyword.Trim()))
                        .Where(keyword => keyword.Normal.Length > 0 && $" {keyword.Normal}".Contains($" {typed}", StringComparison.Ordinal))
                        .GroupBy(keyword => keyword.Normal, keyword => keyword.Value, StringComparer.Ordinal)
                        .OrderByDescending(keyword => keyword.Count()).ThenBy(keyword => keyword.Key, StringComparer.Ordinal)
                        .Take(limit)
                        // The spelling that most photos have.
                        .Select(keyword => keyword.GroupBy(value => value, StringComparer.Ordinal).MaxBy(spelling => spelling.Count())!.Key)
                        .Select(value => (value, found.Count(new QueryNode.Words(QueryField.Keyword, value, false), MediaSearch.CountedUpTo)))
                        .OrderByDescending(keyword => keyword.Item2),
                ];
            },
            cancellationToken);
    }
}
