using System.Collections.Immutable;

namespace MediaDesk.Metadata.Iim;

/// <summary>One IIM block of a file.</summary>
/// <param name="Where">The block it stood in.</param>
/// <param name="Charset">The character set its texts were read in, declared or guessed, by its IANA name.</param>
/// <param name="Datasets">In the order of the block.</param>
public sealed record IimLayer(string Where, string Charset, ImmutableArray<IimValue> Datasets);
