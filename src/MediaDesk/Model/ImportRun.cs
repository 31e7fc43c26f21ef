namespace MediaDesk.Model;

/// <summary>How far a file of records was taken over. Records without an id are known by the file and their line.</summary>
public sealed class ImportRun
{
    /// <summary>Of the file as a whole, lower-case hex.</summary>
    public required string FileSha256 { get; set; }

    public required string FileName { get; set; }

    /// <summary>Every line up to this one is done: taken over, or rejected.</summary>
    public long LinesDone { get; set; }

    public DateTime StartedUtc { get; set; }

    /// <summary>Null while lines are left.</summary>
    public DateTime? FinishedUtc { get; set; }
}
