namespace MediaDesk.Ingest;

/// <summary>Takes files in. Once a method has returned, the file is a durable job and no end of the process loses it.</summary>
public sealed class IngestInbox
{
    /// <summary>A number for files that are handed over together.</summary>
    public Task<long> BeginBatchAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Stages a stream of a file and queues it. A failure of the disk becomes a failed job, not an exception.</summary>
    public Task AcceptAsync(long batch, string fileName, string deliveredBy, Stream content, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Queues files that are read where they lie.</summary>
    public Task AcceptFilesAsync(long batch, IReadOnlyList<string> paths, string deliveredBy, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Waits until every file of a batch is done.</summary>
    public Task<IngestReport> WaitAsync(long batch, CancellationToken cancellationToken) => throw new NotImplementedException();
}
