using System.Collections.Immutable;

namespace MediaDesk.Metadata.Iim;

/// <summary>One dataset of an IIM block.</summary>
/// <param name="Text">Null where the dataset holds no text but numbers or an image. Padding at its end is left out.</param>
public sealed record IimValue(byte Record, byte Number, ImmutableArray<byte> Bytes, string? Text);
