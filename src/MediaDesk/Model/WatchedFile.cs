namespace MediaDesk.Model;

/// <summary>A file of a watched folder that was taken: it is not taken again until its size or time changes.</summary>
public sealed class WatchedFile
{
    public required string Path { get; set; }

    public long ByteSize { get; set; }

    public DateTime ModifiedUtc { get; set; }

    public DateTime TakenUtc { get; set; }
}
