namespace MediaDesk.Search;

/// <summary>A photographer or an agency with all of their photos on the desk, as <see cref="NameProfiles"/> counts them.</summary>
/// <param name="Name">As it is written best: of several spellings the one that has kept its accents.</param>
/// <param name="Field">The field of the search language that finds them: <c>by</c> or <c>agency</c>.</param>
/// <param name="Facets">Exact, of all their photos; <c>year</c> among them.</param>
public sealed record NameProfile(
    string Name, string Field, int Total, IReadOnlyDictionary<string, Facet> Facets, IReadOnlyList<SheetPhoto> Newest)
{
    /// <summary>The search that finds their photos.</summary>
    public SearchQuery Query => SearchQuery.All.Toggle(Field, Name);

    /// <summary>How many of them come from, or through, this name.</summary>
    public int Count(string field) => Others(field, isSelf: true).Sum(value => value.Count);

    /// <summary>The values of a facet other than this name.</summary>
    public IEnumerable<FacetValue> Others(string field, bool isSelf = false) =>
        Facets.TryGetValue(field, out var facet)
            ? facet.Values.Where(value => isSelf == (Language.TextNormaliser.Normalise(value.Value) == Language.TextNormaliser.Normalise(Name)))
            : [];
}
