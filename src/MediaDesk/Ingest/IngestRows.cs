using MediaDesk.Cleaning;
using MediaDesk.Darkroom;
using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Ingest;

/// <summary>Turns what arrived into rows: a new photo, a new version of one that is here, or nothing new.</summary>
internal sealed class IngestRows(IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, IngestQueue queue, Cleaner cleaner, TimeProvider clock)
{
    /// <summary>Who signs what the desk did by itself.</summary>
    private const string Desk = "desk";

    /// <summary>The outcome for content the desk holds already, in the bin or out of it; null when it is new.</summary>
    public async Task<IngestOutcome?> FindDuplicateAsync(IngestJob job, string sha256, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await DuplicateAsync(db, job, sha256, cancellationToken);
    }

    /// <summary>Writes a new photo before it is developed, so that it can be seen. A photo that is here already keeps its old picture until the new one is ready.</summary>
    public Task PutEarlyAsync(Arrival photo, MetadataReading reading, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async db =>
            {
                if (await db.Originals.AnyAsync(x => x.Sha256 == photo.Sha256, cancellationToken)
                    || await SamePhotoAsync(db, reading, cancellationToken) is not null)
                {
                    return;
                }

                var item = await AddAsync(db, photo, reading, new(), PictureState.Developing, cancellationToken);
                await db.IngestJobs.Where(x => x.Id == photo.Job.Id).ExecuteUpdateAsync(
                    x => x.SetProperty(y => y.MediaItemId, item.Id), cancellationToken);
            },
            cancellationToken);

    /// <summary>Writes a developed photo and the end of its job.</summary>
    public async Task<IngestOutcome> FinishAsync(DeskDbContext db, Arrival photo, DarkroomResult result, CancellationToken cancellationToken)
    {
        var outcome = await LandAsync(db, photo, result, cancellationToken);
        await queue.FinishAsync(db, photo.Job, outcome, cancellationToken);
        return outcome;
    }

    /// <summary>Takes back what <see cref="PutEarlyAsync"/> wrote. Returns whether the content still belongs to a photo all the same.</summary>
    public static async Task<bool> WithdrawAsync(DeskDbContext db, Arrival photo, CancellationToken cancellationToken)
    {
        if (await EarlyAsync(db, photo, cancellationToken) is not { } original)
        {
            return await db.Originals.AnyAsync(x => x.Sha256 == photo.Sha256, cancellationToken);
        }

        var item = await db.Media.SingleAsync(x => x.Id == original.MediaItemId, cancellationToken);
        if (item.CurrentOriginalId == original.Id)
        {
            // Let go of each other first: the two rows name each other.
            item.CurrentOriginalId = null;
            await db.SaveChangesAsync(cancellationToken);
            db.History.RemoveRange(await db.History
                .Where(x => x.Photos.Any(y => y.MediaItemId == item.Id) && x.Photos.Count == 1)
                .ToListAsync(cancellationToken));
            db.Media.Remove(item);
        }

        db.Originals.Remove(original);
        return false;
    }

    private async Task<IngestOutcome> LandAsync(DeskDbContext db, Arrival photo, DarkroomResult result, CancellationToken cancellationToken)
    {
        var reading = result.Reading ?? new MetadataReading();
        var ready = reading.Format == PhotoFormat.Raw ? PictureState.Preview : PictureState.Ready;
        if (await EarlyAsync(db, photo, cancellationToken) is { } early)
        {
            early.Renditions.AddRange(Rows(result.Renditions));
            var item = await db.Media.SingleAsync(x => x.Id == early.MediaItemId, cancellationToken);
            item.Picture = ready;
            if (item.CurrentOriginalId == early.Id)
            {
                SetSize(item, reading, result.Renditions);
                item.PerceptualHash = result.PerceptualHash;
            }

            return new(IngestState.Added, item.Id, null);
        }

        if (await DuplicateAsync(db, photo.Job, photo.Sha256, cancellationToken) is { } duplicate)
        {
            return duplicate;
        }

        if (await SamePhotoAsync(db, reading, cancellationToken) is { } same)
        {
            await AddVersionAsync(db, same, photo, reading, result, ready, cancellationToken);
            return new(IngestState.Version, same.Id, same.RemovedUtc is null ? null : "A new version of a photo in the bin; it stays there.");
        }

        var added = await AddAsync(db, photo, reading, result, ready, cancellationToken);
        return new(IngestState.Added, added.Id, null);
    }

    private async Task<MediaItem> AddAsync(
        DeskDbContext db, Arrival photo, MetadataReading reading, DarkroomResult result, PictureState picture, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var item = new MediaItem
        {
            FileName = photo.FileName, AddedUtc = now, ChangedUtc = now, Revision = 1, Picture = picture, PerceptualHash = result.PerceptualHash,
        };
        Describe(item, reading, result.Renditions);
        await db.PlaceOnSheetAsync(item, cancellationToken);
        db.Media.Add(item);
        await db.SaveChangesAsync(cancellationToken);

        var original = NewOriginal(item.Id, photo, reading, result.Renditions, now);
        db.Originals.Add(original);
        db.History.Add(new() { AtUtc = now, Editor = Desk, Kind = HistoryKind.Ingest, Photos = { new() { MediaItemId = item.Id } } });
        db.History.AddRange(CleaningEntries.OfSteps(item, reading.Fields, 0, null, now));
        await db.SaveChangesAsync(cancellationToken);
        item.CurrentOriginalId = original.Id;
        return item;
    }

    /// <summary>
    /// Gives an original a new reading, because words came beside it. For the photo's current original the fields and the history
    /// follow; what editors said stays above it.
    /// </summary>
    public async Task TakeReadingAsync(DeskDbContext db, long mediaId, string sha256, MetadataReading reading, CancellationToken cancellationToken)
    {
        var original = await db.Originals.AsTracking().SingleOrDefaultAsync(x => x.Sha256 == sha256 && x.MediaItemId == mediaId, cancellationToken);
        if (original is null || await db.Media.AsTracking().SingleOrDefaultAsync(x => x.Id == mediaId, cancellationToken) is not { } item)
        {
            return;
        }

        original.Reading = reading;
        if (item.CurrentOriginalId != original.Id)
        {
            return;
        }

        var (before, now) = (item.Fields, clock.GetUtcNow().UtcDateTime);
        Describe(item, reading, []);
        if (!before.Equals(item.Fields))
        {
            item.ChangedUtc = now;
            item.Revision++;
            await TellAsync(db, item, reading.Fields, before, now, cancellationToken);
        }
    }

    private async Task AddVersionAsync(
        DeskDbContext db, MediaItem item, Arrival photo, MetadataReading reading, DarkroomResult result, PictureState picture, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var original = NewOriginal(item.Id, photo, reading, result.Renditions, now);
        db.Originals.Add(original);
        await db.SaveChangesAsync(cancellationToken);

        var before = item.Fields;
        if (item.Picture == PictureState.Absent)
        {
            Join(item, reading);
        }

        (item.FileName, item.CurrentOriginalId, item.ChangedUtc, item.Picture) = (photo.FileName, original.Id, now, picture);
        item.PerceptualHash = result.PerceptualHash;
        item.Revision++;
        Describe(item, reading, result.Renditions);
        await TellAsync(db, item, reading.Fields, before, now, cancellationToken);
    }

    /// <summary>
    /// The file of a record that was taken over from another system: what people made of it there stands above what the file says,
    /// as their edits here do.
    /// </summary>
    private static void Join(MediaItem item, MetadataReading reading)
    {
        foreach (var (property, value) in item.Said(null).Where(field => !Equals(field.Value, reading.Fields[field.Key]) && !item.Overlay.Covers(field.Key)))
        {
            item.Overlay = item.Overlay.With(property, value);
        }

        item.Imported = null;
    }

    /// <summary>Puts what a delivery changed into the history, then what rules made of it, and the photo at its place by date.</summary>
    private static async Task TellAsync(
        DeskDbContext db, MediaItem item, FieldValues reading, FieldValues before, DateTime now, CancellationToken cancellationToken)
    {
        if (before[NewsroomFields.DateCreated.Id] != item.Fields[NewsroomFields.DateCreated.Id])
        {
            await db.PlaceOnSheetAsync(item, cancellationToken);
        }

        var entry = new HistoryEntry { AtUtc = now, Editor = Desk, Kind = HistoryKind.Delivery, Photos = { new() { MediaItemId = item.Id } } };
        var delivered = item.Overlay.Over(reading);
        var changed = before.Keys.Union(item.Fields.Keys).Where(property => !Equals(before[property], item.Fields[property])).ToHashSet(StringComparer.Ordinal);
        entry.Edits.AddRange(
            from property in changed
            where !Equals(before[property], delivered[property])
            // What editors said covers the file, so whatever changed was and is the file's word.
            select new CaptionEdit
            {
                MediaItemId = item.Id,
                Revision = item.Revision,
                Property = property,
                Before = before[property],
                BeforeFromFile = true,
                After = delivered[property],
                AfterFromFile = true,
            });
        db.History.Add(entry);
        db.History.AddRange(CleaningEntries.OfSteps(item, reading, 0, changed, now));
    }

    /// <summary>What the file says, cleaned anew; rules that an editor took back for the photo stay away.</summary>
    private void Describe(MediaItem item, MetadataReading reading, IReadOnlyList<DevelopedRendition> renditions)
    {
        item.Cleaning = cleaner.Clean(reading.Fields, item.Cleaning?.Declined ?? []);
        item.Fields = item.Over(reading.Fields);
        item.Format = reading.Format;
        item.ImageDataHash = reading.ImageDataHash;
        item.AgencyPhotoKey = AgencyPhotoIdentity.Of(reading)?.Key;
        (item.Latitude, item.Longitude) = (reading.Gps?.Lat, reading.Gps?.Lon);
        SetSize(item, reading, renditions);
    }

    private static void SetSize(MediaItem item, MetadataReading reading, IReadOnlyList<DevelopedRendition> renditions)
    {
        var isTurned = reading.Orientation >= 5;
        var (width, height) = (reading.Width, reading.Height) is ({ } w, { } h)
            ? (isTurned ? h : w, isTurned ? w : h)
            : (renditions.Count > 0 ? renditions[0].Width : item.Width, renditions.Count > 0 ? renditions[0].Height : item.Height);
        (item.Width, item.Height) = (width, height);
    }

    private static Original NewOriginal(
        long mediaId, Arrival photo, MetadataReading reading, IReadOnlyList<DevelopedRendition> renditions, DateTime now)
    {
        var original = new Original
        {
            MediaItemId = mediaId,
            Sha256 = photo.Sha256,
            FileName = photo.FileName,
            ByteSize = photo.ByteSize,
            Format = reading.Format ?? throw new InvalidOperationException("The darkroom took a file whose format it does not know."),
            DeliveredBy = photo.Job.DeliveredBy,
            ReceivedUtc = now,
            Reading = reading,
        };
        original.Renditions.AddRange(Rows(renditions));
        return original;
    }

    private static IEnumerable<Rendition> Rows(IReadOnlyList<DevelopedRendition> renditions) =>
        renditions.Select(x => new Rendition { Size = x.Size, Width = x.Width, Height = x.Height, ByteSize = x.ByteSize });

    /// <summary>The original this very job wrote early, now or before its process was killed.</summary>
    private static Task<Original?> EarlyAsync(DeskDbContext db, Arrival photo, CancellationToken cancellationToken) =>
        db.Originals.SingleOrDefaultAsync(
            x => x.Sha256 == photo.Sha256
                && db.IngestJobs.Any(job => job.Id == photo.Job.Id && job.MediaItemId == x.MediaItemId)
                && !x.Renditions.Any(),
            cancellationToken);

    private static async Task<IngestOutcome?> DuplicateAsync(DeskDbContext db, IngestJob job, string sha256, CancellationToken cancellationToken)
    {
        var here = await db.Originals
            .Where(x => x.Sha256 == sha256)
            .Join(db.Media, x => x.MediaItemId, x => x.Id, (original, item) => new { item.Id, item.RemovedUtc })
            .SingleOrDefaultAsync(cancellationToken);
        if (here is null || await db.IngestJobs.AnyAsync(x => x.Id == job.Id && x.MediaItemId == here.Id, cancellationToken))
        {
            return null;
        }

        return new(
            IngestState.Duplicate,
            here.Id,
            here.RemovedUtc is null ? "The desk has this file already." : "This photo is in the bin and stays there; restore it to use it again.");
    }

    /// <summary>The photo of which this is another delivery: the same image data, or the same agency's same photo.</summary>
    private static async Task<MediaItem?> SamePhotoAsync(DeskDbContext db, MetadataReading reading, CancellationToken cancellationToken)
    {
        if (reading.ImageDataHash is { } hash
            && await db.Media.Where(x => x.ImageDataHash == hash).OrderBy(x => x.RemovedUtc != null).ThenBy(x => x.Id).FirstOrDefaultAsync(cancellationToken) is { } twin)
        {
            return twin;
        }

        if (AgencyPhotoIdentity.Of(reading) is not { } identity)
        {
            return null;
        }

        var candidates = await db.Media
            .Where(x => x.AgencyPhotoKey == identity.Key)
            .OrderBy(x => x.RemovedUtc != null).ThenBy(x => x.Id)
            .Select(item => new { item, Reading = db.Originals.Where(x => x.Id == item.CurrentOriginalId).Select(x => x.Reading).FirstOrDefault() })
            .Take(10)
            .ToListAsync(cancellationToken);
        return candidates.Find(x => AgencyPhotoIdentity.IsSamePhoto(reading, x.Reading ?? ImportedRecord.Reading(x.item)))?.item;
    }
}
