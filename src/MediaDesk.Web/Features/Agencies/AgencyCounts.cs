using MediaDesk.Credits;
using MediaDesk.Search;
using MediaDesk.Web.Controls;

namespace MediaDesk.Web.Features.Agencies;

/// <summary>How many photos each agency has.</summary>
public sealed class AgencyCounts(MediaSearch search)
{
    private const string Facet = "agency";

    private readonly Dictionary<string, string> shown = new(StringComparer.OrdinalIgnoreCase);
    private bool isWhole;

    /// <summary>Reads the counts of the commonest agencies.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var page = await search.FindAsync(SearchQuery.All, 1, null, facets: true, cancellationToken);
        shown.Clear();
        var facet = page.Facets[Facet];
        foreach (var value in facet.Values)
        {
            shown[value.Value] = Counts.Number(value.Count) + (facet.IsExact ? "" : "+");
        }

        // Where the commonest do not fill the list of a facet they are all.
        isWhole = facet.IsExact && facet.Values.Count < 30;
    }

    /// <summary>Counts the others one by one.</summary>
    public async Task CountAsync(IEnumerable<AgencyRule> rules, CancellationToken cancellationToken)
    {
        foreach (var rule in rules.Where(rule => !isWhole && rule.Kind <= AgencyKind.Archive && !shown.ContainsKey(rule.Name)).ToList())
        {
            var page = SearchQuery.Parse(Query(rule)).Query is { } query ? await search.FindAsync(query, 1, null, facets: false, cancellationToken) : null;
            shown[rule.Name] = page is null ? "" : Counts.Number(page.Total) + (page.TotalIsExact ? "" : "+");
        }
    }

    /// <summary>The number as it is shown; null where it is not known yet or where a kind has no photos of its own.</summary>
    public string? Of(AgencyRule rule) =>
        rule.Kind > AgencyKind.PublicBody ? null : shown.GetValueOrDefault(rule.Name) ?? (isWhole ? "0" : null);

    /// <summary>For the order of the table.</summary>
    public int Rank(AgencyRule rule) =>
        int.TryParse(shown.GetValueOrDefault(rule.Name)?.Replace(",", "", StringComparison.Ordinal).TrimEnd('+'), out var count) ? count : 0;

    public static string Query(AgencyRule rule) => $"agency:\"{rule.Name.Replace("\"", "", StringComparison.Ordinal)}\"";
}
