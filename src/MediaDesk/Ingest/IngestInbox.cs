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
    // Random, because two processes may begin one at the same moment; below 2^53, because it may travel through JSON.
    public Task<long> BeginBatchAsync(CancellationToken cancellationToken) => Task.FromResult(Random.Shared.NextInt64(1, 1L << 53));

    /// <summary>
    /// Stages a stream of a file and queues it. A failure of the desk's disk becomes a failed file of the batch, not an
    /// exception; a fault of <paramref name="content"/> itself (the sender hung up) passes, and nothing is left behind.
    /// </summary>
    public async Task AcceptAsync(long batch, string fileName, string deliveredBy, Stream content, CancellationToken cancellationToken)
    {
        progress.Took(1, deliveredBy);
        var queued = false;
        try
        {
            var job = NewJob(batch, fileName, "", deliveredBy);
            ArrivedFile? arrived = null;
            if (await RefusalAsync() is { } refusal)
            {
                (job.State, job.Reason, job.FinishedUtc) = (IngestState.Failed, refusal, job.CreatedUtc);
            }

            queued = await QueueAsync(job, arrived, cancellationToken);

            async Task<string?> RefusalAsync()
            {
                if (disk.Measure() is var room && !room.Fits(0))
                {
                    return room.IsShort;
                }

                try
                {
                    arrived = await store.ReceiveAsync(content, owner.Id, options.MaxFileBytes, cancellationToken);
                }
                catch (StoreException fault)
                {
                    return IngestReasons.OwnDisk(fault, disk);
                }

                if (arrived is null)
                {
                    return IngestReasons.TooLarge(options.MaxFileBytes);
                }

                (job.Path, job.IsStaged) = (arrived.Path, true);
                return null;
            }
        }
        finally
        {
            if (!queued)
            {
                progress.Finished(isFailed: true);
            }
        }

        bell.Ring();
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
        var jobs = files.Select(file => JobAt(batch, file, deliveredBy)).ToList();
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
        }
        catch (Exception fault) when (DiskFault.IsFull(fault))
        {
            var reason = disk.Measure().IsShort;
            jobs.ForEach(job => batches.KeepUnwritten(batch, null, new(job.FileName, reason)));
            return;
        }

        progress.Took(jobs.Count, deliveredBy);
        foreach (var _ in jobs.Where(job => job.State == IngestState.Failed))
        {
            progress.Finished(isFailed: true);
        }

        bell.Ring();
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

    private async Task<bool> QueueAsync(IngestJob job, ArrivedFile? arrived, CancellationToken cancellationToken)
    {
        try
        {
            await writer.WriteAsync(
                db =>
                {
                    db.IngestJobs.Add(job);
                    return Task.CompletedTask;
                },
                cancellationToken);
            return job.State == IngestState.Waiting;
        }
        catch (Exception fault)
        {
            if (arrived is not null)
            {
                File.Delete(arrived.Path);
            }

            if (!DiskFault.IsFull(fault))
            {
                throw;
            }

            batches.KeepUnwritten(job.BatchId, null, new(job.FileName, disk.Measure().IsShort));
            return false;
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
