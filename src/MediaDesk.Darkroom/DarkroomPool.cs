using System.Collections.Concurrent;
using MediaDesk.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaDesk.Darkroom;

/// <summary>The desk's side of the darkroom: hands files to child processes, enforces the limits, replaces children.</summary>
public sealed partial class DarkroomPool : IAsyncDisposable
{
    private readonly DarkroomOptions options;
    private readonly DarkroomHost host;
    private readonly ILogger<DarkroomPool> logger;
    private readonly SemaphoreSlim seats;
    private readonly int seatCount;

    /// <summary>Warm children without a file. The last one used is taken first, so that a quiet desk keeps few of them in memory.</summary>
    private readonly ConcurrentStack<DarkroomChild> idle = new();
    private readonly CancellationTokenSource closing = new();

    public DarkroomPool(IOptions<DarkroomOptions> options, DarkroomHost host, ILogger<DarkroomPool> logger)
    {
        this.options = options.Value;
        this.host = host;
        this.logger = logger;
        seatCount = this.options.Children > 0 ? this.options.Children : Environment.ProcessorCount;
        seats = new(seatCount);
    }

    /// <summary>
    /// Reads a file and develops its renditions as <c>{outputStem}-1600.jpg</c>, <c>-800.jpg</c> and <c>-320.jpg</c>.
    /// <paramref name="onProgress"/> is awaited as soon as the reading is there and again when the 320 has been written.
    /// Never throws for what a file contains; throws <see cref="OperationCanceledException"/> when cancelled.
    /// </summary>
    public Task<DarkroomResult> DevelopAsync(
        string file, string outputStem, Func<DarkroomProgress, Task>? onProgress, CancellationToken cancellationToken) =>
        SendAsync(new(file, outputStem), onProgress, cancellationToken);

    /// <summary>Reads a photo together with the XMP sidecar beside it, without developing it; otherwise as <see cref="DevelopAsync"/>.</summary>
    public Task<DarkroomResult> ReadAsync(string file, string sidecar, CancellationToken cancellationToken) =>
        SendAsync(new(file, file, sidecar), null, cancellationToken);

    /// <summary>
    /// Makes a copy of a photo that says <paramref name="fields"/> and nothing else in any property of the standard, its image as it
    /// was, and reads it back. Returns why there is no copy, or null when it is there. Throws only when cancelled.
    /// </summary>
    public Task<string?> CopyAsync(string file, string copy, FieldValues fields, CancellationToken cancellationToken) =>
        InSeatAsync(
            async (child, stopping) =>
            {
                var outcome = await child.DevelopAsync(new RenditionFiles(file, copy).Request(options) with { Copy = copy, Fields = fields }, _ => Task.CompletedTask, stopping);
                if (outcome.End is DarkroomReply.Copied copied)
                {
                    return copied.Refusal;
                }

                var failure = outcome.Stopped ?? ((DarkroomReply.Failed)outcome.End!).Failure;
                LogFailure(logger, file, failure.Kind, failure.Reason, child.Complaints);
                return failure.Reason;
            },
            cancellationToken);

    /// <summary>The perceptual hash of a rendition that was developed earlier; null when it cannot be read. Throws only when cancelled.</summary>
    public Task<long?> LookAsync(string rendition, CancellationToken cancellationToken) =>
        InSeatAsync(
            async (child, stopping) =>
            {
                var outcome = await child.DevelopAsync(new RenditionFiles(rendition, rendition).Request(options) with { IsLook = true }, _ => Task.CompletedTask, stopping);
                if (outcome.End is DarkroomReply.Looked looked)
                {
                    return looked.PerceptualHash;
                }

                var failure = outcome.Stopped ?? ((DarkroomReply.Failed)outcome.End!).Failure;
                LogFailure(logger, rendition, failure.Kind, failure.Reason, child.Complaints);
                return (long?)null;
            },
            cancellationToken);

    private Task<DarkroomResult> SendAsync(RenditionFiles files, Func<DarkroomProgress, Task>? onProgress, CancellationToken cancellationToken) =>
        InSeatAsync((child, stopping) => SendAsync(child, files, onProgress, stopping), cancellationToken);

    private async Task<T> InSeatAsync<T>(Func<DarkroomChild, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing.Token);
        await seats.WaitAsync(stopping.Token);
        try
        {
            var child = await TakeChildAsync(stopping.Token);
            try
            {
                return await work(child, stopping.Token);
            }
            finally
            {
                await PutBackAsync(child);
            }
        }
        finally
        {
            seats.Release();
        }
    }

    /// <summary>Ends the files in hand and the children.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        for (var seat = 0; seat < seatCount; seat++)
        {
            await seats.WaitAsync(CancellationToken.None);
        }

        while (idle.TryPop(out var child))
        {
            await child.DisposeAsync();
        }

        seats.Dispose();
        closing.Dispose();
    }

    private async Task<DarkroomResult> SendAsync(
        DarkroomChild child, RenditionFiles files, Func<DarkroomProgress, Task>? onProgress, CancellationToken cancellationToken)
    {
        MetadataReading? reading = null;
        var outputs = files.Before();
        var isDeveloped = false;
        try
        {
            var outcome = await child.DevelopAsync(files.Request(options), HearAsync, cancellationToken);
            if (outcome.End is DarkroomReply.Developed developed)
            {
                isDeveloped = true;
                return new() { Reading = reading, Renditions = files.Named(developed.Renditions), PerceptualHash = developed.PerceptualHash };
            }

            var failure = outcome.Stopped ?? ((DarkroomReply.Failed)outcome.End!).Failure;
            LogFailure(logger, files.File, failure.Kind, failure.Reason, child.Complaints);
            return new() { Reading = reading, Failure = failure };
        }
        finally
        {
            if (!isDeveloped)
            {
                outputs.Remove(child.Id);
            }
        }

        async Task HearAsync(DarkroomReply reply)
        {
            var firstPaint = files.Smallest;
            if (reply is DarkroomReply.Read read)
            {
                reading = read.Reading;
                firstPaint = read.HasFirstPaint ? firstPaint : null;
            }

            if (reading is not null && onProgress is not null)
            {
                await onProgress(new(reading, firstPaint));
            }
        }
    }

    private async Task<DarkroomChild> TakeChildAsync(CancellationToken cancellationToken)
    {
        while (idle.TryPop(out var child))
        {
            if (child.IsFit)
            {
                return child;
            }

            await child.DisposeAsync();
        }

        return await DarkroomChild.StartAsync(host, options, cancellationToken);
    }

    private async Task PutBackAsync(DarkroomChild child)
    {
        if (child.IsFit)
        {
            idle.Push(child);
        }
        else
        {
            await child.DisposeAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not developed: {File}. {Kind}: {Reason} {Complaints}")]
    private static partial void LogFailure(ILogger logger, string file, DarkroomFailureKind kind, string reason, string complaints);
}

/// <summary>
/// An early answer about a file being developed. <paramref name="FirstPaint"/> is a small upright JPEG that can be shown
/// already (<c>{outputStem}-320.jpg</c>), made from the EXIF thumbnail or the finished 320; null when there is none yet.
/// </summary>
public sealed record DarkroomProgress(MetadataReading Reading, string? FirstPaint);
