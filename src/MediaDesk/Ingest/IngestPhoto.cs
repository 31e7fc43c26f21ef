using MediaDesk.Darkroom;
using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.Extensions.Options;

namespace MediaDesk.Ingest;

/// <summary>
/// Takes one photo onto the desk: hash, store, read, develop, write the rows. Each step can be cut off and taken again: the
/// job's row ends in the same transaction that stores what the file became.
/// </summary>
internal sealed class IngestPhoto(
    OriginalStore store, DeskFolder folder, DiskSpace disk, DarkroomPool darkroom, DeskWriter writer, IngestRows rows, SidecarPhotos sidecars,
    IngestQueue queue, IngestOwner owner, ContentTurns turns, IOptions<IngestOptions> options, TimeProvider clock)
{
    /// <summary>A photo that is ready sooner after its first picture is written once instead of twice.</summary>
    private static readonly TimeSpan EarlyAfter = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Works on a claimed job and writes its end, except for a full disk: then nothing is written and the outcome tells.
    /// </summary>
    public async Task<IngestOutcome> TakeAsync(IngestJob job, CancellationToken cancellationToken)
    {
        ArrivedFile? arrived = null;
        IngestOutcome outcome;
        try
        {
            (arrived, var refusal) = job.IsStaged ? (ArrivedFile.At(job.Path), null) : await FetchAsync(job, cancellationToken);
            if (arrived is not null)
            {
                using var turn = await turns.TakeAsync(arrived.Sha256, cancellationToken);
                return await TakeAsync(job, arrived, cancellationToken);
            }

            outcome = refusal!;
        }
        catch (Exception fault) when (DiskFault.IsFull(fault))
        {
            outcome = IngestOutcome.DiskFull(disk.Measure().IsShort);
        }
        finally
        {
            if (arrived is not null && !job.IsStaged)
            {
                File.Delete(arrived.Path);
            }
        }

        if (!outcome.IsDiskFull)
        {
            await queue.FinishAsync(job, outcome, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Brings in a file that lies with its sender.</summary>
    private async Task<(ArrivedFile?, IngestOutcome?)> FetchAsync(IngestJob job, CancellationToken cancellationToken)
    {
        try
        {
            // Asked before opening: opening a pipe would wait for a writer, and pipes and devices have no length.
            var size = new FileInfo(job.Path).Length;
            if (size == 0)
            {
                return (null, IngestOutcome.Failed(IngestReasons.Empty));
            }

            if (size > options.Value.MaxFileBytes)
            {
                return (null, IngestOutcome.Failed(IngestReasons.TooLarge(options.Value.MaxFileBytes)));
            }

            if (disk.Measure() is var room && !room.Fits(size))
            {
                return (null, IngestOutcome.DiskFull(room.IsShort));
            }

            await using var source = new FileStream(
                job.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return await store.ReceiveAsync(source, owner.Id, options.Value.MaxFileBytes, cancellationToken) is { } arrived
                ? (arrived, null)
                : (null, IngestOutcome.Failed(IngestReasons.TooLarge(options.Value.MaxFileBytes)));
        }
        catch (StoreException fault) when (!DiskFault.IsFull(fault))
        {
            return (null, IngestOutcome.Failed(IngestReasons.OwnDisk(fault, disk), mayRetry: true));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException && !DiskFault.IsFull(fault))
        {
            return (null, IngestOutcome.Failed(IngestReasons.Unreadable(fault, job.Path), mayRetry: true));
        }
    }

    private async Task<IngestOutcome> TakeAsync(IngestJob job, ArrivedFile arrived, CancellationToken cancellationToken)
    {
        var isHere = File.Exists(arrived.Path);
        if (!isHere && !File.Exists(folder.Original(arrived.Sha256)))
        {
            return await EndAsync(job, IngestOutcome.Failed(IngestReasons.Gone), cancellationToken);
        }

        if (await rows.FindDuplicateAsync(job, arrived.Sha256, cancellationToken) is { } duplicate)
        {
            File.Delete(arrived.Path);
            return await EndAsync(job, duplicate, cancellationToken);
        }

        if (isHere)
        {
            if (arrived.ByteSize == 0)
            {
                File.Delete(arrived.Path);
                return await EndAsync(job, IngestOutcome.Failed(IngestReasons.Empty), cancellationToken);
            }

            if (job.IsStaged && disk.Measure() is var room && !room.Fits(arrived.ByteSize / 4))
            {
                return IngestOutcome.DiskFull(room.IsShort);
            }

            store.Keep(arrived);
        }

        return await DevelopAsync(job, arrived, cancellationToken);
    }

    private async Task<IngestOutcome> DevelopAsync(IngestJob job, ArrivedFile arrived, CancellationToken cancellationToken)
    {
        var original = folder.Original(arrived.Sha256);
        var photo = new Arrival(job, arrived.Sha256, new FileInfo(original).Length, IngestNames.OfPhoto(job.FileName));
        var stem = folder.RenditionStem(arrived.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(stem)!);
        var early = Task.CompletedTask;
        using var developed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        DarkroomResult result;
        try
        {
            result = await darkroom.DevelopAsync(
                original,
                stem,
                progress =>
                {
                    // Beside the developing, not before it: the child does not wait for the database.
                    if (progress.FirstPaint is not null && early.IsCompletedSuccessfully)
                    {
                        early = PutEarlyAsync(photo, progress, developed.Token, cancellationToken);
                    }

                    return Task.CompletedTask;
                },
                cancellationToken);
        }
        finally
        {
            await developed.CancelAsync();
            await early;
        }

        if (result.Failure is { } failure)
        {
            return await RefuseAsync(photo, arrived, failure, cancellationToken);
        }

        var outcome = await writer.WriteAsync(db => rows.FinishAsync(db, photo, result, cancellationToken), cancellationToken);
        await sidecars.WakeAsync(job, cancellationToken);
        if (job.IsStaged)
        {
            File.Delete(arrived.Path);
        }

        return outcome;
    }

    private async Task PutEarlyAsync(Arrival photo, DarkroomProgress progress, CancellationToken developed, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(EarlyAfter, clock, developed);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return;
        }

        await rows.PutEarlyAsync(photo, progress.Reading, cancellationToken);
    }

    /// <summary>A photo that could not be developed leaves nothing on the desk but its job with the reason.</summary>
    private async Task<IngestOutcome> RefuseAsync(Arrival photo, ArrivedFile arrived, DarkroomFailure failure, CancellationToken cancellationToken)
    {
        var mayRetry = failure.Kind is DarkroomFailureKind.TooLong or DarkroomFailureKind.TooMuchMemory or DarkroomFailureKind.Died or DarkroomFailureKind.Unreachable;
        var isDiskFull = failure.Kind is DarkroomFailureKind.Unreachable && disk.Measure() is var room && !room.Fits(0);
        var outcome = isDiskFull
            ? IngestOutcome.DiskFull(disk.Measure().IsShort)
            : IngestOutcome.Failed(failure.Reason, mayRetry);
        var isHeld = await writer.WriteAsync(
            async db =>
            {
                var isHeld = await IngestRows.WithdrawAsync(db, photo, cancellationToken);
                if (!isDiskFull)
                {
                    await queue.FinishAsync(db, photo.Job, outcome, cancellationToken);
                }

                return isHeld;
            },
            cancellationToken);

        // After the rows: files without a row are harmless, a row without its file is not.
        if (!isHeld)
        {
            if (photo.Job.IsStaged && mayRetry)
            {
                store.GiveBack(arrived);
            }

            store.Delete(arrived.Sha256);
        }

        return outcome;
    }

    private async Task<IngestOutcome> EndAsync(IngestJob job, IngestOutcome outcome, CancellationToken cancellationToken)
    {
        await queue.FinishAsync(job, outcome, cancellationToken);
        return outcome;
    }
}

/// <summary>A photo on its way: its job, its content and the name it is shown under.</summary>
internal sealed record Arrival(IngestJob Job, string Sha256, long ByteSize, string FileName);
