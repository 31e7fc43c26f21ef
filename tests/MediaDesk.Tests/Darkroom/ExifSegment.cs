using System.Buffers.Binary;

namespace MediaDesk.Tests.Darkroom;

/// <summary>Gives a JPEG the EXIF block of a camera: an orientation and a thumbnail.</summary>
internal static class ExifSegment
{
    private const int TiffStart = 6;
    private const int Ifd0 = 8;
    private const int Ifd1 = Ifd0 + 2 + 12 + 4;
    private const int ThumbnailStart = Ifd1 + 2 + (3 * 12) + 4;

    /// <summary>The JPEG with an APP1 right behind its SOI.</summary>
    public static byte[] Insert(byte[] jpeg, int orientation, byte[] thumbnail)
    {
        var exif = new byte[TiffStart + ThumbnailStart + thumbnail.Length];
        "Exif\0\0"u8.CopyTo(exif);
        var tiff = exif.AsSpan(TiffStart);
        "II*\0"u8.CopyTo(tiff);
        BinaryPrimitives.WriteInt32LittleEndian(tiff[4..], Ifd0);
        BinaryPrimitives.WriteInt16LittleEndian(tiff[Ifd0..], 1);
        Entry(tiff[(Ifd0 + 2)..], 0x0112, type: 3, orientation);
        BinaryPrimitives.WriteInt32LittleEndian(tiff[(Ifd0 + 14)..], Ifd1);
        BinaryPrimitives.WriteInt16LittleEndian(tiff[Ifd1..], 3);
        Entry(tiff[(Ifd1 + 2)..], 0x0103, type: 3, 6);
        Entry(tiff[(Ifd1 + 14)..], 0x0201, type: 4, ThumbnailStart);
        Entry(tiff[(Ifd1 + 26)..], 0x0202, type: 4, thumbnail.Length);
        thumbnail.CopyTo(tiff[ThumbnailStart..]);
        byte[] head = [0xFF, 0xD8, 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2)];
        return [.. head, .. exif, .. jpeg.AsSpan(2)];
    }

    private static void Entry(Span<byte> at, ushort tag, ushort type, int value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at, tag);
        BinaryPrimitives.WriteUInt16LittleEndian(at[2..], type);
        BinaryPrimitives.WriteInt32LittleEndian(at[4..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(at[8..], value);
    }
}
