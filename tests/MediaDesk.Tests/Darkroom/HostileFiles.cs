using System.Buffers.Binary;
using System.IO.Compression;
using NetVips;

namespace MediaDesk.Tests.Darkroom;

/// <summary>Small files that claim or cost much.</summary>
internal static class HostileFiles
{
    /// <summary>A PNG whose header alone is there.</summary>
    public static byte[] PngClaiming(int width, int height) =>
        [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0]), .. Chunk("IDAT", Deflated(64)), .. Chunk("IEND", [])];

    /// <summary>A progressive JPEG up to the beginning of its first scan.</summary>
    public static byte[] ProgressiveJpegClaiming(int width, int height)
    {
        var jpeg = TwoScreensProgressive();
        var frame = Find(jpeg, 0xC2);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), (ushort)width);
        return jpeg;
    }

    /// <summary>
    /// A progressive JPEG that sends its coefficients one by one and bit by bit, as ISO 10918-1 annex G allows (63 coefficients of
    /// 14 bits: at most 882 scans): minutes of work in a small file without a fault.
    /// </summary>
    public static byte[] JpegWithManyScans(int width, int height, int scans)
    {
        using var black = Image.Black(width, height, bands: 3).Copy(interpretation: Enums.Interpretation.Srgb);
        var jpeg = black.JpegsaveBuffer(interlace: true, keep: Enums.ForeignKeep.None);
        var firstScan = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        var afterFirst = firstScan + 2 + jpeg.AsSpan(firstScan + 2).IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC4]);
        var last = jpeg.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        var tables = jpeg.AsSpan(0, last).LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xC4]);
        var many = new MemoryStream();
        many.Write(jpeg, 0, afterFirst);
        many.Write(jpeg, tables, last - tables);
        // Black has no AC coefficients, so the bits of one such scan are those of any other; only its header tells them apart.
        var scan = jpeg[last..^2];
        foreach (var (coefficient, bit) in (from coefficient in Enumerable.Range(1, 63) from bit in Enumerable.Range(0, 14) select (coefficient, 13 - bit)).Take(scans))
        {
            (scan[7], scan[8]) = ((byte)coefficient, (byte)coefficient);
            scan[9] = (byte)((bit == 13 ? 0 : (bit + 1) << 4) | bit);
            many.Write(scan);
        }

        many.Write([0xFF, 0xD9]);
        return many.ToArray();
    }

    private static byte[] TwoScreensProgressive()
    {
        using var black = Image.Black(64, 64, bands: 3).Copy(interpretation: Enums.Interpretation.Srgb);
        return black.JpegsaveBuffer(interlace: true, keep: Enums.ForeignKeep.None);
    }

    private static int Find(byte[] jpeg, byte marker, bool last = false)
    {
        ReadOnlySpan<byte> code = [0xFF, marker];
        return last ? jpeg.AsSpan().LastIndexOf(code) : jpeg.AsSpan().IndexOf(code);
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
        return [.. BigEndian(data.Length), .. named, .. BigEndian((int)Crc32(named))];
    }

    /// <summary>PNG specification, annex D.</summary>
    private static uint Crc32(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var item in data)
        {
            crc ^= item;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] Deflated(int length)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(new byte[length]);
        }

        return packed.ToArray();
    }

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
