using MediaDesk.Data;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Removal;

/// <summary>Photos that were removed: kept 30 days, findable here, and put back as they were.</summary>
public sealed class MediaBin(IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, DeskFolder folder, TimeProvider clock)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Photos deleted in one transaction: other writers wait no longer than that takes.</summary>
    private const int DeletedAtOnce = 50;

    /// <summary>Puts photos into the bin in one history entry; returns its id, or null when none was on the desk.</summary>
    /// <exception cref="ArgumentException">The editor's name is blank or longer than <see cref="EditorName.MaxLength"/>.</exception>
    public Task<long?> RemoveAsync(IReadOnlyCollection<long> mediaIds, string editor, CancellationToken cancellationToken) =>
        MoveAsync(mediaIds, HistoryKind.Removal, editor, cancellationToken);

    /// <summary>Takes photos out of the bin in one history entry; returns its id, or null when none was in the bin.</summary>
    /// <exception cref="ArgumentException">The editor's name is blank or longer than <see cref="EditorName.MaxLength"/>.</exception>
    public Task<long?> RestoreAsync(IReadOnlyCollection<long> mediaIds, string editor, CancellationToken cancellationToken) =>
        MoveAsync(mediaIds, HistoryKind.Restore, editor, cancellationToken);

    /// <summary>What is in the bin, last removed first.</summary>
    public async Task<IReadOnlyList<BinnedPhoto>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Media.AsNoTracking()
            .Where(item => item.RemovedUtc != null)
            .OrderByDescending(item => item.RemovedUtc).ThenByDescending(item => item.SheetKey)
            .Take(limit)
            .Select(item => new
            {
                item.Id,
                item.FileName,
                item.Fields,
                RemovedUtc = item.RemovedUtc!.Value,
                Sha256 = db.Originals.Where(original => original.Id == item.CurrentOriginalId).Select(original => original.Sha256).FirstOrDefault(),
                // Undoing a restore removes too.
                RemovedBy = db.History
                    .Where(entry => entry.Kind == HistoryKind.Removal || entry.Kind == HistoryKind.Undo)
                    .Where(entry => entry.AtUtc == item.RemovedUtc && entry.Photos.Any(photo => photo.MediaItemId == item.Id))
                    .OrderByDescending(entry => entry.Id)
                    .Select(entry => entry.Editor)
                    .First(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new BinnedPhoto(
                row.Id, row.FileName, row.Fields.Text(NewsroomFields.Headline.Id), row.Sha256 ?? Original.NoSha256, row.RemovedUtc, row.RemovedBy, row.RemovedUtc + KeptFor)),
        ];
    }

    /// <summary>Deletes photos, with originals and renditions, that were put into the bin more than 30 days ago. Returns how many.</summary>
    public async Task<int> EmptyOldAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - KeptFor;
        var deleted = 0;
        int batch;
        do
        {
            batch = await writer.WriteAsync(db => DeleteAsync(db, before, cancellationToken), cancellationToken);
            deleted += batch;
        }
        while (batch == DeletedAtOnce);
        return deleted;
    }

    private Task<long?> MoveAsync(
        IReadOnlyCollection<long> mediaIds, HistoryKind kind, string editor, CancellationToken cancellationToken)
    {
        var name = EditorName.Clean(editor) ?? throw new ArgumentException("Moving photos needs the name of an editor.", nameof(editor));
        return writer.WriteAsync(
            async db =>
            {
                var isRemoval = kind == HistoryKind.Removal;
                var items = await db.Media.Where(item => mediaIds.Contains(item.Id) && item.RemovedUtc == null == isRemoval).ToListAsync(cancellationToken);
                if (items.Count == 0)
                {
                    return (long?)null;
                }

                var entry = new HistoryEntry { AtUtc = clock.GetUtcNow().UtcDateTime, Editor = name, Kind = kind };
                foreach (var item in items)
                {
                    item.RemovedUtc = isRemoval ? entry.AtUtc : null;
                    entry.Photos.Add(new() { MediaItemId = item.Id });
                }

                db.History.Add(entry);
                await db.SaveChangesAsync(cancellationToken);
                return entry.Id;
            },
            cancellationToken);
    }

    /// <summary>
    /// Files first, rows after: a process that dies in between leaves rows that the next run finds and deletes again, never
    /// files that no row knows.
    /// </summary>
    private async Task<int> DeleteAsync(DeskDbContext db, DateTime before, CancellationToken cancellationToken)
    {
        var items = await db.Media.Where(item => item.RemovedUtc < before).OrderBy(item => item.RemovedUtc).Take(DeletedAtOnce).ToListAsync(cancellationToken);
        var ids = items.ConvertAll(item => item.Id);
        var originals = await db.Originals.Where(original => ids.Contains(original.MediaItemId)).Select(original => original.Sha256).ToListAsync(cancellationToken);
        foreach (var sha256 in originals)
        {
            foreach (var file in Rendition.Sizes.Select(size => folder.Rendition(sha256, size)).Append(folder.Original(sha256)).Where(File.Exists))
            {
                File.Delete(file);
            }
        }

        var entries = await db.History.Where(entry => entry.Photos.Any(photo => ids.Contains(photo.MediaItemId))).Select(entry => entry.Id).ToListAsync(cancellationToken);
        // Originals, edits and places in the history go with the photo by the database's cascades.
        db.Media.RemoveRange(items);
        await db.SaveChangesAsync(cancellationToken);
        await db.History.Where(entry => entries.Contains(entry.Id) && !entry.Photos.Any()).ExecuteDeleteAsync(cancellationToken);
        return items.Count;
    }
}

public sealed record BinnedPhoto(long Id, string FileName, string? Headline, string Sha256, DateTime RemovedUtc, string RemovedBy, DateTime KeptUntilUtc);
