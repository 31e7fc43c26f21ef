namespace MediaDesk.Benchmarks;

/// <summary>A record as the other designs hold it: all its words in one text.</summary>
internal sealed record PeerRecord(int Id, DateTime Taken, string Words);
