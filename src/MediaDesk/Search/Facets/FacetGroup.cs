using System.Globalization;

namespace MediaDesk.Search.Facets;

/// <summary>The four groups of facet values that a photo has one of each: its credit chain, its photographers, its place, its traits.</summary>
internal enum FacetColumn
{
    Credit,
    People,
    Place,
    Traits,
}

/// <summary>
/// Values that occur together, written once and shared by all photos that have the same: a photo then costs four numbers, and
/// counting a million of them is adding up four columns. For a place the values go from the country down.
/// </summary>
internal static class FacetGroup
{
    /// <summary>As it is kept: a line for each value, its parts set apart by tabs. Neither occurs in a value.</summary>
    public static string Write(IEnumerable<FacetEntry> entries) =>
        string.Join('\n', entries.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{(int)entry.Kind}\t{Plain(entry.Normal)}\t{Plain(entry.Value)}")));

    public static FacetEntry[] Read(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .Select(parts => new FacetEntry((FacetKind)int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2])),
    ];

    private static string Plain(string text) => text.AsSpan().IndexOfAny('\t', '\n', '\r') < 0
        ? text
        : string.Join(' ', text.Split(['\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
