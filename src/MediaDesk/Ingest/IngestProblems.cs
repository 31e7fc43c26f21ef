using MediaDesk.Data;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Ingest;

/// <summary>Files that did not come onto the desk, and sidecars that came and said nothing readable: they wait for an editor.</summary>
public sealed class IngestProblems
{
    private readonly IDbContextFactory<DeskDbContext> contexts;
    private readonly DeskWriter writer;
    private readonly IngestOwner owner;
    private readonly IngestBell bell;
    private readonly IngestProgress progress;
    private readonly TimeProvider clock;

    internal IngestProblems(
        IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, IngestOwner owner, IngestBell bell, IngestProgress progress, TimeProvider clock) =>
        (this.contexts, this.writer, this.owner, this.bell, this.progress, this.clock) = (contexts, writer, owner, bell, progress, clock);

    /// <summary>The problems nobody has dismissed, newest first.</summary>
    public async Task<IReadOnlyList<IngestProblem>> OpenAsync(int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var jobs = await Open(db)
            .OrderByDescending(x => x.Id)
            .Take(limit)
            .Select(x => new IngestProblem(
                x.Id, x.FileName, x.DeliveredBy, x.Reason ?? "", x.MayRetry, x.Attempts, x.FinishedUtc ?? x.CreatedUtc, x.State == IngestState.Sidecar ? x.MediaItemId : null))
            .ToListAsync(cancellationToken);
        return jobs.ConvertAll(x => x with { FileName = IngestNames.OfPhoto(x.FileName) });
    }

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Open(db).CountAsync(cancellationToken);
    }

    /// <summary>Tries again. False when there is nothing to retry any more.</summary>
    public async Task<bool> RetryAsync(long jobId, CancellationToken cancellationToken)
    {
        var self = owner.Id;
        var from = await writer.WriteAsync(
            async db =>
            {
                var job = await Open(db).AsTracking().SingleOrDefaultAsync(x => x.Id == jobId && x.MayRetry, cancellationToken);
                if (job is null || !File.Exists(job.Path))
                {
                    return null;
                }

                (job.State, job.Owner, job.Reason, job.Attempts, job.FinishedUtc) = (IngestState.Waiting, self, null, 0, null);
                return job.DeliveredBy;
            },
            cancellationToken);
        if (from is null)
        {
            return false;
        }

        progress.Took(1, from);
        bell.Ring();
        return true;
    }

    /// <summary>Takes a problem off the list; the desk's copy of the file, where it kept one, goes with it.</summary>
    public async Task DismissAsync(long jobId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var staged = await writer.WriteAsync(
            async db =>
            {
                var job = await Open(db).AsTracking().SingleOrDefaultAsync(x => x.Id == jobId, cancellationToken);
                job?.DismissedUtc = now;
                return job is { IsStaged: true } ? job.Path : null;
            },
            cancellationToken);
        if (staged is not null)
        {
            File.Delete(staged);
        }
    }

    /// <summary>Takes all problems off the list for which trying again cannot help; returns how many.</summary>
    public async Task<int> DismissFinalAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var staged = await writer.WriteAsync(
            async db =>
            {
                var jobs = await Open(db).AsTracking().Where(x => !x.MayRetry).ToListAsync(cancellationToken);
                jobs.ForEach(job => job.DismissedUtc = now);
                return jobs.ConvertAll(job => job.IsStaged ? job.Path : null);
            },
            cancellationToken);
        foreach (var path in staged)
        {
            if (path is not null)
            {
                File.Delete(path);
            }
        }

        return staged.Count;
    }

    private static IQueryable<IngestJob> Open(DeskDbContext db) =>
        db.IngestJobs.AsNoTracking().Where(x =>
            (x.State == IngestState.Failed || (x.State == IngestState.Sidecar && x.Reason != null)) && x.DismissedUtc == null);
}

/// <summary>What one delivered file is on the list for.</summary>
/// <param name="MediaId">The photo on the desk that a sidecar belongs to; null for a file that did not come onto the desk.</param>
public sealed record IngestProblem(
    long JobId, string FileName, string DeliveredBy, string Reason, bool MayRetry, int Attempts, DateTime AtUtc, long? MediaId);
