using System.Buffers.Binary;
using MediaDesk.Metadata;

namespace MediaDesk.Darkroom.Developing;

/// <summary>How far a file reaches by its own account.</summary>
/// <param name="Length">Bytes from the beginning of the file to the end of what it declares.</param>
/// <param name="IsWhole">Whether that is the whole file; else more may follow that it has not declared yet.</param>
internal sealed record FileExtent(long Length, bool IsWhole)
{
    private const int LongestHead = 16;

    /// <summary>Null for formats that say nothing, such as JPEG.</summary>
    public static FileExtent? Declared(PhotoFormat format, Stream file) => format switch
    {
        PhotoFormat.Png => new(Walk(file, start: 8, PngChunk), IsWhole: false),
        PhotoFormat.WebP => new(Walk(file, start: 0, Riff), IsWhole: true),
        PhotoFormat.Heic or PhotoFormat.Avif => new(Walk(file, start: 0, IsoBox), IsWhole: false),
        // Unless they are bare codestreams.
        PhotoFormat.JpegXl or PhotoFormat.Jpeg2000 when HeadAt(file, 0)[0] == 0 => new(Walk(file, start: 0, IsoBox), IsWhole: false),
        PhotoFormat.Psd => new(PsdExtent.Of(file), IsWhole: false),
        PhotoFormat.Tiff => new(FirstDirectory(file), IsWhole: false),
        _ => null,
    };

    /// <summary>From block to block as long as their heads are there; a block of no plausible size ends the walk.</summary>
    private static long Walk(Stream file, long start, Func<byte[], long?> sizeOf)
    {
        var end = start;
        while (end < file.Length && sizeOf(HeadAt(file, end)) is { } size && size > 0 && size <= long.MaxValue - end)
        {
            end += size;
        }

        return end;
    }

    /// <summary>PNG specification, 5.3: length, type, data, CRC.</summary>
    private static long? PngChunk(byte[] head) => 12L + BinaryPrimitives.ReadUInt32BigEndian(head);

    /// <summary>One RIFF block is the whole file; what stands behind it is no part of the picture.</summary>
    private static long? Riff(byte[] head) =>
        head.AsSpan(0, 4).SequenceEqual("RIFF"u8) ? 8L + BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)) : null;

    /// <summary>ISO/IEC 14496-12, 4.2: size and type; size 1 has the real one in the next eight bytes, size 0 runs to the end.</summary>
    private static long? IsoBox(byte[] head) => BinaryPrimitives.ReadUInt32BigEndian(head) switch
    {
        1 => BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(8)),
        < 8 => null,
        var size => size,
    };

    /// <summary>TIFF 6.0, section 2: where the first directory begins, often behind the picture. BigTIFF has 43 instead of 42.</summary>
    private static long FirstDirectory(Stream file)
    {
        var head = HeadAt(file, 0);
        var isLittle = head[0] == 'I';
        var isBig = head[2] == 43 || head[3] == 43;
        return (isBig, isLittle) switch
        {
            (true, true) => BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(8)),
            (true, false) => BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(8)),
            (false, true) => BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)),
            (false, false) => BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(4)),
        };
    }

    /// <summary>The next bytes; zeros where the file has no more.</summary>
    private static byte[] HeadAt(Stream file, long position)
    {
        var head = new byte[LongestHead];
        file.Position = position;
        file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head;
    }
}
