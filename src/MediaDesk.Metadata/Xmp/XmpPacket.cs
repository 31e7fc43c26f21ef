using System.Collections.Immutable;

namespace MediaDesk.Metadata.Xmp;

/// <summary>One XMP packet of a file as a tree.</summary>
/// <param name="Where">The block it stood in.</param>
/// <param name="Toolkit">The software that wrote it (<c>x:xmptk</c>); null when it does not say.</param>
/// <param name="About">What it is about (<c>rdf:about</c>); null when it does not say.</param>
/// <param name="Properties">In the order of the packet; a property that stands there twice is here twice.</param>
public sealed record XmpPacket(string Where, string? Toolkit, string? About, ImmutableArray<XmpNode> Properties);
