using System.Text.Json.Serialization;

namespace MediaDesk.Search;

/// <summary>
/// A value and how many of the results have it. In the facet <c>place</c> the field of the search language that asks for it, and the
/// places within it; else both null.
/// </summary>
public sealed record FacetValue(
    string Value,
    int Count,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FacetValue>? Within = null);
