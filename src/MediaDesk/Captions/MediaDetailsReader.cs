using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Captions;

/// <summary>Reads one photo with everything known about it.</summary>
public sealed class MediaDetailsReader(IDbContextFactory<DeskDbContext> contexts)
{
    /// <summary>Null when there is no such photo. Photos in the bin are found.</summary>
    public async Task<MediaDetails?> FindAsync(long mediaId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Media.AsNoTracking().SingleOrDefaultAsync(item => item.Id == mediaId, cancellationToken) is not { } item)
        {
            return null;
        }

        var originals = await db.Originals.AsNoTracking()
            .Where(original => original.MediaItemId == mediaId)
            .OrderByDescending(original => original.Id)
            .ToListAsync(cancellationToken);
        return originals.Find(original => original.Id == item.CurrentOriginalId) is { } current ? Details(item, current, originals) : null;
    }

    private static MediaDetails Details(MediaItem item, Original current, List<Original> originals) => new()
    {
        Id = item.Id,
        FileName = item.FileName,
        Revision = item.Revision,
        Fields = item.Fields,
        Edited = item.Overlay.Values.Keys.ToHashSet(StringComparer.Ordinal),
        Reading = current.Reading,
        Format = current.Format,
        ByteSize = current.ByteSize,
        Width = item.Width,
        Height = item.Height,
        Picture = item.Picture,
        Sha256 = current.Sha256,
        AddedUtc = item.AddedUtc,
        RemovedUtc = item.RemovedUtc,
        Deliveries =
        [
            .. originals.Select((original, index) => new Delivery(
                original.Id, original.Sha256, original.FileName, original.DeliveredBy, original.ReceivedUtc,
                index + 1 < originals.Count ? Differences(originals[index + 1].Reading.Fields, original.Reading.Fields) : [])),
        ],
    };

    private static List<FieldDifference> Differences(FieldValues before, FieldValues after) =>
    [
        .. before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Where(property => !Equals(before[property], after[property]))
            .Select(property => new FieldDifference(property, before[property], after[property])),
    ];
}
