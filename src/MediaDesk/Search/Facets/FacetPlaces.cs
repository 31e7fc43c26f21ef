namespace MediaDesk.Search.Facets;

/// <summary>Counts places as a tree: countries, in them regions, in them cities.</summary>
internal sealed class FacetPlaces(IReadOnlyList<FacetValueTotal> values)
{
    private readonly Branch root = new();

    /// <summary>Adds the photos of one place group, whose values go from the country down; other groups are passed over.</summary>
    public void Add(int[] group, int count)
    {
        if (group.Length == 0 || values[group[0]].Kind is not (FacetKind.Country or FacetKind.Region or FacetKind.City))
        {
            return;
        }

        var at = root;
        foreach (var value in group)
        {
            at = at.Within.TryGetValue(value, out var known) ? known : at.Within[value] = new();
            at.Count += count;
        }
    }

    public IReadOnlyList<FacetValue> Tree(int most) => Tree(root, most);

    private FacetValue[] Tree(Branch branch, int most) => FacetStock.Commonest(
        branch.Within
            .OrderByDescending(inner => inner.Value.Count)
            .Take(most)
            .Select(inner => new FacetValue(
                values[inner.Key].Value, inner.Value.Count, values[inner.Key].Field, inner.Value.Within.Count > 0 ? Tree(inner.Value, most) : null)),
        most);

    private sealed class Branch
    {
        public Dictionary<int, Branch> Within { get; } = [];

        public int Count { get; set; }
    }
}
