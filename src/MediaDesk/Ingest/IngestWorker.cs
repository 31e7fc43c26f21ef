using System.Collections.Concurrent;
using System.Threading.Channels;
using MediaDesk.Darkroom;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaDesk.Ingest;

/// <summary>
/// Works on the jobs, a few at a time, so that one file is hashed and stored while others are developed. The rows are the
/// queue; the worker takes no more of them than it can begin at once.
/// </summary>
internal sealed partial class IngestWorker(
    IngestQueue queue, IngestPhoto photos, IngestSidecar sidecars, IngestLeftovers leftovers, IngestBatches batches, IngestBell bell,
    IngestProgress progress, DiskSpace disk, TimeProvider clock, IOptions<DarkroomOptions> darkroom, ILogger<IngestWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan LookForOrphansEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromDays(1);
    private static readonly TimeSpan LookForRoomEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(300);

    /// <summary>Sidecars put aside until their photo is done, with the time to look again.</summary>
    private readonly ConcurrentDictionary<long, long> aside = new();
    private int free;
    private volatile bool isStopped;

    // One for each child and two that hash, copy and commit meanwhile.
    private int Lanes => (darkroom.Value.Children > 0 ? darkroom.Value.Children : Environment.ProcessorCount) + 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        free = Lanes;
        var claimed = Channel.CreateBounded<IngestJob>(Lanes);
        var lanes = Enumerable.Range(0, Lanes).Select(_ => RunLaneAsync(claimed.Reader, stoppingToken)).ToList();
        try
        {
            await DispatchAsync(claimed.Writer, stoppingToken);
        }
        finally
        {
            claimed.Writer.Complete();
            await Task.WhenAll(lanes);
        }
    }

    private async Task DispatchAsync(ChannelWriter<IngestJob> claimed, CancellationToken stoppingToken)
    {
        long? swept = null, lookedForOrphans = null;
        while (true)
        {
            try
            {
                if (swept is not { } then || clock.GetElapsedTime(then) > SweepEvery)
                {
                    await leftovers.SweepAsync(stoppingToken);
                    if (swept is null)
                    {
                        progress.Took(await queue.CountWaitingAsync(stoppingToken), "");
                    }

                    swept = clock.GetTimestamp();
                }

                if (lookedForOrphans is not { } at || clock.GetElapsedTime(at) > LookForOrphansEvery)
                {
                    lookedForOrphans = clock.GetTimestamp();
                    await TakeOverAsync(stoppingToken);
                }

                await ClaimAsync(claimed, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogQueueUnreachable(log, fault);
            }

            await bell.WaitAsync(isStopped ? LookForRoomEvery : aside.IsEmpty ? LookForOrphansEvery : AskAgainAfter, clock, stoppingToken);
        }
    }

    private async Task TakeOverAsync(CancellationToken stoppingToken)
    {
        if (await queue.TakeOverAsync(stoppingToken) is > 0 and var orphans)
        {
            LogTakenOver(log, orphans);
            progress.Took(orphans, "");
        }
    }

    private async Task ClaimAsync(ChannelWriter<IngestJob> claimed, CancellationToken stoppingToken)
    {
        if (isStopped && disk.Measure().Fits(0))
        {
            isStopped = false;
            progress.Stop(null);
        }

        while (Volatile.Read(ref free) > 0)
        {
            // On a full disk only those go on for whom someone waits: they end as failed, the others wait for room.
            var only = isStopped ? batches.Awaited : null;
            var now = clock.GetTimestamp();
            var jobs = await queue.ClaimAsync(
                Volatile.Read(ref free), [.. aside.Where(x => x.Value > now).Select(x => x.Key)], only, stoppingToken);
            if (jobs.Count == 0)
            {
                return;
            }

            Interlocked.Add(ref free, -jobs.Count);
            foreach (var job in jobs)
            {
                aside.TryRemove(job.Id, out _);
                await claimed.WriteAsync(job, stoppingToken);
            }
        }
    }

    private async Task RunLaneAsync(ChannelReader<IngestJob> claimed, CancellationToken stoppingToken)
    {
        await foreach (var job in claimed.ReadAllAsync(CancellationToken.None))
        {
            if (stoppingToken.IsCancellationRequested)
            {
                await queue.ReleaseAsync(job, CancellationToken.None);
                continue;
            }

            await TakeAsync(job, stoppingToken);
            Interlocked.Increment(ref free);
            bell.Ring();
        }
    }

    private async Task TakeAsync(IngestJob job, CancellationToken stoppingToken)
    {
        IngestOutcome? outcome;
        var isWritten = true;
        try
        {
            outcome = IngestNames.IsSidecar(job.FileName)
                ? await sidecars.TakeAsync(job, stoppingToken)
                : await photos.TakeAsync(job, stoppingToken);
            isWritten = outcome is { IsDiskFull: false };
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await queue.ReleaseAsync(job, CancellationToken.None);
            return;
        }
        catch (Exception fault)
        {
            // One file must not stop the others, whatever went wrong with it.
            LogFault(log, fault, job.Id);
            isWritten = false;
            outcome = DiskFault.IsFull(fault)
                ? IngestOutcome.DiskFull(disk.Measure().IsShort)
                : IngestOutcome.Failed($"The desk could not take this file: {fault.Message}", mayRetry: true);
        }

        if (outcome is null)
        {
            aside[job.Id] = clock.GetTimestamp() + (long)(AskAgainAfter.TotalSeconds * clock.TimestampFrequency);
            await SettleAsync(job, null, stoppingToken);
            return;
        }

        if (outcome.IsDiskFull)
        {
            isStopped = true;
            progress.Stop(outcome.Reason);
        }

        if (!isWritten)
        {
            var ends = !outcome.IsDiskFull || batches.IsAwaited(job.BatchId);
            await SettleAsync(job, ends ? outcome : null, stoppingToken);
            if (!ends)
            {
                return;
            }
        }

        progress.Finished(outcome.State == IngestState.Failed);
        batches.Move();
    }

    /// <summary>Writes the end of a job, or with null puts it back, and goes on trying while the disk is too full even for that.</summary>
    private async Task SettleAsync(IngestJob job, IngestOutcome? outcome, CancellationToken stoppingToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                await (outcome is null ? queue.ReleaseAsync(job, CancellationToken.None) : queue.FinishAsync(job, outcome, CancellationToken.None));
                return;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogUnwritten(log, fault, job.Id);
                if (isFirst && batches.IsAwaited(job.BatchId))
                {
                    batches.KeepUnwritten(job.BatchId, job.Id, new(job.FileName, outcome?.Reason ?? disk.Measure().IsShort));
                }

                await Task.Delay(LookForRoomEvery, clock, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The ingest queue could not be read; trying again")]
    private static partial void LogQueueUnreachable(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "Going on with {Count} files of a process that has ended")]
    private static partial void LogTakenOver(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Ingest job {JobId} failed unexpectedly")]
    private static partial void LogFault(ILogger logger, Exception fault, long jobId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The end of ingest job {JobId} could not be written; trying again")]
    private static partial void LogUnwritten(ILogger logger, Exception fault, long jobId);
}
