namespace MediaDesk.Benchmarks;

/// <summary>What is to be measured beside ours is not on this machine; the message says how it gets there.</summary>
internal sealed class PeerAbsentException(string message) : Exception(message);
