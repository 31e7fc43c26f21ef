using System.Buffers.Binary;
using MediaDesk.Metadata;

namespace MediaDesk.Darkroom.Developing;

/// <summary>How long a file is by its own account.</summary>
internal static class FileExtent
{
    private const int RiffHead = 8;

    /// <summary>
    /// The whole length that a RIFF (WebP) or ISO base media (HEIC) file declares, or where it says less the end of what it
    /// does declare; null for formats that say nothing.
    /// </summary>
    public static long? Declared(PhotoFormat format, Stream file) => format switch
    {
        PhotoFormat.WebP => Riff(file),
        PhotoFormat.Heic => IsoBoxes(file),
        _ => null,
    };

    private static long? Riff(Stream file)
    {
        Span<byte> head = stackalloc byte[RiffHead];
        file.Position = 0;
        return file.ReadAtLeast(head, RiffHead, throwOnEndOfStream: false) < RiffHead
            ? null
            : RiffHead + BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
    }

    /// <summary>ISO/IEC 14496-12, 4.2: size and type, size 1 has the real one in the next eight bytes, size 0 runs to the end.</summary>
    private static long? IsoBoxes(Stream file)
    {
        Span<byte> head = stackalloc byte[16];
        long end = 0;
        while (end < file.Length)
        {
            file.Position = end;
            var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            if (read < 8)
            {
                break;
            }

            long size = BinaryPrimitives.ReadUInt32BigEndian(head);
            size = size == 1 && read == 16 ? BinaryPrimitives.ReadInt64BigEndian(head[8..]) : size;
            if (size < 8 || size > long.MaxValue - end)
            {
                break;
            }

            end += size;
        }

        return end;
    }
}
