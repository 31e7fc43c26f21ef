namespace MediaDesk.Ingest;

/// <summary>A line of a file of records that was not taken over, and why. Lines count from 1.</summary>
public sealed record RejectedLine(long Line, string Reason);
