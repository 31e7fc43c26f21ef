namespace MediaDesk.Search;

/// <summary>
/// A page of results. <paramref name="Next"/> continues after it, null on the last page; <paramref name="Previous"/> is the cursor of
/// the page before it, null on the first and empty where that is the first page. <paramref name="Index"/> tells of an index that
/// is being made, else null.
/// </summary>
public sealed record SearchPage(
    IReadOnlyList<SheetPhoto> Items, int Total, bool TotalIsExact, string? Next, string? Previous, IReadOnlyDictionary<string, Facet> Facets,
    IndexProgress? Index = null)
{
    /// <summary>How many of the counted results stand behind one that looks like them; null where facets or folding were not asked for.</summary>
    public int? Folded { get; init; }
}
