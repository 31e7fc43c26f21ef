namespace MediaDesk.Metadata;

/// <summary>The metadata blocks a container walker found, still unread, with what the container itself says of the image.</summary>
internal sealed class MetadataBlocks
{
    public int? Width { get; set; }

    public int? Height { get; set; }

    /// <summary>EXIF blocks: TIFF structures.</summary>
    public List<(string Where, ByteWindow Tiff)> Exif { get; } = [];

    /// <summary>Directories of Canon's CR3, which keeps each in a box of its own: by box type.</summary>
    public Dictionary<string, ByteWindow> CanonDirectories { get; } = new(StringComparer.Ordinal);

    /// <summary>TIFF structures that describe a map and no photo.</summary>
    public List<ByteWindow> Maps { get; } = [];

    /// <summary>Whole XMP packets, extensions already appended to <see cref="ExtendedXmp"/>.</summary>
    public List<MetadataBlock> Xmp { get; } = [];

    /// <summary>The second half of a packet too large for one JPEG segment, by the GUID its first half names.</summary>
    public Dictionary<string, MetadataBlock> ExtendedXmp { get; } = new(StringComparer.Ordinal);

    /// <summary>IIM blocks in the order they stand in the file.</summary>
    public List<MetadataBlock> Iim { get; } = [];

    /// <summary>Photoshop's MD5 of the IIM block at the time XMP was written (resource 0x0425).</summary>
    public byte[]? IptcDigest { get; set; }

    public bool HasContentCredentials { get; set; }

    /// <summary>The image data is not walked through: no hash of it, and in a JPEG nothing behind its first scan.</summary>
    public bool LeavesImageOut { get; init; }

    public string? ImageDataHash { get; set; }

    public ByteRange? Preview { get; set; }

    /// <summary>An orientation the decoder applies by itself, so that nothing is left to be turned.</summary>
    public bool DecoderTurns { get; set; }
}

/// <summary>A block of metadata copied out of the file, with its place for problems.</summary>
internal sealed record MetadataBlock(string Where, byte[] Bytes);
