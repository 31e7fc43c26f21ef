using System.Text.Json.Serialization;
using MediaDesk.Metadata;
using MediaDesk.Search.Marks;

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
        [.. page.Items.Select(photo => new FoundPhoto(photo.Id, photo.FileName, photo.Fields, photo.Marks.Count == 0 ? null : photo.Marks))],
        page.Next,
        facets ? page.Facets : null);
}

/// <summary>A photo in a <see cref="SearchAnswer"/>. <paramref name="Marks"/> is absent where no words were found in its texts.</summary>
public sealed record FoundPhoto(
    long Id, [property: JsonPropertyName("filename")] string FileName, FieldValues Fields,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FoundMark>? Marks = null);
