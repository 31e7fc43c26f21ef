using MediaDesk.Cleaning;
using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Captions;

/// <summary>Reads one photo with everything known about it.</summary>
public sealed class MediaDetailsReader(IDbContextFactory<DeskDbContext> contexts)
{
    private static readonly string[] PanelOrder = [.. NewsroomFields.Panel.Select(field => field.Id)];

    /// <summary>Null when there is no such photo. Photos in the bin are found.</summary>
    public async Task<MediaDetails?> FindAsync(long mediaId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Media.AsNoTracking().Include(item => item.Proposals.Where(row => !row.IsDismissed)).SingleOrDefaultAsync(item => item.Id == mediaId, cancellationToken) is not { } item)
        {
            return null;
        }

        var originals = await db.Originals.AsNoTracking()
            .Where(original => original.MediaItemId == mediaId)
            .OrderByDescending(original => original.Id)
            .ToListAsync(cancellationToken);
        var current = originals.Find(original => original.Id == item.CurrentOriginalId);
        return current is not null || item.Picture == PictureState.Absent
            ? Details(item, current, originals) with { Understood = await UnderstoodAsync(db, item, cancellationToken) }
            : null;
    }

    /// <summary>Where the newest edit of a field tells by which rule its value was understood.</summary>
    private static async Task<Dictionary<string, Understanding>> UnderstoodAsync(DeskDbContext db, MediaItem item, CancellationToken cancellationToken)
    {
        if (item.Overlay.Values.Count == 0)
        {
            return [];
        }

        var edits = await db.CaptionEdits.AsNoTracking().Where(edit => edit.MediaItemId == item.Id && edit.UnderstoodFrom != null).OrderBy(edit => edit.Id).ToListAsync(cancellationToken);
        // An editor's later word, or that of another on top of an undo, is another value; the same value again stays understood.
        return edits.Where(edit => item.Overlay.Values.TryGetValue(edit.Property, out var now) && Equals(now, edit.After))
            .GroupBy(edit => edit.Property, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Understood!, StringComparer.Ordinal);
    }

    private static MediaDetails Details(MediaItem item, Original? current, List<Original> originals) => new()
    {
        Id = item.Id,
        FileName = item.FileName,
        Revision = item.Revision,
        Fields = item.Fields,
        Languages = item.Overlay.LanguagesOver(current?.Reading ?? new()),
        Edited = item.Overlay.Values.Keys.ToHashSet(StringComparer.Ordinal),
        CleanedBy = (item.Cleaning?.Steps ?? []).SelectMany(step => step.Values.Keys).Distinct(StringComparer.Ordinal).ToDictionary(
            property => property, property => (IReadOnlyList<string>)[.. item.Cleaning!.RulesOf(property).Select(CleaningRules.NameOf)], StringComparer.Ordinal),
        Proposals = [.. item.Proposals.OrderBy(row => Array.IndexOf(PanelOrder, row.Field))],
        Reading = current?.Reading ?? new() { Fields = item.Said(null) },
        Format = current?.Format,
        ByteSize = current?.ByteSize ?? 0,
        Width = item.Width,
        Height = item.Height,
        Picture = item.Picture,
        Sha256 = current?.Sha256 ?? Original.NoSha256,
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
