using MediaDesk.Model;

namespace MediaDesk.Ingest;

/// <summary>How one file ended. <paramref name="IsDiskFull"/>: it did not fail by itself and goes on when there is room.</summary>
internal sealed record IngestOutcome(IngestState State, long? MediaItemId, string? Reason, bool MayRetry = false, bool IsDiskFull = false)
{
    public static IngestOutcome Failed(string reason, bool mayRetry = false) => new(IngestState.Failed, null, reason, mayRetry);

    public static IngestOutcome DiskFull(string reason) => new(IngestState.Failed, null, reason, MayRetry: true, IsDiskFull: true);
}
