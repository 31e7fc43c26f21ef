using MediaDesk.Search;

namespace MediaDesk.Web.Features.Sheet;

/// <summary>Which groups of photos that look alike one editor has laid open in the folded sheet, by the photo in front.</summary>
public sealed class SheetUnfolding(MediaSearch search)
{
    /// <summary>Of a group with more the first are laid open; the others are found with <c>alike:</c>.</summary>
    private const int MostOfAGroup = 120;

    private readonly HashSet<long> opened = [];

    public bool IsOpen(long front) => opened.Contains(front);

    public void Toggle(long front)
    {
        if (!opened.Remove(front))
        {
            opened.Add(front);
        }
    }

    public void Open(IEnumerable<long> fronts) => opened.UnionWith(fronts);

    /// <summary>A page of results, each opened group behind its front.</summary>
    public async Task<SearchPage> FindAsync(SearchQuery query, SheetAddress address, int limit, bool facets, CancellationToken cancellationToken)
    {
        var page = await search.FindAsync(query, address.Order, limit, address.After, facets, address.Folding, cancellationToken);
        if (address.Folding != SheetFolding.Folded || !page.Items.Any(photo => photo.Alike > 1 && opened.Contains(photo.Id)))
        {
            return page;
        }

        var photos = new List<SheetPhoto>();
        foreach (var photo in page.Items)
        {
            photos.Add(photo);
            if (photo.Alike > 1 && opened.Contains(photo.Id) && query.And($"alike:{photo.Id}").Query is { } group)
            {
                var behind = await search.FindAsync(group, address.Order, MostOfAGroup, null, facets: false, cancellationToken);
                photos.AddRange(behind.Items.Where(other => other.Id != photo.Id).Select(other => other with { Alike = photo.Alike, Front = photo.Id }));
            }
        }

        return page with { Items = photos };
    }
}
