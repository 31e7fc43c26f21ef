namespace MediaDesk.Metadata.Png;

/// <summary>Chunk types of PNG (W3C, third edition) and the keywords under which text chunks carry metadata.</summary>
internal static class PngTags
{
    public const int SignatureLength = 8, ChunkOverhead = 12;

    public static ReadOnlySpan<byte> Header => "IHDR"u8;
    public static ReadOnlySpan<byte> Palette => "PLTE"u8;
    public static ReadOnlySpan<byte> Transparency => "tRNS"u8;
    public static ReadOnlySpan<byte> Data => "IDAT"u8;
    public static ReadOnlySpan<byte> End => "IEND"u8;
    public static ReadOnlySpan<byte> Exif => "eXIf"u8;
    public static ReadOnlySpan<byte> Text => "tEXt"u8;
    public static ReadOnlySpan<byte> CompressedText => "zTXt"u8;
    public static ReadOnlySpan<byte> InternationalText => "iTXt"u8;
    public static ReadOnlySpan<byte> ContentCredentials => "caBX"u8;

    public const string XmpKeyword = "XML:com.adobe.xmp";

    /// <summary>ImageMagick's way of keeping blocks for which PNG once had no chunk: their bytes in hexadecimal.</summary>
    public const string RawProfileKeyword = "Raw profile type ";

    /// <summary>Chunks that decide pixels.</summary>
    public static bool IsCodedImage(ReadOnlySpan<byte> type) =>
        type.SequenceEqual(Data) || type.SequenceEqual(Header) || type.SequenceEqual(Palette) || type.SequenceEqual(Transparency);
}
