using MediaDesk.Metadata.Jpeg;

namespace MediaDesk.Metadata.Writing;

internal enum JpegPart
{
    /// <summary>The start of the image and application data that by custom comes first.</summary>
    Leading,
    Exif,
    Xmp,
    ExtendedXmp,
    Photoshop,
    /// <summary>The index of further images in the file, by their distance from it (CIPA DC-007).</summary>
    MultiPicture,
    Other,
}

/// <summary>The parts of a JPEG before its first scan, in order, and then everything from there to the end of the file as one.</summary>
internal static class JpegLayout
{
    private const int MostHeadBytes = 128;

    public static List<(JpegPart Part, ByteWindow Run)> Of(ByteWindow file)
    {
        var parts = new List<(JpegPart, ByteWindow)> { (JpegPart.Leading, file.Slice(0, 2)) };
        long at = 2;
        Span<byte> mark = stackalloc byte[2];
        while (file.TryRead(at, mark) && mark[0] == 0xFF && IsSegment(mark[1]) && file.TryUInt16(at + 2, bigEndian: true, out var length) && file.Holds(at, length + 2))
        {
            var run = file.Slice(at, length + 2);
            parts.Add((PartOf(mark[1], run), run));
            at += run.Length;
        }

        parts.Add((JpegPart.Other, file.Slice(at)));
        return parts;
    }

    /// <summary>The bytes of a segment behind its marker, length and the first <paramref name="header"/> of its content.</summary>
    public static byte[] Content(ByteWindow segment, int header) => segment.Copy(4 + header, segment.Length - 4 - header, ushort.MaxValue) ?? [];

    /// <summary>The XMP packet behind whatever header this segment has.</summary>
    public static byte[] Packet(ByteWindow segment)
    {
        var content = Content(segment, 0);
        return content[(content.AsSpan().StartsWith(JpegTags.XmpHeader) ? JpegTags.XmpHeader.Length : XmpAt(content))..];
    }

    private static bool IsSegment(byte marker) => marker is not (0 or 0xFF or JpegTags.Sos or JpegTags.Eoi) && !JpegTags.IsAlone(marker);

    private static JpegPart PartOf(byte marker, ByteWindow segment)
    {
        var head = segment.Copy(4, Math.Min(segment.Length - 4, MostHeadBytes), MostHeadBytes).AsSpan();
        return marker switch
        {
            JpegTags.App0 => JpegPart.Leading,
            JpegTags.App1 when head.StartsWith(JpegTags.ExifHeader) => JpegPart.Exif,
            JpegTags.App1 when head.StartsWith(JpegTags.XmpExtensionHeader) => JpegPart.ExtendedXmp,
            JpegTags.App1 when head.StartsWith(JpegTags.XmpHeader) || XmpAt(head) >= 0 => JpegPart.Xmp,
            JpegTags.App2 when head.StartsWith("MPF\0"u8) => JpegPart.MultiPicture,
            JpegTags.App13 when head.StartsWith(JpegTags.PhotoshopHeader) => JpegPart.Photoshop,
            _ => JpegPart.Other,
        };
    }

    /// <summary>Agencies write packets behind headers of their own.</summary>
    private static int XmpAt(ReadOnlySpan<byte> content)
    {
        var packet = content.IndexOf("<?xpacket"u8);
        return packet >= 0 ? packet : content.IndexOf("<x:xmpmeta"u8);
    }
}
