using MediaDesk.Metadata;

namespace MediaDesk.Darkroom;

/// <summary>The desk's side of the darkroom: hands files to child processes, enforces the limits, replaces children.</summary>
public sealed class DarkroomPool : IAsyncDisposable
{
    /// <summary>
    /// Reads a file and develops its renditions as <c>{outputStem}-1600.jpg</c>, <c>-800.jpg</c> and <c>-320.jpg</c>.
    /// <paramref name="onProgress"/> is awaited as soon as the reading is there and again when the 320 has been written.
    /// Never throws for what a file contains; throws <see cref="OperationCanceledException"/> when cancelled.
    /// </summary>
    public Task<DarkroomResult> DevelopAsync(
        string file, string outputStem, Func<DarkroomProgress, Task>? onProgress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>
/// An early answer about a file being developed. <paramref name="FirstPaint"/> is a small upright JPEG that can be shown
/// already (<c>{outputStem}-320.jpg</c>), made from the EXIF thumbnail or the finished 320; null when there is none yet.
/// </summary>
public sealed record DarkroomProgress(MetadataReading Reading, string? FirstPaint);
