namespace MediaDesk.Metadata.Tiff;

/// <summary>Tag numbers of TIFF 6.0, its technical notes and DNG 1.7.</summary>
internal static class TiffTags
{
    public const ushort Width = 256, Height = 257, Compression = 259, Photometric = 262;
    public const ushort StripOffsets = 273, StripByteCounts = 279, TileOffsets = 324, TileByteCounts = 325;
    public const ushort SubDirectories = 330, JpegOffset = 0x0201, JpegLength = 0x0202;
    public const ushort Xmp = 700, Iim = 33723, PhotoshopResources = 34377;
    public const ushort ContentCredentials = 52545;
    public const ushort DngVersion = 50706;

    /// <summary>Panasonic RW2: the whole preview as a value.</summary>
    public const ushort PanasonicJpeg = 0x002E, PanasonicSensorWidth = 2, PanasonicSensorHeight = 3;

    /// <summary>
    /// Tags that decide pixels besides the strips and tiles: size, bits, compression, photometric, fill order, samples, rows per strip,
    /// planes, predictor, palette, tile size, extra samples, sample format, JPEG tables, YCbCr subsampling and reference.
    /// </summary>
    public static ReadOnlySpan<ushort> Pixels => [256, 257, 258, 259, 262, 266, 277, 278, 284, 317, 320, 322, 323, 338, 339, 347, 530, 532];
}
