using MediaDesk.Darkroom;
using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Ingest;

/// <summary>
/// Takes an XMP sidecar (<c>name.xmp</c> or <c>name.ext.xmp</c>), keeps it beside its photo's original and reads the two together:
/// its words become part of the photo's reading.
/// </summary>
internal sealed class IngestSidecar(
    SidecarPhotos photos, DeskFolder folder, DiskSpace disk, OriginalStore store, DarkroomPool darkroom, DeskWriter writer, IngestRows rows,
    IngestQueue queue, IngestOwner owner, ContentTurns turns)
{
    /// <summary>XMP beyond this is no caption.</summary>
    private const long MaxBytes = 16 << 20;

    /// <summary>Writes the job's end. Null, with nothing written, when the photo is still being worked on or on its way.</summary>
    public async Task<IngestOutcome?> TakeAsync(IngestJob job, CancellationToken cancellationToken)
    {
        var found = await photos.FindAsync(job, cancellationToken);
        if (found.IsOnItsWay)
        {
            return null;
        }

        IngestOutcome outcome;
        if (found.Photo is { } photo)
        {
            using var turn = await turns.TakeAsync(photo.Sha256, cancellationToken);
            outcome = await KeepAsync(job, photo, cancellationToken);
        }
        else
        {
            // It may wait for its photo, which may come any day; what an upload sent stays until somebody dismisses it.
            outcome = IngestOutcome.Failed(found.Why, mayRetry: true);
        }

        if (outcome.State == IngestState.Failed && !outcome.IsDiskFull)
        {
            await queue.FinishAsync(job, outcome, cancellationToken);
        }

        if (job.IsStaged && !outcome.MayRetry)
        {
            File.Delete(job.Path);
        }

        return outcome;
    }

    private async Task<IngestOutcome> KeepAsync(IngestJob job, SidecarPhoto photo, CancellationToken cancellationToken)
    {
        try
        {
            await using (var source = File.OpenRead(job.Path))
            {
                if (await store.ReceiveAsync(source, owner.Id, MaxBytes, cancellationToken) is not { } arrived)
                {
                    return IngestOutcome.Failed(IngestReasons.TooLarge(MaxBytes));
                }

                File.Move(arrived.Path, folder.Sidecar(photo.Sha256), overwrite: true);
            }

            return await ReadAsync(job, photo, cancellationToken);
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

    /// <summary>Reads the photo with the sidecar that is kept beside it now, and writes what that changes.</summary>
    private async Task<IngestOutcome> ReadAsync(IngestJob job, SidecarPhoto photo, CancellationToken cancellationToken)
    {
        var result = await darkroom.ReadAsync(folder.Original(photo.Sha256), folder.Sidecar(photo.Sha256), cancellationToken);
        if (result is not { Reading: { } reading, Failure: null })
        {
            return IngestOutcome.Failed($"{result.Failure?.Reason} The sidecar is kept beside its photo.", mayRetry: true);
        }

        var isMute = !reading.Sources.ContainsValue(FieldSource.Sidecar) && reading.Conflicts.All(x => !x.Values.ContainsKey(FieldSource.Sidecar));
        var remark = isMute && reading.Problems.FirstOrDefault(x => x.Where == SidecarLayer.Where) is { } problem
            ? $"Nothing was taken from this sidecar: {problem.What} It is kept beside its photo."
            : null;
        return await writer.WriteAsync(
            async db =>
            {
                await rows.TakeReadingAsync(db, photo.MediaItemId, photo.Sha256, reading, cancellationToken);
                var outcome = new IngestOutcome(IngestState.Sidecar, photo.MediaItemId, remark);
                await queue.FinishAsync(db, job, outcome, cancellationToken);
                return outcome;
            },
            cancellationToken);
    }
}
