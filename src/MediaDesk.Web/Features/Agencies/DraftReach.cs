using MediaDesk.Agencies;
using MediaDesk.Credits;
using MediaDesk.Search;
using MediaDesk.Web.Controls;

namespace MediaDesk.Web.Features.Agencies;

/// <summary>How many photos would be found under other names by rules that are not saved yet.</summary>
/// <param name="Query">The search that shows them.</param>
/// <param name="IsExact">Whether all photos in question were looked at, not only the newest.</param>
internal sealed record DraftReach(int Photos, bool IsExact, string Query)
{
    private const int LookedAt = 2_000;
    private const int MostSpellings = 12;

    /// <summary>Null where no spelling changes that could be looked for.</summary>
    public static async Task<DraftReach?> FindAsync(AgencyDraft draft, AgencyCatalogue now, AgencyCatalogue then, MediaSearch search, CancellationToken cancellationToken)
    {
        var (before, after) = (Spellings(draft.Before), Spellings(draft.Rule));
        var changed = after.Except(before, StringComparer.OrdinalIgnoreCase).Concat(before.Except(after, StringComparer.OrdinalIgnoreCase)).Take(MostSpellings).ToList();
        if (changed.Count == 0 && draft.Before is not null && draft.IsChanged)
        {
            // Another name, kind or seller: everything of this agency.
            changed = [.. before.Take(MostSpellings)];
        }

        var words = changed.Select(spelling => spelling.Replace("\"", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal).Trim()).Where(spelling => spelling.Length > 1).ToList();
        if (words.Count == 0 || SearchQuery.Parse(string.Join(" OR ", words.Select(spelling => $"\"{spelling}\""))) is not ({ } query, null))
        {
            return null;
        }

        var page = await search.FindAsync(query, LookedAt, null, facets: false, cancellationToken);
        var photos = page.Items.Count(photo => AgencyFollowing.IsOther(photo.Fields, now, then));
        return new(photos, page.Total <= LookedAt, string.Join(" OR ", words.Select(spelling => $"\"{spelling}\"")));
    }

    private static List<string> Spellings(AgencyRule? rule) => rule is null ? [] : [rule.Name, .. rule.Aliases, .. rule.Patterns, .. rule.FullName is null ? Array.Empty<string>() : [rule.FullName]];
}
