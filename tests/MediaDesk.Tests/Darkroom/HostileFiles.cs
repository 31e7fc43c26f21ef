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

    /// <summary>A progressive JPEG that says its last scan hundreds of times over: minutes of work in a small file.</summary>
    public static byte[] JpegWithManyScans(int width, int height, int scans)
    {
        using var black = Image.Black(width, height, bands: 3).Copy(interpretation: Enums.Interpretation.Srgb);
        var jpeg = black.JpegsaveBuffer(interlace: true, keep: Enums.ForeignKeep.None);
        var last = Find(jpeg, 0xDA, last: true);
        var scan = jpeg.AsSpan(last, jpeg.Length - 2 - last);
        var many = new MemoryStream();
        many.Write(jpeg, 0, last);
        for (var copy = 0; copy < scans; copy++)
        {
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
