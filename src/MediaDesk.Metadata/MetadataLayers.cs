using System.Collections.Immutable;
using MediaDesk.Metadata.Exif;
using MediaDesk.Metadata.Iim;
using MediaDesk.Metadata.Xmp;

namespace MediaDesk.Metadata;

/// <summary>Everything the metadata blocks of a file hold, also what no standard knows, layer by layer as it stands there.</summary>
public sealed record MetadataLayers
{
    /// <summary>Null when the file is not a photo the desk knows.</summary>
    public PhotoFormat? Format { get; init; }

    /// <summary>The XMP packets in the order of the file, the second part of a large one after it.</summary>
    public ImmutableArray<XmpPacket> Xmp { get; init; } = [];

    /// <summary>The IIM blocks in the order of the file.</summary>
    public ImmutableArray<IimLayer> Iim { get; init; } = [];

    /// <summary>The tags of all EXIF and TIFF directories in the order they stand in.</summary>
    public ImmutableArray<ExifTag> Exif { get; init; } = [];

    public ImmutableArray<Problem> Problems { get; init; } = [];
}
