namespace MediaDesk.Search.Facets;

/// <summary>A facet value of one photo. <paramref name="Normal"/> is what is counted as one, <paramref name="Value"/> what is shown.</summary>
internal readonly record struct FacetEntry(FacetKind Kind, string Normal, string Value);
