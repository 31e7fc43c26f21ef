namespace MediaDesk.Metadata;

/// <summary>EXIF outside JPEG: the TIFF structure alone, but some writers keep JPEG's segment header before it.</summary>
internal static class ExifBlock
{
    private const int HeaderLength = 6;

    public static ByteWindow WithoutHeader(ByteWindow block)
    {
        Span<byte> head = stackalloc byte[HeaderLength];
        return block.TryRead(0, head) && head.StartsWith("Exif\0"u8) ? block.Slice(HeaderLength) : block;
    }
}
