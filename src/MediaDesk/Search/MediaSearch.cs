using MediaDesk.Metadata;
using MediaDesk.Model;

namespace MediaDesk.Search;

/// <summary>Finds photos.</summary>
public sealed class MediaSearch
{
    /// <summary>A page of photos on the desk (not those in the bin), newest first. <paramref name="after"/> is a cursor from an earlier page.</summary>
    /// <exception cref="FormatException"><paramref name="after"/> is no cursor.</exception>
    public Task<SearchPage> FindAsync(SearchQuery query, int limit, string? after, bool facets, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}

/// <summary>A page of results. <paramref name="Next"/> continues after it, null on the last page; <paramref name="Previous"/> is the cursor of the page before it, null on the first and empty where that is the first page.</summary>
public sealed record SearchPage(
    IReadOnlyList<SheetPhoto> Items, int Total, bool TotalIsExact, string? Next, string? Previous, IReadOnlyDictionary<string, Facet> Facets);

/// <summary>A photo as the contact sheet shows it.</summary>
public sealed record SheetPhoto(
    long Id, string FileName, FieldValues Fields, string Sha256, PictureState Picture, int Width, int Height, bool IsEdited,
    IReadOnlyList<string> Agencies);

/// <summary>The commonest values of one facet ("agency", "by", "country") among the results, most frequent first.</summary>
public sealed record Facet(bool IsExact, IReadOnlyList<FacetValue> Values);

public sealed record FacetValue(string Value, int Count);
