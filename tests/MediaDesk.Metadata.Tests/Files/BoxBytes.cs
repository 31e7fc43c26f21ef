using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using static MediaDesk.Metadata.Tests.Files.PhotoBytes;

namespace MediaDesk.Metadata.Tests.Files;

/// <summary>Builds the containers that consist of boxes, and Photoshop documents, around an image of 80 by 60 pixels that has the form of one only.</summary>
internal static class BoxBytes
{
    private static readonly byte[] ManifestStore = [.. "c2pa"u8, 0x00, 0x11, 0x00, 0x10, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    /// <summary>The size 80 × 60 (60 = 7·8 + 4, so not the small form), ratio 4:3, and what tells the orientation.</summary>
    private static byte[] Codestream(int orientation)
    {
        var bits = new List<bool>();
        void Put(int value, int count) => bits.AddRange(Enumerable.Range(0, count).Select(i => (value >> i & 1) == 1));
        Put(0, 1);
        Put(0, 2);
        Put(60 - 1, 9);
        Put(3, 3);
        Put(0, 1);
        Put(1, 1);
        Put(orientation - 1, 3);
        Put(0, 24 - (bits.Count % 8));
        return [0xFF, 0x0A, .. bits.Chunk(8).Select(eight => (byte)eight.Select((bit, i) => bit ? 1 << i : 0).Sum()), 1, 2, 3, 4, 5];
    }

    public static byte[] Box(string type, params byte[][] parts)
    {
        var body = parts.SelectMany(part => part).ToArray();
        return [.. BigEndian(body.Length + 8), .. Encoding.Latin1.GetBytes(type), .. body];
    }

    public static byte[] Brotli(string type, byte[] body)
    {
        var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(body);
        }

        return Box("brob", Encoding.Latin1.GetBytes(type), packed.ToArray());
    }

    /// <summary>A JUMBF superbox of a manifest store, or of the type given.</summary>
    public static byte[] Jumbf(byte[]? type = null) => Box("jumb", Box("jumd", type ?? ManifestStore, [3], "c2pa\0"u8.ToArray()), Box("cbor", [0xA0]));

    public static byte[] JpegXlOf(params byte[][] boxes) => JpegXlOf(1, boxes);

    public static byte[] JpegXlOf(int orientation, params byte[][] boxes) =>
    [
        .. Box("JXL ", [0x0D, 0x0A, 0x87, 0x0A]), .. Box("ftyp", "jxl \0\0\0\0jxl "u8.ToArray()), .. boxes.SelectMany(box => box),
        .. Box("jxlc", Codestream(orientation)),
    ];

    public static byte[] BareJpegXl() => Codestream(1);

    /// <summary>Without the box header: four bytes that say how far it is to the TIFF header.</summary>
    public static byte[] ExifItem(byte[] tiff) => [0, 0, 0, 0, .. tiff];

    public static byte[] Jpeg2000Of(params byte[][] boxes) =>
    [
        .. Box("jP  ", [0x0D, 0x0A, 0x87, 0x0A]), .. Box("ftyp", "jp2 \0\0\0\0jp2 "u8.ToArray()),
        .. Box("jp2h", Box("ihdr", BigEndian(60), BigEndian(80), [0, 3, 7, 7, 0, 0]), Box("colr", [1, 0, 0, 0, 0, 0, 16])),
        .. boxes.SelectMany(box => box), .. Box("jp2c", BareJpeg2000()),
    ];

    public static byte[] BareJpeg2000() =>
    [
        0xFF, 0x4F, 0xFF, 0x51, 0, 47, 0, 0, .. BigEndian(90), .. BigEndian(70), .. BigEndian(10), .. BigEndian(10), .. BigEndian(90), .. BigEndian(70),
        .. BigEndian(0), .. BigEndian(0), 0, 3, 7, 1, 1, 7, 1, 1, 7, 1, 1, 0xFF, 0xD9,
    ];

    public static byte[] UuidBox(string uuid, byte[] body) => Box("uuid", Convert.FromHexString(uuid), body);

    /// <summary>A Photoshop document of three channels; a large one has lengths of eight bytes in its second half.</summary>
    public static byte[] PsdOf(bool isLarge, params byte[][] resources)
    {
        var all = resources.SelectMany(resource => resource).ToArray();
        return
        [
            .. "8BPS"u8, 0, (byte)(isLarge ? 2 : 1), 0, 0, 0, 0, 0, 0, 0, 3, .. BigEndian(60), .. BigEndian(80), 0, 8, 0, 3, .. BigEndian(0),
            .. BigEndian(all.Length), .. all, .. new byte[isLarge ? 8 : 4], 0, 0, .. Pixels(), .. Pixels(), .. Pixels(),
        ];
    }

    /// <summary>A HEIC or AVIF file of the items given, in the order image, EXIF, XMP; turned by a quarter when asked.</summary>
    public static byte[] HeifOf(string brand, byte[] exif, byte[] xmp, bool isTurned = false, params byte[][] boxes)
    {
        var image = new byte[50];
        byte[] head = [.. Box("ftyp", Encoding.ASCII.GetBytes(brand), new byte[4], "mif1"u8.ToArray(), Encoding.ASCII.GetBytes(brand)), .. boxes.SelectMany(box => box)];
        byte[] Meta(int at)
        {
            byte[] Entry(int id, string type, string rest) => Box("infe", [2, 0, 0, 0, 0, (byte)id, 0, 0], Encoding.ASCII.GetBytes(type), Encoding.ASCII.GetBytes(rest));
            byte[] Place(int id, int offset, int length) => [0, (byte)id, 0, 0, 0, 1, .. BigEndian(offset), .. BigEndian(length)];
            return Box(
                "meta", new byte[4], Box("hdlr", new byte[8], "pict"u8.ToArray(), new byte[13]), Box("pitm", new byte[4], [0, 1]),
                Box("iinf", new byte[4], [0, 3], Entry(1, brand == "avif" ? "av01" : "hvc1", "\0"), Entry(2, "Exif", "\0"), Entry(3, "mime", "\0application/rdf+xml\0")),
                Box("iprp", Box("ipco", Box("ispe", new byte[4], BigEndian(80), BigEndian(60)), Box("irot", [1])), Box("ipma", new byte[4], BigEndian(1), [0, 1], isTurned ? [2, 1, 2] : [1, 1])),
                Box("iloc", [0, 0, 0, 0, 0x44, 0, 0, 3], Place(1, at, image.Length), Place(2, at + image.Length, exif.Length), Place(3, at + image.Length + exif.Length, xmp.Length)));
        }

        var at = head.Length + Meta(0).Length + 8;
        return [.. head, .. Meta(at), .. Box("mdat", image, exif, xmp)];
    }

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
