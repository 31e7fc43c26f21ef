using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MediaDesk.Ingest;

/// <summary>
/// Finds the photo of a sidecar: among the files it came with, else the photo that came from the same folder, else for an upload the
/// one photo on the desk with that name. A sidecar laid over another photo of the same name would be worse than one that waits.
/// </summary>
internal sealed class SidecarPhotos(
    IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, IngestOwner owner, IngestBell bell, IngestProgress progress,
    IngestBatches batches, TimeProvider clock, IOptions<IngestOptions> options)
{
    /// <summary>How long a sidecar waits for a photo that may still be on its way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<FoundPhoto> FindAsync(IngestJob sidecar, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stem = Stem(sidecar);
        var isWatched = IsWatched(sidecar);
        var named = Named(db.IngestJobs.Where(x => x.Id != sidecar.Id && x.IsStaged == sidecar.IsStaged), sidecar.IsStaged, stem);
        var together = await PhotosAsync(db, named.Where(x => x.BatchId == sidecar.BatchId || (isWatched && x.DeliveredBy == sidecar.DeliveredBy)), sidecar, cancellationToken);
        if (together.Exists(x => x.State is IngestState.Waiting or IngestState.Working) || (together.Count == 0 && MayStillCome(sidecar)))
        {
            return new(null, IsOnItsWay: true, "");
        }

        if (Best(together, stem) is { } photo)
        {
            return new(photo, IsOnItsWay: false, "");
        }

        if (!sidecar.IsStaged)
        {
            var before = await PhotosAsync(db, named, sidecar, cancellationToken);
            return new(Best(before, stem), IsOnItsWay: false, together.Count > 0 ? IngestReasons.SidecarOfAFailedPhoto : IngestReasons.SidecarAlone);
        }

        var onTheDesk = await OnTheDeskAsync(db, stem, cancellationToken);
        return onTheDesk.Count switch
        {
            0 => new(null, IsOnItsWay: false, together.Count > 0 ? IngestReasons.SidecarOfAFailedPhoto : IngestReasons.SidecarAlone),
            1 => new(onTheDesk[0], IsOnItsWay: false, ""),
            _ => new(null, IsOnItsWay: false, IngestReasons.SidecarOfSeveral),
        };
    }

    /// <summary>Wakes the sidecars that came before this photo did and were put on the problems list.</summary>
    public async Task WakeAsync(IngestJob photo, CancellationToken cancellationToken)
    {
        var own = await AloneAsync(photo, cancellationToken);
        if (own.Count == 0)
        {
            return;
        }

        var self = owner.Id;
        var woken = await writer.WriteAsync(
            db => db.IngestJobs.Where(x => own.Contains(x.Id) && x.State == IngestState.Failed && x.DismissedUtc == null).ExecuteUpdateAsync(
                x => x
                    .SetProperty(y => y.State, IngestState.Waiting)
                    .SetProperty(y => y.Owner, self)
                    // From now on they belong together, whatever else on the desk has the same name.
                    .SetProperty(y => y.BatchId, photo.BatchId)
                    .SetProperty(y => y.Reason, (string?)null)
                    .SetProperty(y => y.Attempts, 0)
                    .SetProperty(y => y.FinishedUtc, (DateTime?)null),
                cancellationToken),
            cancellationToken);
        if (woken > 0)
        {
            progress.Took(woken, photo.DeliveredBy);
            bell.Ring();
        }
    }

    private async Task<List<long>> AloneAsync(IngestJob photo, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var alone = await db.IngestJobs
            .Where(x => x.State == IngestState.Failed && x.Reason == IngestReasons.SidecarAlone && x.DismissedUtc == null && x.IsStaged == photo.IsStaged)
            .Select(x => new { x.Id, x.Path, x.FileName })
            .ToListAsync(cancellationToken);
        return [.. alone
            .Where(x => photo.IsStaged ? IngestNames.Belongs(x.FileName, photo.FileName) : IngestNames.Belongs(x.Path, photo.Path))
            .Where(x => File.Exists(x.Path))
            .Select(x => x.Id)];
    }

    private bool MayStillCome(IngestJob job) =>
        (IsWatched(job) || !batches.IsComplete(job.BatchId)) && clock.GetUtcNow().UtcDateTime - job.CreatedUtc < Patience;

    // Files of a watched folder settle one by one and come in batches of their own.
    private bool IsWatched(IngestJob job) => options.Value.WatchFolders.Contains(job.DeliveredBy);

    private static string Stem(IngestJob sidecar) => (sidecar.IsStaged ? sidecar.FileName : sidecar.Path)[..^IngestNames.SidecarExtension.Length];

    /// <summary>Jobs whose files may have this stem; more than do, as a database compares letters in its own way.</summary>
    private static IQueryable<IngestJob> Named(IQueryable<IngestJob> jobs, bool isStaged, string stem) =>
        isStaged ? jobs.Where(x => x.FileName.StartsWith(stem)) : jobs.Where(x => x.Path.StartsWith(stem));

    private static async Task<List<SidecarPhoto>> PhotosAsync(DeskDbContext db, IQueryable<IngestJob> jobs, IngestJob sidecar, CancellationToken cancellationToken)
    {
        var found = await jobs
            .OrderByDescending(x => x.Id)
            .Select(x => new
            {
                x.Path,
                x.FileName,
                x.State,
                x.MediaItemId,
                Original = db.Media.Where(item => item.Id == x.MediaItemId)
                    .Join(db.Originals, item => item.CurrentOriginalId, original => original.Id, (item, original) => new { original.Sha256, original.Format })
                    .FirstOrDefault(),
            })
            .AsAsyncEnumerable()
            .Where(x => sidecar.IsStaged ? IngestNames.Belongs(sidecar.FileName, x.FileName) : IngestNames.Belongs(sidecar.Path, x.Path))
            .Take(10)
            .ToListAsync(cancellationToken);
        return found.ConvertAll(x => new SidecarPhoto(
            x.State, x.MediaItemId ?? 0, x.Original?.Sha256 ?? "", x.Original?.Format, sidecar.IsStaged ? x.FileName : x.Path));
    }

    private static async Task<List<SidecarPhoto>> OnTheDeskAsync(DeskDbContext db, string stem, CancellationToken cancellationToken)
    {
        var name = IngestNames.OfPhoto(stem);
        var found = await db.Media
            .Where(x => x.RemovedUtc == null && x.FileName.StartsWith(name))
            .Join(db.Originals, x => x.CurrentOriginalId, x => x.Id, (item, original) => new { item.Id, item.FileName, original.Sha256, original.Format })
            .AsAsyncEnumerable()
            .Where(x => IngestNames.Belongs(name + IngestNames.SidecarExtension, x.FileName))
            .Take(10)
            .ToListAsync(cancellationToken);
        var photos = found.ConvertAll(x => new SidecarPhoto(IngestState.Added, x.Id, x.Sha256, x.Format, x.FileName));

        // Of photos with one name in several formats the best is told as ever; of several in the same format none is.
        return photos.Select(x => x.Format).Distinct().Count() == photos.Count && Best(photos, name) is { } best ? [best] : photos;
    }

    /// <summary>The photo that the whole name names; then the raw file, whose only words these are; then the one that came last.</summary>
    private static SidecarPhoto? Best(List<SidecarPhoto> photos, string stem) =>
        photos.Where(x => x.Sha256.Length > 0)
            .OrderByDescending(x => x.Name.Equals(stem, StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(x => x.Format == PhotoFormat.Raw)
            .FirstOrDefault();
}

/// <summary>A photo a sidecar may belong to; without a hash it did not come onto the desk.</summary>
internal sealed record SidecarPhoto(IngestState State, long MediaItemId, string Sha256, PhotoFormat? Format, string Name);

/// <summary>The photo of a sidecar, or why there is none.</summary>
internal sealed record FoundPhoto(SidecarPhoto? Photo, bool IsOnItsWay, string Why);
