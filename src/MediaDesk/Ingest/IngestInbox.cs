using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MediaDesk.Ingest;

/// <summary>
/// Takes files in. Once a method has returned, the file is a durable job and no end of the process loses it. The jobs are
/// worked on by <see cref="IngestWorker"/>, which runs as a hosted service of the process.
/// </summary>
public sealed class IngestInbox
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly DeskWriter writer;
    private readonly IDbContextFactory<DeskDbContext> contexts;
    private readonly OriginalStore store;
    private readonly DiskSpace disk;
    private readonly IngestOwner owner;
    private readonly IngestBatches batches;
    private readonly IngestBell bell;
    private readonly IngestProgress progress;
    private readonly TimeProvider clock;
    private readonly IngestOptions options;

    internal IngestInbox(
        DeskWriter writer, IDbContextFactory<DeskDbContext> contexts, OriginalStore store, DiskSpace disk, IngestOwner owner,
        IngestBatches batches, IngestBell bell, IngestProgress progress, TimeProvider clock, IOptions<IngestOptions> options)
    {
        (this.writer, this.contexts, this.store, this.disk, this.owner) = (writer, contexts, store, disk, owner);
        (this.batches, this.bell, this.progress, this.clock, this.options) = (batches, bell, progress, clock, options.Value);
    }

    /// <summary>A number for files that are handed over together.</summary>
    public Task<long> BeginBatchAsync(CancellationToken cancellationToken) => Task.FromResult(batches.Begin());

    /// <summary>
    /// Stages a stream of a file and queues it. A failure of the desk's disk becomes a failed file of the batch, not an
    /// exception; a fault of <paramref name="content"/> itself (the sender hung up) passes, and nothing is left behind.
    /// </summary>
    public async Task AcceptAsync(long batch, string fileName, string deliveredBy, Stream content, CancellationToken cancellationToken)
    {
        var job = NewJob(batch, fileName, "", deliveredBy);
        if (await StageAsync(job, content, cancellationToken) is { } refusal)
        {
            (job.State, job.Reason, job.FinishedUtc) = (IngestState.Failed, refusal, job.CreatedUtc);
        }

        try
        {
            await QueueAsync([job], null, cancellationToken);
        }
        catch when (job.IsStaged)
        {
            File.Delete(job.Path);
            throw;
        }
    }

    /// <summary>Queues files that are read where they lie. A report names them by their paths as given.</summary>
    public Task AcceptFilesAsync(long batch, IReadOnlyList<string> paths, string deliveredBy, CancellationToken cancellationToken) =>
        AcceptFilesAsync(batch, [.. paths.Select(path => (path, path))], deliveredBy, null, cancellationToken);

    /// <summary>The same, writing more rows in the transaction that makes the jobs.</summary>
    internal async Task AcceptFilesAsync(
        long batch, IReadOnlyList<(string Path, string Name)> files, string deliveredBy, Action<DeskDbContext>? alsoWrite,
        CancellationToken cancellationToken)
    {
        if (files.Count == 0)
        {
            return;
        }

        batches.MarkList(batch);
        await QueueAsync([.. files.Select(file => JobAt(batch, file, deliveredBy))], alsoWrite, cancellationToken);
    }

    /// <summary>
    /// Waits until every file of a batch is done; nothing more may be added to it. On a full disk it does not wait for room:
    /// what does not fit is reported as failed and can be retried.
    /// </summary>
    public async Task<IngestReport> WaitAsync(long batch, CancellationToken cancellationToken)
    {
        batches.Await(batch);
        try
        {
            bell.Ring();
            while (true)
            {
                var move = batches.NextMove;
                var unwritten = batches.Unwritten(batch);
                await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
                {
                    var given = unwritten.Where(x => x.JobId is not null).Select(x => x.JobId!.Value).Distinct().ToList();
                    var open = await db.IngestJobs.AnyAsync(
                        x => x.BatchId == batch && (x.State == IngestState.Waiting || x.State == IngestState.Working) && !given.Contains(x.Id),
                        cancellationToken);
                    if (!open)
                    {
                        return await ReportAsync(db, batch, given, [.. unwritten.DistinctBy(x => x.JobId ?? (object)x).Select(x => x.Failure)], cancellationToken);
                    }
                }

                await Task.WhenAny(move, Task.Delay(LookEvery, clock, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            batches.Forget(batch);
        }
    }

    /// <summary>
    /// Waits until the jobs are done that this process took over from one that was killed. For the command line, which ends
    /// with its batch; on a full disk they are left to the next run.
    /// </summary>
    public async Task FinishLeftoversAsync(CancellationToken cancellationToken)
    {
        var self = owner.Id;
        while (progress.Current.Stopped is null)
        {
            var move = batches.NextMove;
            await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            {
                var isLeft = await db.IngestJobs.AnyAsync(
                    x => (x.State == IngestState.Waiting || x.State == IngestState.Working) && (x.Owner == null || x.Owner == self), cancellationToken);
                if (!isLeft)
                {
                    return;
                }
            }

            await Task.WhenAny(move, Task.Delay(LookEvery, clock, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static async Task<IngestReport> ReportAsync(
        DeskDbContext db, long batch, List<long> unwrittenJobs, IReadOnlyList<IngestFailure> unwritten, CancellationToken cancellationToken)
    {
        var done = db.IngestJobs.Where(x => x.BatchId == batch && !unwrittenJobs.Contains(x.Id));
        var counts = await done
            .GroupBy(x => x.State)
            .Select(x => new { State = x.Key, Count = x.Count() })
            .ToDictionaryAsync(x => x.State, x => x.Count, cancellationToken);
        var failed = await done
            .Where(x => x.State == IngestState.Failed)
            .OrderBy(x => x.Id)
            .Select(x => new IngestFailure(x.FileName, x.Reason ?? ""))
            .ToListAsync(cancellationToken);
        return new(
            counts.GetValueOrDefault(IngestState.Added),
            counts.GetValueOrDefault(IngestState.Duplicate),
            counts.GetValueOrDefault(IngestState.Version),
            counts.GetValueOrDefault(IngestState.Sidecar),
            [.. failed, .. unwritten]);
    }

    /// <summary>Stages a stream for a job. Returns why that cannot be, as a sentence.</summary>
    private async Task<string?> StageAsync(IngestJob job, Stream content, CancellationToken cancellationToken)
    {
        var room = disk.Measure();
        if (!room.Fits(0))
        {
            return room.IsShort;
        }

        try
        {
            if (await store.ReceiveAsync(content, owner.Id, options.MaxFileBytes, cancellationToken) is not { } arrived)
            {
                return IngestReasons.TooLarge(options.MaxFileBytes);
            }

            (job.Path, job.IsStaged) = (arrived.Path, true);
            return null;
        }
        catch (StoreException fault)
        {
            return IngestReasons.OwnDisk(fault, disk);
        }
    }

    private async Task QueueAsync(List<IngestJob> jobs, Action<DeskDbContext>? alsoWrite, CancellationToken cancellationToken)
    {
        // Counted before a worker can finish one.
        progress.Took(jobs.Count, jobs[0].DeliveredBy);
        try
        {
            await writer.WriteAsync(
                db =>
                {
                    db.IngestJobs.AddRange(jobs);
                    alsoWrite?.Invoke(db);
                    return Task.CompletedTask;
                },
                cancellationToken);
            CountFailed(jobs.Count(job => job.State == IngestState.Failed));
            bell.Ring();
        }
        catch (Exception fault)
        {
            CountFailed(jobs.Count);
            if (!DiskFault.IsFull(fault))
            {
                throw;
            }

            // Not even a row can be written: whoever waits for the batch is told.
            var reason = disk.Measure().IsShort;
            foreach (var job in jobs)
            {
                batches.KeepUnwritten(job.BatchId, null, new(job.FileName, reason));
                if (job.IsStaged)
                {
                    File.Delete(job.Path);
                }
            }
        }
    }

    private void CountFailed(int count)
    {
        for (; count > 0; count--)
        {
            progress.Finished(isFailed: true);
        }
    }

    private IngestJob JobAt(long batch, (string Path, string Name) file, string deliveredBy)
    {
        if (file.Path.Length > 0 && !file.Path.Contains('\0'))
        {
            return NewJob(batch, file.Name, Path.GetFullPath(file.Path), deliveredBy);
        }

        var job = NewJob(batch, file.Name, file.Path, deliveredBy);
        (job.State, job.Reason, job.FinishedUtc) = (IngestState.Failed, "This is not the name of a file.", job.CreatedUtc);
        return job;
    }

    private IngestJob NewJob(long batch, string fileName, string path, string deliveredBy) => new()
    {
        BatchId = batch,
        FileName = fileName,
        Path = path,
        DeliveredBy = deliveredBy,
        State = IngestState.Waiting,
        CreatedUtc = clock.GetUtcNow().UtcDateTime,
        Owner = owner.Id,
    };
}
