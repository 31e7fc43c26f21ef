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
}
