using MediaDesk.Search.Facets;
using MediaDesk.Search.Query;

namespace MediaDesk.Search;

/// <summary>Where a photo was taken, as far as its fields and its coordinates tell.</summary>
/// <param name="Countries">ISO 3166-1 alpha-3; usually one.</param>
/// <param name="PlaceIds">The places of the gazetteer that it lies in, countries apart.</param>
/// <param name="Levels">What it counts for, from the country down.</param>
/// <param name="Position">Its own coordinates, else those of the town or spot that its fields name.</param>
internal sealed record PhotoPlace(
    IReadOnlyList<string> Countries, IReadOnlyList<string> PlaceIds, IReadOnlyList<FacetEntry> Levels, GeoPosition? Position)
{
    public IEnumerable<string> Marks => Countries.Select(SearchMark.Country).Concat(PlaceIds.Select(SearchMark.Place));
}
