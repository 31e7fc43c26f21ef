using MediaDesk.Search;

namespace MediaDesk.Web.Features.Sheet;

/// <summary>The photos beside one in the results of a search, over the border of the page if need be.</summary>
public sealed class SheetNeighbours(MediaSearch search)
{
    /// <summary>
    /// Where the photo before and the one after are, as the photo of their address; null where there is none, and for a photo that is
    /// not on the page.
    /// </summary>
    public async Task<(SheetAddress? Before, SheetAddress? After)> OfAsync(SheetAddress address, long mediaId, CancellationToken cancellationToken)
    {
        if (SearchQuery.Parse(address.Query).Query is not { } query)
        {
            return (null, null);
        }

        // A sheet to which photos have been added meanwhile is longer than a page.
        foreach (var limit in (int[])[SheetAddress.PageSize, SheetAddress.PageSize * 4])
        {
            var page = await PageAsync(query, address, limit, cancellationToken);
            if (page?.Items.ToList().FindIndex(photo => photo.Id == mediaId) is { } at and >= 0)
            {
                return (
                    at > 0 ? address with { Photo = page.Items[at - 1].Id } : await BeyondAsync(query, page.Previous is { } back ? address.PreviousPage(back) : null, ^1, cancellationToken),
                    at + 1 < page.Items.Count ? address with { Photo = page.Items[at + 1].Id } : await BeyondAsync(query, page.Next is { } on ? address.NextPage(on) : null, 0, cancellationToken));
            }
        }

        return (null, null);
    }

    private async Task<SheetAddress?> BeyondAsync(SearchQuery query, SheetAddress? there, Index which, CancellationToken cancellationToken) =>
        there is not null && await PageAsync(query, there, SheetAddress.PageSize, cancellationToken) is { Items.Count: > 0 } page ? there with { Photo = page.Items[which].Id } : null;

    /// <summary>Null for an address that was cut off or made up.</summary>
    private async Task<SearchPage?> PageAsync(SearchQuery query, SheetAddress address, int limit, CancellationToken cancellationToken)
    {
        try
        {
            return await search.FindAsync(query, limit, address.After, facets: false, cancellationToken);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
