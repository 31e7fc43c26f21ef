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
        while (NextSegment(file, at, out var marker) is { } next && file.TryUInt16(next + 2, bigEndian: true, out var length) && length >= 2 && file.Holds(next, length + 2))
        {
            if (next > at)
            {
                parts.Add((JpegPart.Other, file.Slice(at, next - at)));
            }

            var run = file.Slice(next, length + 2);
            parts.Add((PartOf(marker, run), run));
            at = next + run.Length;
        }

        parts.Add((JpegPart.Other, file.Slice(at)));
        return parts;
    }

    /// <summary>The bytes of a segment behind its marker, length and the first <paramref name="header"/> of its content.</summary>
    public static byte[] Content(ByteWindow segment, int header) => segment.Copy(4 + header, segment.Length - 4 - header, ushort.MaxValue) ?? [];

    /// <summary>The XMP packet behind whatever header this segment has.</summary>
    public static byte[] Packet(ByteWindow segment)
    {
        if (segment.Length == 0)
        {
            return [];
        }

        var content = Content(segment, 0);
        return content[(content.AsSpan().StartsWith(JpegTags.XmpHeader) ? JpegTags.XmpHeader.Length : XmpAt(content))..];
    }

    /// <summary>Where the next segment begins, over fill bytes and those that some writers leave between; null when the image comes first.</summary>
    private static long? NextSegment(ByteWindow file, long at, out byte marker)
    {
        for (marker = 0; file.TryByte(at, out var first) && file.TryByte(at + 1, out marker); at++)
        {
            if (first != 0xFF || marker is 0 or 0xFF || JpegTags.IsAlone(marker))
            {
                continue;
            }

            return marker is JpegTags.Sos or JpegTags.Eoi ? null : at;
        }

        return null;
    }

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
