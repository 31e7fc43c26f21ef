using System.Text;
using MediaDesk.Metadata.Tests.Files;
using static MediaDesk.Metadata.Tests.Files.BoxBytes;
using static MediaDesk.Metadata.Tests.Files.PhotoBytes;

namespace MediaDesk.Metadata.Tests.Fuzzing;

/// <summary>Whole files to begin from: every container with every layer in it, made here, and the smaller ones of the corpus.</summary>
internal static class FuzzSeeds
{
    private const int LargestOfCorpus = 60_000;

    public static IReadOnlyList<byte[]> Own()
    {
        var packet = XmpText.Utf8(XmpText.Packet(
            XmpText.Property("dc:title", "Title") + XmpText.Property("dc:subject", "a", "b") + XmpText.Property("dc:creator", "Zoë") +
            XmpText.Property("dc:description", "Long & short") + XmpText.Property("photoshop:City", "Idlib") + XmpText.Property("photoshop:DateCreated", "2014-06-24T10:11:12+02:00")));
        var iim = new IimText(Encoding.UTF8).DeclaredAs("\x1B%G").With(105, "Zoë").With(25, "a").With(25, "b").With(55, "20140624").With(60, "101112+0200").ToBytes();
        var latin = new IimText(Encoding.Latin1).With(120, "© Überschrift").With(80, "René").ToBytes();
        var exif = new ExifText().Text(0x010E, "Caption").Text(0x010F, "Nikon").Text(0x013B, "Zoë").Text(0x8298, "© Zoë").Short(0x0112, 6)
            .Child(0x8769, new ExifText().Rational(0x829A, 1, 60).Text(0x9003, "2014:06:24 10:11:12"))
            .Child(0x8825, new ExifText().Text(1, "N").Rational(2, 1, 1, 2, 1, 3, 1).Text(3, "E").Rational(4, 1, 1, 2, 1, 3, 1)).ToBytes();
        return
        [
            JpegOf(),
            JpegOf(ExifSegment(exif), XmpSegment(packet), IimSegment(iim)),
            JpegOf(XmpSegment(packet), IimSegment(latin, new byte[16]), Segment(0xEB, "JP"u8.ToArray(), [0, 1, 0, 0, 0, 1], Jumbf())),
            PngOf(Chunk("eXIf", exif), XmpChunk(packet, compressed: true), RawProfileChunk("iptc", Resource(0x0404, iim)), Chunk("caBX", Jumbf())),
            PngOf(XmpChunk(packet), RawProfileChunk("exif", [.. "Exif\0\0"u8, .. exif]), RawProfileChunk("8bim", latin)),
            WebPOf(("EXIF", exif), ("XMP ", packet)),
            WebPOf(("C2PA", Jumbf())),
            TiffOf().Raw(700, 1, packet).Raw(33723, 7, iim).Raw(34377, 1, Resource(0x0404, iim)).ToBytes(Pixels()[..300]),
            TiffOf().Raw(50706, 1, [1, 4, 0, 0]).Text(0x010F, "Leica").Child(330, new ExifText().Short(256, 4000).Short(257, 3000).Short(262, 32803)).ToBytes(JpegOf()),
            HeifOf("heic", ExifItem(exif), packet, isTurned: true),
            HeifOf("avif", ExifItem(exif), packet, false, UuidBox("D8FEC3D61B0E483C92975828877EC481", Jumbf())),
            JpegXlOf(6, Box("Exif", ExifItem(exif)), Brotli("xml ", packet), Jumbf()),
            Jpeg2000Of(UuidBox(Convert.ToHexString("JpgTiffExif->JP2"u8), exif), Box("xml ", packet), UuidBox("33C7A4D2B81D4723A0BAF1A3E097AD38", iim)),
            PsdOf(false, Resource(0x0404, iim), Resource(0x0422, exif), Resource(0x0424, packet), Resource(0x0425, new byte[16]))[..4000],
            PsdOf(true, Resource(0x0424, packet), Resource(0x0404, latin))[..4000],
            packet,
        ];
    }

    /// <summary>Single layers to be spoilt and then put into a sound file, so that more of them is written and not only read.</summary>
    private static IEnumerable<FuzzSeed> Layers()
    {
        var packet = XmpText.Utf8(XmpText.Packet(XmpText.Property("dc:title", "Title") + XmpText.Property("dc:subject", "a", "b") + XmpText.Property("photoshop:Headline", "Headline")));
        var iim = new IimText(Encoding.UTF8).DeclaredAs("\x1B%G").With(105, "Zoë").With(25, "a").With(25, "b").With(120, "A caption").ToBytes();
        var resources = (byte[])[.. Resource(0x0425, new byte[16]), .. Resource(0x0404, iim), .. Resource(0x03ED, new byte[16])];
        var exif = new ExifText().Text(0x010E, "Caption").Text(0x013B, "Zoë").Text(0x8298, "© Zoë").Child(0x8769, new ExifText().Text(0x9003, "2014:06:24 10:11:12")).ToBytes();
        return
        [
            new("XMP in JPEG", packet, spoilt => JpegOf(XmpSegment(spoilt))),
            new("XMP in PNG", packet, spoilt => PngOf(XmpChunk(spoilt))),
            new("XMP in WebP", packet, spoilt => WebPOf(("XMP ", spoilt))),
            new("XMP in TIFF", packet, spoilt => TiffOf().Raw(700, 1, spoilt).ToBytes(Pixels()[..300])),
            new("IIM in JPEG", iim, spoilt => JpegOf(IimSegment(spoilt), XmpSegment(packet))),
            new("IIM in TIFF", iim, spoilt => TiffOf().Raw(33723, 7, spoilt).ToBytes(Pixels()[..300])),
            new("resources in JPEG", resources, spoilt => JpegOf(Segment(0xED, "Photoshop 3.0\0"u8.ToArray(), spoilt))),
            new("EXIF in JPEG", exif, spoilt => JpegOf(ExifSegment(spoilt), IimSegment(iim))),
            new("EXIF in PNG", exif, spoilt => PngOf(Chunk("eXIf", spoilt))),
            new("EXIF in WebP", exif, spoilt => WebPOf(("EXIF", spoilt))),
        ];
    }

    /// <param name="folder">The corpus, or null when there is none here.</param>
    public static IReadOnlyList<FuzzSeed> All(string? folder) => [.. Files(folder).Select(FuzzSeed.Of), .. Layers()];

    public static IEnumerable<byte[]> Files(string? folder) =>
    [
        .. Own(),
        .. folder is null ? [] : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(path => new FileInfo(path).Length is > 0 and <= LargestOfCorpus).Select(File.ReadAllBytes).Where(bytes => PhotoFormats.Detect(bytes) is not null),
    ];
}

/// <summary>Something to spoil: a file, or a part of one with the sound file that goes <paramref name="Around"/> it.</summary>
internal sealed record FuzzSeed(string Kind, byte[] Bytes, Func<byte[], byte[]> Around)
{
    public static FuzzSeed Of(byte[] file) => new(PhotoFormats.Detect(file).ToString() ?? "", file, spoilt => spoilt);
}
