using MediaDesk.Metadata.Jpeg;

namespace MediaDesk.Metadata.Writing;

/// <summary>A part of a JPEG as it stands in the file, and what takes its place: null when it stays, empty when it goes.</summary>
internal sealed record JpegBlock(JpegPart Part, ByteWindow Run)
{
    /// <summary>The length field counts itself.</summary>
    public const int MostContentBytes = ushort.MaxValue - 2;

    public byte[]? New { get; init; }

    public long Growth => New is null ? 0 : New.Length - Run.Length;

    public static byte[] Segment(byte marker, ReadOnlySpan<byte> header, ReadOnlySpan<byte> content)
    {
        var length = header.Length + content.Length + 2;
        return [0xFF, marker, (byte)(length >> 8), (byte)length, .. header, .. content];
    }

    /// <summary>
    /// Adds a block behind the leading ones and the metadata that follows them, over stray bytes between them, so before any index of
    /// further pictures.
    /// </summary>
    public static void Add(List<JpegBlock> blocks, JpegPart part, byte[] segments)
    {
        var index = blocks.FindIndex(block => block.Part == JpegPart.MultiPicture);
        var at = 1 + blocks.FindLastIndex(
            index < 0 ? blocks.Count - 1 : index, block => block.Part is JpegPart.Leading or JpegPart.Exif or JpegPart.Xmp or JpegPart.ExtendedXmp);
        blocks.Insert(at, new(part, blocks[at].Run.Slice(0, 0)) { New = segments });
    }
}
