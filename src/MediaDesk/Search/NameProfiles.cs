using MediaDesk.Credits;
using MediaDesk.Language;

namespace MediaDesk.Search;

/// <summary>Brings together what the desk has of one photographer or agency, whatever spelling is asked for.</summary>
public sealed class NameProfiles(MediaSearch search, CurrentAgencies agencies)
{
    private const int NewestShown = 12;

    /// <summary>Null where the name has no letter and no digit.</summary>
    public Task<NameProfile?> PhotographerAsync(string name, CancellationToken cancellationToken) => ReadAsync("by", name, cancellationToken);

    /// <inheritdoc cref="PhotographerAsync"/>
    public Task<NameProfile?> AgencyAsync(string name, CancellationToken cancellationToken) =>
        ReadAsync("agency", agencies.Catalogue.Find(name)?.Name ?? name, cancellationToken);

    private async Task<NameProfile?> ReadAsync(string field, string name, CancellationToken cancellationToken)
    {
        var normal = TextNormaliser.Normalise(name);
        if (normal.Length == 0 || !SearchQuery.CanAsk(field, name))
        {
            return null;
        }

        var query = SearchQuery.All.Toggle(field, name);
        var facets = await search.CountAsync(query, cancellationToken);
        var page = await search.FindAsync(query, SheetOrder.Newest, NewestShown, null, facets: false, SheetFolding.Folded, cancellationToken);
        var best = facets.GetValueOrDefault(field)?.Values.FirstOrDefault(value => TextNormaliser.Normalise(value.Value) == normal)?.Value;
        // Every photo is in one status.
        return new(best ?? name.Trim(), field, facets["status"].Values.Sum(value => value.Count), facets, page.Items);
    }
}
