namespace MediaDesk.Search.Facets;

/// <summary>A facet value and how many photos on the desk have it.</summary>
internal sealed class FacetValueTotal(FacetKind kind, string normal, string value)
{
    public FacetKind Kind => kind;

    /// <summary>The field of the search language that asks for it.</summary>
    public string Field { get; } = kind.ToString().ToLowerInvariant();

    public string Normal => normal;

    public string Value { get; set; } = value;

    public int Photos { get; set; }
}
