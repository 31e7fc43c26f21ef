using MediaDesk.Data;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Ingest;

/// <summary>The rows of jobs as a queue that several processes share: each takes its own, and those whose owner has ended.</summary>
internal sealed class IngestQueue(DeskWriter writer, IDbContextFactory<DeskDbContext> contexts, IngestOwner owner, TimeProvider clock)
{
    /// <summary>
    /// A file during which the process died this often is the likely cause. High, because files are parsed in child processes:
    /// a desk that dies was most likely switched off, and that must never cost a photo.
    /// </summary>
    internal const int MaxAttempts = 30;

    /// <summary>Takes up to <paramref name="count"/> waiting jobs, own ones first; with <paramref name="batches"/> only theirs.</summary>
    public async Task<IReadOnlyList<IngestJob>> ClaimAsync(
        int count, IReadOnlyCollection<long> except, IReadOnlyCollection<long>? batches, CancellationToken cancellationToken)
    {
        var self = owner.Id;
        if (!await AnyWaitingAsync(self, cancellationToken))
        {
            return [];
        }

        return await writer.WriteAsync(
            async db =>
            {
                var waiting = Waiting(db, self).Where(x => !except.Contains(x.Id));
                if (batches is not null)
                {
                    waiting = waiting.Where(x => batches.Contains(x.BatchId));
                }

                var jobs = await waiting.OrderByDescending(x => x.Owner == self).ThenBy(x => x.Attempts).ThenBy(x => x.Id).Take(count).ToListAsync(cancellationToken);
                foreach (var job in jobs)
                {
                    (job.State, job.Owner, job.Attempts) = (IngestState.Working, self, job.Attempts + 1);
                }

                return jobs;
            },
            cancellationToken);
    }

    /// <summary>Puts a job back, as if it had not been taken.</summary>
    public Task ReleaseAsync(IngestJob job, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            db => db.IngestJobs.Where(x => x.Id == job.Id).ExecuteUpdateAsync(
                x => x.SetProperty(y => y.State, IngestState.Waiting).SetProperty(y => y.Attempts, y => y.Attempts - 1),
                cancellationToken),
            cancellationToken);

    /// <summary>Writes the end of a job; call it in the transaction that stores what the file became.</summary>
    public Task FinishAsync(DeskDbContext db, IngestJob job, IngestOutcome outcome, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.IngestJobs.Where(x => x.Id == job.Id).ExecuteUpdateAsync(
            x => x
                .SetProperty(y => y.State, outcome.State)
                .SetProperty(y => y.Reason, outcome.Reason)
                .SetProperty(y => y.MayRetry, outcome.MayRetry)
                .SetProperty(y => y.MediaItemId, outcome.MediaItemId)
                .SetProperty(y => y.FinishedUtc, now)
                .SetProperty(y => y.Owner, (string?)null),
            cancellationToken);
    }

    public Task FinishAsync(IngestJob job, IngestOutcome outcome, CancellationToken cancellationToken) =>
        writer.WriteAsync(db => FinishAsync(db, job, outcome, cancellationToken), cancellationToken);

    /// <summary>Frees the jobs of processes that have ended; returns how many now wait for anyone.</summary>
    public async Task<int> TakeOverAsync(CancellationToken cancellationToken)
    {
        var dead = await DeadOwnersAsync(cancellationToken);
        if (dead.Count == 0)
        {
            return 0;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        return await writer.WriteAsync(
            async db =>
            {
                var orphans = db.IngestJobs.Where(x => x.Owner != null && dead.Contains(x.Owner));
                await orphans.Where(x => x.State == IngestState.Working && x.Attempts >= MaxAttempts).ExecuteUpdateAsync(
                    x => x
                        .SetProperty(y => y.State, IngestState.Failed)
                        .SetProperty(y => y.Reason, $"The desk stopped each of the {MaxAttempts} times it worked on this file, so it leaves it alone now.")
                        .SetProperty(y => y.MayRetry, true)
                        .SetProperty(y => y.FinishedUtc, now)
                        .SetProperty(y => y.Owner, (string?)null),
                    cancellationToken);
                return await orphans.Where(x => x.State == IngestState.Waiting || x.State == IngestState.Working).ExecuteUpdateAsync(
                    x => x.SetProperty(y => y.State, IngestState.Waiting).SetProperty(y => y.Owner, (string?)null), cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>How many jobs this process will work on.</summary>
    public async Task<int> CountWaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Waiting(db, owner.Id).CountAsync(cancellationToken);
    }

    private async Task<bool> AnyWaitingAsync(string self, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Waiting(db, self).AnyAsync(cancellationToken);
    }

    private async Task<List<string>> DeadOwnersAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var owners = await db.IngestJobs
            .Where(x => (x.State == IngestState.Waiting || x.State == IngestState.Working) && x.Owner != null)
            .Select(x => x.Owner!)
            .Distinct()
            .ToListAsync(cancellationToken);
        return owners.FindAll(x => !owner.IsAlive(x));
    }

    private static IQueryable<IngestJob> Waiting(DeskDbContext db, string self) =>
        db.IngestJobs.Where(x => x.State == IngestState.Waiting && (x.Owner == null || x.Owner == self));
}
