namespace MediaDesk.Search;

/// <summary>
/// The values of one facet among the results, most frequent first; of <c>date</c> the months in their order, of <c>place</c> the
/// countries with what lies in them. <paramref name="IsExact"/> false: only the newest of very many results were counted.
/// </summary>
public sealed record Facet(bool IsExact, IReadOnlyList<FacetValue> Values);
