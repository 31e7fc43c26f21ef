using System.Text.Json.Serialization;
using MediaDesk.Metadata;

namespace MediaDesk.Search;

/// <summary>A page of results as the command line and the HTTP API write it. <paramref name="Facets"/> is absent unless asked for.</summary>
public sealed record SearchAnswer(
    int Total,
    bool TotalIsExact,
    IReadOnlyList<FoundPhoto> Items,
    string? Next,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, Facet>? Facets)
{
    public static SearchAnswer Of(SearchPage page, bool facets) => new(
        page.Total,
        page.TotalIsExact,
        [.. page.Items.Select(photo => new FoundPhoto(photo.Id, photo.FileName, photo.Fields))],
        page.Next,
        facets ? page.Facets : null);
}

/// <summary>A photo in a <see cref="SearchAnswer"/>.</summary>
public sealed record FoundPhoto(long Id, [property: JsonPropertyName("filename")] string FileName, FieldValues Fields);
