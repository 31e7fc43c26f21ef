using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using MediaDesk.Search;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Ingest;

/// <summary>Writes some records of an import, in one transaction.</summary>
internal sealed class ImportBatch(DeskDbContext db, SearchIndex index, TimeProvider clock)
{
    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;

    /// <param name="run">How far the import is with these; null where a finished one is done again.</param>
    public async Task WriteAsync(IReadOnlyList<ImportedPhoto> records, ImportRun? run, CancellationToken cancellationToken)
    {
        using var bulk = new BulkMedia(db);
        var known = await KnownAsync(bulk, records, cancellationToken);
        var added = new List<ImportedPhoto>();
        var latest = new Dictionary<string, ImportedPhoto>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (record.Item.ExternalId is not { } id)
            {
                added.Add(record);
            }
            else if (known.TryGetValue(id, out var item))
            {
                record.Outcome = await UpdateAsync(item, record.Item, cancellationToken) ? ImportOutcome.Updated : ImportOutcome.Unchanged;
            }
            else
            {
                // Twice in one file: the later line updates the earlier one.
                if (latest.TryGetValue(id, out var before))
                {
                    added.Remove(before);
                    record.Outcome = ImportOutcome.Updated;
                }

                latest[id] = record;
                added.Add(record);
            }
        }

        foreach (var twice in latest.Values.Where(record => record.Outcome == ImportOutcome.Updated))
        {
            // One line of them is the photo that was added.
            records.First(record => record.Item.ExternalId == twice.Item.ExternalId).Outcome = ImportOutcome.Added;
        }

        await db.SaveChangesAsync(cancellationToken);
        await AddAsync(bulk, added, cancellationToken);
        if (run is not null)
        {
            await NoteAsync(run, cancellationToken);
        }
    }

    private async Task AddAsync(BulkMedia bulk, List<ImportedPhoto> added, CancellationToken cancellationToken)
    {
        foreach (var photo in added)
        {
            photo.Item.SheetKey = await bulk.PlaceAsync(photo.Item.Fields, photo.Item.AddedUtc, cancellationToken);
            bulk.Add(photo.Item, photo.Fields.Span);
        }

        index.Add(db, [.. added.Select(photo => (photo.Item.SheetKey, photo.Described(index)))]);
    }

    private async Task<Dictionary<string, MediaItem>> KnownAsync(BulkMedia bulk, IReadOnlyList<ImportedPhoto> records, CancellationToken cancellationToken)
    {
        var ids = records.Select(record => record.Item.ExternalId).OfType<string>().Select(bulk.Find).OfType<long>().Distinct().ToList();
        return ids.Count == 0
            ? []
            : await db.Media.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.ExternalId!, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>Whether the record says something else than before. What editors said here stays above it, and what the file says where it has come.</summary>
    private async Task<bool> UpdateAsync(MediaItem item, MediaItem record, CancellationToken cancellationToken)
    {
        var before = item.Fields;
        var isPlaced = (item.Latitude, item.Longitude) != (record.Latitude, record.Longitude) && item.Picture == PictureState.Absent;
        if (item.Picture == PictureState.Absent)
        {
            if (item.Said(null).Equals(record.Fields) && !isPlaced && item.FileName == record.FileName)
            {
                return false;
            }

            item.Imported = item.Overlay.Values.Count > 0 ? record.Fields : null;
            item.Fields = item.Overlay.Over(record.Fields);
            (item.FileName, item.Latitude, item.Longitude, item.AgencyPhotoKey) = (record.FileName, record.Latitude, record.Longitude, record.AgencyPhotoKey);
        }
        else
        {
            var missing = record.Fields.Where(field => item.Fields[field.Key] is null && !item.Overlay.Covers(field.Key)).ToList();
            if (missing.Count == 0)
            {
                return false;
            }

            foreach (var (property, value) in missing)
            {
                item.Overlay = item.Overlay.With(property, value);
                item.Fields = item.Fields.With(property, value);
            }
        }

        item.ChangedUtc = now;
        item.Revision++;
        Tell(item, before);
        if (!Equals(before[NewsroomFields.DateCreated.Id], item.Fields[NewsroomFields.DateCreated.Id]))
        {
            await db.PlaceOnSheetAsync(item, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return true;
    }

    private void Tell(MediaItem item, FieldValues before)
    {
        var entry = new HistoryEntry { AtUtc = now, Editor = RecordImport.Editor, Kind = HistoryKind.Delivery, Photos = { new() { MediaItemId = item.Id } } };
        entry.Edits.AddRange(
            from property in before.Keys.Union(item.Fields.Keys)
            where !Equals(before[property], item.Fields[property])
            select new CaptionEdit
            {
                MediaItemId = item.Id,
                Revision = item.Revision,
                Property = property,
                Before = before[property],
                BeforeFromFile = true,
                After = item.Fields[property],
                AfterFromFile = !item.Overlay.Covers(property),
            });
        db.History.Add(entry);
    }

    private async Task NoteAsync(ImportRun run, CancellationToken cancellationToken)
    {
        if (await db.ImportRuns.Where(x => x.FileSha256 == run.FileSha256)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.LinesDone, run.LinesDone), cancellationToken) == 0)
        {
            db.ImportRuns.Add(run);
        }
    }
}
