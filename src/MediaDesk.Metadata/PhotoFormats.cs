using System.Buffers.Binary;

namespace MediaDesk.Metadata;

/// <summary>Tells what a file is by its first bytes.</summary>
public static class PhotoFormats
{
    /// <summary>How many bytes <see cref="Detect"/> looks at, at most.</summary>
    public const int HeadLength = 64;

    /// <summary>
    /// The format that the first bytes of a file announce, or null for everything the desk does not take. Raw files built as TIFF
    /// without a mark of their own (DNG, NEF, ARW, PEF) come out as TIFF here; <see cref="MetadataReader"/> looks into their directories.
    /// </summary>
    public static PhotoFormat? Detect(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> jpeg = [0xFF, 0xD8, 0xFF];
        ReadOnlySpan<byte> png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        if (head.StartsWith(jpeg))
        {
            return PhotoFormat.Jpeg;
        }

        if (head.StartsWith(png))
        {
            return PhotoFormat.Png;
        }

        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8))
        {
            return PhotoFormat.WebP;
        }

        if (head.StartsWith("FUJIFILMCCD-RAW"u8))
        {
            return PhotoFormat.Raw;
        }

        return head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) ? OfBrands(head) : OfTiff(head);
    }

    private static PhotoFormat? OfTiff(ReadOnlySpan<byte> head)
    {
        if (head.Length < 8)
        {
            return null;
        }

        var bigEndian = head.StartsWith("MM"u8);
        if (!bigEndian && !head.StartsWith("II"u8))
        {
            return null;
        }

        var magic = bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(head[2..]) : BinaryPrimitives.ReadUInt16LittleEndian(head[2..]);
        return magic switch
        {
            // Canon writes its mark behind the TIFF header.
            42 when head.Length >= 10 && head[8..10].SequenceEqual("CR"u8) => PhotoFormat.Raw,
            42 or 43 => PhotoFormat.Tiff,
            // Panasonic IIU\0; Olympus IIRO, IIRS and MMOR.
            0x0055 when !bigEndian => PhotoFormat.Raw,
            0x4F52 or 0x5352 => PhotoFormat.Raw,
            _ => null,
        };
    }

    /// <summary>ISO base media files tell by brands. AVIF shares the container, and the desk does not take it.</summary>
    private static PhotoFormat? OfBrands(ReadOnlySpan<byte> head)
    {
        var end = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        var major = head[8..12];
        if (major.SequenceEqual("crx "u8))
        {
            return PhotoFormat.Raw;
        }

        if (IsHevcStill(major))
        {
            return PhotoFormat.Heic;
        }

        if (!major.SequenceEqual("mif1"u8) && !major.SequenceEqual("msf1"u8))
        {
            return null;
        }

        for (var at = 16; at + 4 <= end; at += 4)
        {
            if (IsHevcStill(head.Slice(at, 4)))
            {
                return PhotoFormat.Heic;
            }
        }

        return null;
    }

    private static bool IsHevcStill(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("heis"u8) ||
        brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("hevx"u8);
}
