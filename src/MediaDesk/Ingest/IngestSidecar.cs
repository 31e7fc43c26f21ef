using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MediaDesk.Ingest;

/// <summary>
/// Takes an XMP sidecar that came together with its photo (<c>name.xmp</c> or <c>name.ext.xmp</c>) and keeps it beside the
/// photo's original.
/// </summary>
internal sealed class IngestSidecar(
    IDbContextFactory<DeskDbContext> contexts, DeskFolder folder, DiskSpace disk, OriginalStore store, IngestQueue queue,
    IngestOwner owner, IngestBatches batches, TimeProvider clock, IOptions<IngestOptions> options)
{
    /// <summary>XMP beyond this is no caption.</summary>
    private const long MaxBytes = 16 << 20;

    /// <summary>How long a sidecar waits for a photo that may still be on its way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Writes the job's end. Null, with nothing written, when the photo is still being worked on or on its way.</summary>
    public async Task<IngestOutcome?> TakeAsync(IngestJob job, CancellationToken cancellationToken)
    {
        var photos = await PhotosAsync(job, cancellationToken);
        if (photos.Exists(x => x.State is IngestState.Waiting or IngestState.Working) || (photos.Count == 0 && MayStillCome(job)))
        {
            return null;
        }

        var outcome = photos.Find(x => x.Sha256 is not null) is { } photo
            ? await KeepAsync(job, photo.MediaItemId!.Value, photo.Sha256!, cancellationToken)
            : IngestOutcome.Failed(
                photos.Count == 0 ? IngestReasons.SidecarAlone : "The photo of this sidecar did not come onto the desk.", mayRetry: photos.Count > 0);
        if (!outcome.IsDiskFull)
        {
            await queue.FinishAsync(job, outcome, cancellationToken);
        }

        if (job.IsStaged && !outcome.MayRetry)
        {
            File.Delete(job.Path);
        }

        return outcome;
    }

    private bool MayStillCome(IngestJob job) =>
        (IsWatched(job) || !batches.IsComplete(job.BatchId)) && clock.GetUtcNow().UtcDateTime - job.CreatedUtc < Patience;

    // Files of a watched folder settle one by one and come in batches of their own.
    private bool IsWatched(IngestJob job) => options.Value.WatchFolders.Contains(job.DeliveredBy);

    private async Task<List<PhotoJob>> PhotosAsync(IngestJob job, CancellationToken cancellationToken)
    {
        var isWatched = IsWatched(job);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.IngestJobs
            .Where(x => x.Id != job.Id && x.IsStaged == job.IsStaged && (x.BatchId == job.BatchId || (isWatched && x.DeliveredBy == job.DeliveredBy)))
            .OrderByDescending(x => x.Id)
            .Select(x => new
            {
                x.Path,
                x.FileName,
                x.State,
                x.MediaItemId,
                Sha256 = db.Media.Where(item => item.Id == x.MediaItemId)
                    .Join(db.Originals, item => item.CurrentOriginalId, original => original.Id, (item, original) => original.Sha256)
                    .FirstOrDefault(),
            })
            .AsAsyncEnumerable()
            .Where(x => job.IsStaged ? IngestNames.Belongs(job.FileName, x.FileName) : IngestNames.Belongs(job.Path, x.Path))
            .Take(10)
            .ToListAsync(cancellationToken);
        return found.ConvertAll(x => new PhotoJob(x.State, x.MediaItemId, x.Sha256));
    }

    private async Task<IngestOutcome> KeepAsync(IngestJob job, long mediaId, string photoSha256, CancellationToken cancellationToken)
    {
        try
        {
            var place = folder.Sidecar(photoSha256);
            if (job.IsStaged)
            {
                File.Copy(job.Path, place, overwrite: true);
            }
            else
            {
                await using var source = File.OpenRead(job.Path);
                if (await store.ReceiveAsync(source, owner.Id, MaxBytes, cancellationToken) is not { } arrived)
                {
                    return IngestOutcome.Failed(IngestReasons.TooLarge(MaxBytes));
                }

                File.Move(arrived.Path, place, overwrite: true);
            }

            return new(IngestState.Sidecar, mediaId, null);
        }
        catch (Exception fault) when (DiskFault.IsFull(fault))
        {
            return IngestOutcome.DiskFull(disk.Measure().IsShort);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return IngestOutcome.Failed(IngestReasons.Unreadable(fault, job.Path), mayRetry: true);
        }
    }

    private sealed record PhotoJob(IngestState State, long? MediaItemId, string? Sha256);
}
