using System.Buffers.Binary;

namespace MediaDesk.Metadata;

/// <summary>Tells what a file is by its first bytes.</summary>
public static class PhotoFormats
{
    /// <summary>How many bytes <see cref="Detect"/> looks at, at most.</summary>
    public const int HeadLength = 128;

    /// <summary>
    /// The format that the first bytes of a file announce, or null for everything that is no photo. Raw files built as TIFF
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

        // Photoshop File Formats: version 1, or 2 for large documents.
        if (head.StartsWith("8BPS\0\x01"u8) || head.StartsWith("8BPS\0\x02"u8))
        {
            return PhotoFormat.Psd;
        }

        if (OfJointPhotographicExperts(head) is { } later)
        {
            return later;
        }

        return head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) ? OfBrands(head) : OfTiff(head) ?? OfPacket(head);
    }

    /// <summary>JPEG XL (ISO/IEC 18181) and JPEG 2000 (ISO/IEC 15444-1): a container opens with a signature box, a codestream with its marker.</summary>
    private static PhotoFormat? OfJointPhotographicExperts(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> codestreamXl = [0xFF, 0x0A];
        ReadOnlySpan<byte> codestream2000 = [0xFF, 0x4F, 0xFF, 0x51];
        if (head.StartsWith(codestreamXl))
        {
            return PhotoFormat.JpegXl;
        }

        if (head.StartsWith(codestream2000))
        {
            return PhotoFormat.Jpeg2000;
        }

        ReadOnlySpan<byte> signature = [0x0D, 0x0A, 0x87, 0x0A];
        if (head.Length < 12 || !head.StartsWith("\0\0\0\x0C"u8) || !head[8..12].SequenceEqual(signature))
        {
            return null;
        }

        return head[4..8].SequenceEqual("JXL "u8) ? PhotoFormat.JpegXl : head[4..8].SequenceEqual("jP  "u8) ? PhotoFormat.Jpeg2000 : null;
    }

    /// <summary>An XMP packet by its first element, behind a byte order mark, white space and an XML declaration.</summary>
    private static PhotoFormat? OfPacket(ReadOnlySpan<byte> head)
    {
        // UTF-16 and UTF-32 become plain by leaving out their zeros and their byte order mark.
        Span<byte> plain = stackalloc byte[HeadLength];
        var length = 0;
        foreach (var one in head[..Math.Min(head.Length, HeadLength)])
        {
            if (one is > 0 and < 0x80)
            {
                plain[length++] = one;
            }
        }

        ReadOnlySpan<byte> text = plain[..length].TrimStart(" \t\r\n"u8);
        if (text.StartsWith("<?xml "u8) && text.IndexOf("?>"u8) is > 0 and var end)
        {
            text = text[(end + 2)..].TrimStart(" \t\r\n"u8);
        }

        return text.StartsWith("<?xpacket "u8) || text.StartsWith("<x:xmpmeta"u8) || text.StartsWith("<x:xapmeta"u8) || text.StartsWith("<rdf:RDF"u8)
            ? PhotoFormat.Sidecar
            : null;
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

    /// <summary>ISO base media files tell by brands: the first one, or where that is the container's own the first of the others that says more.</summary>
    private static PhotoFormat? OfBrands(ReadOnlySpan<byte> head)
    {
        var end = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        var major = head[8..12];
        if (major.SequenceEqual("crx "u8))
        {
            return PhotoFormat.Raw;
        }

        if (OfBrand(major) is { } format)
        {
            return format;
        }

        if (!major.SequenceEqual("mif1"u8) && !major.SequenceEqual("msf1"u8))
        {
            return null;
        }

        for (var at = 16; at + 4 <= end; at += 4)
        {
            if (OfBrand(head.Slice(at, 4)) is { } other)
            {
                return other;
            }
        }

        return null;
    }

    private static PhotoFormat? OfBrand(ReadOnlySpan<byte> brand) =>
        IsHevcStill(brand) ? PhotoFormat.Heic
        : brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8) ? PhotoFormat.Avif
        : null;

    private static bool IsHevcStill(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("heis"u8) ||
        brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("hevx"u8);
}
