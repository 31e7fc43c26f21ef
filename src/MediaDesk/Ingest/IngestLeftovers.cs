using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Ingest;

/// <summary>Clears away what is of no more use: files of killed processes for which there is no job, and jobs that ended long ago.</summary>
internal sealed class IngestLeftovers(
    IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, DeskFolder folder, IngestOwner owner, TimeProvider clock)
{
    /// <summary>As long as the bin keeps a photo. What an ended job says is in the history of its photo too.</summary>
    internal static readonly TimeSpan KeepEnded = TimeSpan.FromDays(30);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await SweepFilesAsync(cancellationToken);
        await SweepJobsAsync(cancellationToken);
        owner.SweepDead();
    }

    private async Task SweepJobsAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - KeepEnded;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Ended(db, before).AnyAsync(cancellationToken))
        {
            await writer.WriteAsync(desk => Ended(desk, before).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        }
    }

    /// <summary>A failed file stays until an editor has seen it.</summary>
    private static IQueryable<IngestJob> Ended(DeskDbContext db, DateTime before) =>
        db.IngestJobs.Where(x => x.FinishedUtc < before && (x.State != IngestState.Failed || x.DismissedUtc != null));

    private async Task SweepFilesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var staged = await db.IngestJobs.Where(x => x.IsStaged && x.DismissedUtc == null).Select(x => x.Path).ToHashSetAsync(cancellationToken);
        foreach (var path in Directory.EnumerateFiles(folder.Incoming))
        {
            // A file of a live process may be about to get its row.
            if (!staged.Contains(path) && ArrivedFile.OwnerOf(path) is { } from && !owner.IsAlive(from))
            {
                File.Delete(path);
            }
        }
    }
}
