namespace MediaDesk.Ingest;

/// <summary>Files that did not come onto the desk and wait for an editor.</summary>
public sealed class IngestProblems
{
    public Task<IReadOnlyList<IngestProblem>> OpenAsync(int limit, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<int> CountAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Tries again. False when there is nothing to retry any more.</summary>
    public Task<bool> RetryAsync(long jobId, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task DismissAsync(long jobId, CancellationToken cancellationToken) => throw new NotImplementedException();
}

public sealed record IngestProblem(
    long JobId, string FileName, string DeliveredBy, string Reason, bool MayRetry, int Attempts, DateTime AtUtc);
