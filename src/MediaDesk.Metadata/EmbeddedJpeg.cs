using MediaDesk.Metadata.Jpeg;

namespace MediaDesk.Metadata;

/// <summary>A JPEG inside another file: a thumbnail or a raw file's preview.</summary>
internal static class EmbeddedJpeg
{
    private const int Smallest = 128;

    /// <summary>Its place in the file when a JPEG starts there; cut at the end of the window, null when too little is left.</summary>
    public static ByteRange? At(ByteWindow bytes, long at, long length)
    {
        if (at <= 0 || at >= bytes.Length || length < Smallest)
        {
            return null;
        }

        Span<byte> head = stackalloc byte[3];
        return bytes.TryRead(at, head) && head.SequenceEqual((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            ? bytes.InFile(at, Math.Min(length, bytes.Length - at))
            : null;
    }

    /// <summary>The candidate with the most pixels among those that are JPEGs a viewer can show; sensor data coded as lossless JPEG is none.</summary>
    public static ByteRange? Largest(ByteWindow bytes, IEnumerable<(long At, long Length)> candidates)
    {
        ByteRange? largest = null;
        long most = 0;
        foreach (var (at, length) in candidates)
        {
            if (At(bytes, at, length) is { } range && Pixels(bytes.Slice(at, length)) is var pixels && pixels > most)
            {
                (largest, most) = (range, pixels);
            }
        }

        return largest;
    }

    /// <summary>Width times height from the frame header; 0 when it is not baseline or progressive.</summary>
    private static long Pixels(ByteWindow jpeg)
    {
        const int MostSegments = 500;
        long at = 2;
        for (var segments = 0; segments < MostSegments && jpeg.TryUInt16(at, true, out var marker) && jpeg.TryUInt16(at + 2, true, out var length); segments++)
        {
            if (marker is >= 0xFFC0 and <= 0xFFC2)
            {
                return jpeg.TryUInt16(at + 5, true, out var height) && jpeg.TryUInt16(at + 7, true, out var width) ? (long)width * height : 0;
            }

            if (marker < 0xFFC0 || JpegTags.IsFrame((byte)marker) || marker == (0xFF00 | JpegTags.Sos))
            {
                return 0;
            }

            at += 2 + length;
        }

        return 0;
    }
}
