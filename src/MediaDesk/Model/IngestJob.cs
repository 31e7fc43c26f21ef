namespace MediaDesk.Model;

/// <summary>
/// One file on its way onto the desk. The row is the queue: whatever happens to the process, the row says what is left to do,
/// and a file that failed stays visible with its reason until it is retried or dismissed.
/// </summary>
public sealed class IngestJob
{
    public long Id { get; set; }

    /// <summary>The files that were handed over together.</summary>
    public long BatchId { get; set; }

    /// <summary>The name for people; may hold anything a file system allows.</summary>
    public required string FileName { get; set; }

    /// <summary>Where the bytes lie: a file of the sender's, or a file staged in the data folder (<see cref="IsStaged"/>).</summary>
    public required string Path { get; set; }

    /// <summary>The desk owns the file at <see cref="Path"/> and deletes it when it is done with it.</summary>
    public bool IsStaged { get; set; }

    public required string DeliveredBy { get; set; }

    public IngestState State { get; set; }

    /// <summary>For <see cref="IngestState.Failed"/> a sentence for the person at the desk.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether trying again may help (took too long, disk full), as opposed to a file that is what it is.</summary>
    public bool MayRetry { get; set; }

    public int Attempts { get; set; }

    public long? MediaItemId { get; set; }

    public DateTime CreatedUtc { get; set; }

    public DateTime? FinishedUtc { get; set; }

    /// <summary>When an editor took it off the problems list.</summary>
    public DateTime? DismissedUtc { get; set; }

    /// <summary>The process that works on it; see <c>Ingest/IngestOwner</c>.</summary>
    public string? Owner { get; set; }
}

public enum IngestState
{
    Waiting,
    Working,
    Added,
    Duplicate,
    /// <summary>A new version of a photo already here.</summary>
    Version,
    /// <summary>A sidecar taken together with its photo.</summary>
    Sidecar,
    Failed,
}
