using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MediaDesk.Metadata.Tests.Files;

/// <summary>Puts metadata blocks into the containers that carry them, around a small image.</summary>
internal static class PhotoBytes
{
    private static readonly byte[] Frame =
    [
        0xFF, 0xDB, 0, 5, 0, 1, 2, 0xFF, 0xC0, 0, 11, 8, 0, 60, 0, 80, 1, 1, 0x11, 0, 0xFF, 0xC4, 0, 4, 0, 1,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xFF, 0x00, 4, 0xFF, 0xD0, 5, 6, 0xFF, 0xD9,
    ];

    /// <summary>A JPEG of 80 by 60 pixels; it has the form of one, not a picture.</summary>
    public static byte[] JpegOf(params byte[][] segments) => [0xFF, 0xD8, .. segments.SelectMany(segment => segment), .. Frame];

    public static byte[] Segment(byte marker, params byte[][] parts)
    {
        var body = parts.SelectMany(part => part).ToArray();
        return [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];
    }

    public static byte[] ExifSegment(byte[] tiff) => Segment(0xE1, "Exif\0\0"u8.ToArray(), tiff);

    public static byte[] XmpSegment(byte[] packet) => Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0"u8.ToArray(), packet);

    public static byte[] IimSegment(byte[] iim, byte[]? digest = null) =>
        Segment(0xED, "Photoshop 3.0\0"u8.ToArray(), Resource(0x0404, iim), digest is null ? [] : Resource(0x0425, digest));

    public static byte[] Resource(ushort id, byte[] value) =>
        [.. "8BIM"u8, (byte)(id >> 8), (byte)id, 0, 0, 0, 0, (byte)(value.Length >> 8), (byte)value.Length, .. value, .. new byte[value.Length & 1]];

    public static byte[] PngOf(params byte[][] chunks) =>
    [
        0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", [0, 0, 0, 80, 0, 0, 0, 60, 8, 0, 0, 0, 0]), .. chunks.SelectMany(chunk => chunk),
        .. Chunk("IDAT", Deflate(new byte[81 * 60])), .. Chunk("IEND", []),
    ];

    public static byte[] Chunk(string type, byte[] body)
    {
        var chunk = new byte[body.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        body.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 8), Crc(chunk.AsSpan(4, body.Length + 4)));
        return chunk;
    }

    public static byte[] Deflate(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    public static byte[] XmpChunk(byte[] packet, bool compressed = false) =>
        Chunk("iTXt", [.. "XML:com.adobe.xmp\0"u8, (byte)(compressed ? 1 : 0), 0, 0, 0, .. compressed ? Deflate(packet) : packet]);

    public static byte[] RawProfileChunk(string kind, byte[] block) =>
        Chunk("zTXt", [.. Encoding.ASCII.GetBytes($"Raw profile type {kind}"), 0, 0, .. Deflate(Encoding.ASCII.GetBytes($"\n{kind}\n{block.Length,8}\n{Convert.ToHexStringLower(block)}\n"))]);

    /// <summary>A lossless WebP of 80 by 60 pixels in the extended form.</summary>
    public static byte[] WebPOf(params (string Type, byte[] Body)[] chunks)
    {
        (string, byte[])[] all = [("VP8X", [0, 0, 0, 0, 79, 0, 0, 59, 0, 0]), ("VP8L", [0x2F, 79, 0xC0, 14, 0, 1, 2, 3]), .. chunks];
        var body = all.SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes(chunk.Item1), .. BitConverter.GetBytes(chunk.Item2.Length), .. chunk.Item2, .. new byte[chunk.Item2.Length & 1]]).ToArray();
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length + 4), .. "WEBP"u8, .. body];
    }

    /// <summary>A TIFF directory of an 80 by 60 grey image.</summary>
    public static ExifText TiffOf() => new ExifText().Short(256, 80).Short(257, 60).Short(258, 8).Short(259, 1).Short(262, 1).Short(277, 1).Short(278, 60);

    public static byte[] Pixels() => [.. Enumerable.Range(0, 80 * 60).Select(i => (byte)i)];

    public static MetadataReading Read(byte[] file) => MetadataReader.Read(new MemoryStream(file, writable: false));

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
            }
        }

        return ~crc;
    }
}
