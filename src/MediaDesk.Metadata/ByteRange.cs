namespace MediaDesk.Metadata;

/// <summary>A run of bytes of a file.</summary>
public readonly record struct ByteRange(long Start, int Length);
