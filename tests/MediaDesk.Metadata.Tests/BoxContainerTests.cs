using System.Text;
using MediaDesk.Metadata.Tests.Files;
using MediaDesk.Metadata.Tests.Writing;
using static MediaDesk.Metadata.Tests.Files.BoxBytes;
using static MediaDesk.Metadata.Tests.Files.PhotoBytes;

namespace MediaDesk.Metadata.Tests;

/// <summary>The containers that are read but not written: what stands in them, by our reader and by exiftool.</summary>
public sealed class BoxContainerTests
{
    private const string XmpUuid = "BE7ACFCB97A942E89C71999491E3AFAC";
    private const string IimUuid = "33C7A4D2B81D4723A0BAF1A3E097AD38";
    private const string PhotoshopUuid = "2C4C0100850440B9A03E562148D6DFEB";

    private static readonly byte[] Packet = XmpText.Utf8(XmpText.Packet(XmpText.Property("photoshop:City", "Idlib")));
    private static readonly byte[] IimBlock = new IimText(Encoding.UTF8).DeclaredAs("\x1B%G").With(105, "Überschrift in IIM").ToBytes();
    private static readonly byte[] ExifTiff = new ExifText().Text(0x010F, "Nikon").Short(0x0112, 6).ToBytes();
    private static readonly byte[] Plain = [];

    public static TheoryData<string, byte[], byte[], bool, int> PlainAndFull() => new()
    {
        { "jxl", JpegXlOf(), JpegXlOf(Box("Exif", ExifItem(ExifTiff)), Box("xml ", Packet)), false, 1 },
        { "jp2", Jpeg2000Of(), Jpeg2000Of(UuidBox(Convert.ToHexString("JpgTiffExif->JP2"u8), [.. "Exif\0\0"u8, .. ExifTiff]), UuidBox(XmpUuid, Packet), UuidBox(IimUuid, IimBlock)), true, 6 },
        { "jp2", Jpeg2000Of(), Jpeg2000Of(UuidBox("0537CDAB9D0C4431A72AFA561F2A113E", ExifTiff), UuidBox(XmpUuid, Packet), UuidBox(PhotoshopUuid, Resource(0x0404, IimBlock))), true, 6 },
        { "psd", PsdOf(false), PsdOf(false, Resource(0x0404, IimBlock), Resource(0x0422, ExifTiff), Resource(0x0424, Packet)), true, 6 },
        { "psd", PsdOf(true), PsdOf(true, Resource(0x0424, Packet), Resource(0x040C, new byte[28]), Resource(0x0422, ExifTiff), Resource(0x0404, IimBlock)), true, 6 },
        { "avif", Plain, HeifOf("avif", ExifItem(ExifTiff), Packet), false, 1 },
        { "heic", Plain, HeifOf("heic", [0, 0, 0, 6, .. "Exif\0\0"u8, .. ExifTiff], Packet), false, 1 },
    };

    [Theory]
    [MemberData(nameof(PlainAndFull), DisableDiscoveryEnumeration = true)]
    public void EveryLayer_OfEveryContainer_IsReadAsExiftoolDoes(string format, byte[] plain, byte[] full, bool hasIim, int orientation)
    {
        var reading = Read(full);

        Assert.Equal(format, Format(reading));
        Assert.Equal((80, 60, orientation), (reading.Width, reading.Height, reading.Orientation));
        Assert.Equal("Nikon", reading.Camera?.Make);
        Assert.Equal("Idlib", reading.Fields.Text("cityName"));
        Assert.Equal(hasIim ? "Überschrift in IIM" : null, reading.Fields.Text("headline"));
        Assert.Empty(reading.Problems);
        Assert.False(reading.HasContentCredentials);
        if (plain.Length > 0)
        {
            Assert.Empty(Read(plain).Fields);
            Assert.Equal(Read(plain).ImageDataHash, reading.ImageDataHash);
            Assert.NotNull(reading.ImageDataHash);
        }

        var other = ByExiftool(full);
        Assert.Equal("Idlib", other["XMP-photoshop:City"]);
        Assert.Equal("Nikon", other["IFD0:Make"]);
        Assert.Equal(hasIim ? "Überschrift in IIM" : null, other.GetValueOrDefault("IPTC:Headline"));
        Assert.Equal("80x60", other["Composite:ImageSize"]);
    }

    public static TheoryData<string, byte[]> WithImageDataHash() =>
        [.. PlainAndFull().Select(row => row.Data).Where(data => data.Item2.Length > 0).Select(data => (data.Item1, data.Item3))];

    [Theory]
    [MemberData(nameof(WithImageDataHash), DisableDiscoveryEnumeration = true)]
    public void ImageDataHash_DependsOnTheImage(string format, byte[] full)
    {
        byte[] changed = [.. full[..^3], (byte)(full[^3] ^ 1), .. full[^2..]];

        Assert.True(Read(full).ImageDataHash != Read(changed).ImageDataHash, format);
    }

    [Fact]
    public void BoxesPackedByBrotli_AreRead()
    {
        var reading = Read(JpegXlOf(Brotli("Exif", ExifItem(ExifTiff)), Brotli("xml ", Packet)));

        Assert.Equal(("Idlib", "Nikon"), (reading.Fields.Text("cityName"), reading.Camera?.Make));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void BoxPackedByBrotli_ThatUnpacksToGigabytes_IsLeftAlone()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var bomb = Brotli("xml ", new byte[1 << 28]);
        var made = GC.GetAllocatedBytesForCurrentThread();

        var reading = Read(JpegXlOf(bomb, Box("Exif", ExifItem(ExifTiff))));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - made, 0, 32 << 20);
        Assert.True(made - before > 1 << 28, "the bomb is as large as it says");
        Assert.Contains("unpacks to more", Assert.Single(reading.Problems).What, StringComparison.Ordinal);
        Assert.Equal("Nikon", reading.Camera?.Make);
    }

    [Fact]
    public void BoxPackedByBrotli_ThatIsDamaged_IsAProblemAndTheOthersAreRead()
    {
        var reading = Read(JpegXlOf(Box("brob", "xml "u8.ToArray(), [0xFF, 0xFE, 1, 2, 3]), Box("Exif", ExifItem(ExifTiff))));

        Assert.Equal("JPEG XL brob xml", Assert.Single(reading.Problems).Where);
        Assert.Equal("Nikon", reading.Camera?.Make);
    }

    [Fact]
    public void TurnedImages_HaveTheSizeTheDecoderDelivers()
    {
        var jpegXl = Read(JpegXlOf(6, Box("Exif", ExifItem(ExifTiff))));
        var avif = Read(HeifOf("avif", ExifItem(ExifTiff), Packet, isTurned: true));

        Assert.Equal((60, 80, 1), (jpegXl.Width, jpegXl.Height, jpegXl.Orientation));
        Assert.Equal((60, 80, 1), (avif.Width, avif.Height, avif.Orientation));
    }

    [Fact]
    public void BareCodestreams_HaveASizeAndNothingElse()
    {
        Assert.Equal((80, 60), (Read(BareJpegXl()).Width, Read(BareJpegXl()).Height));
        Assert.Equal((80, 60), (Read(BareJpeg2000()).Width, Read(BareJpeg2000()).Height));
        Assert.Equal("80x60", ByExiftool(BareJpegXl())["Composite:ImageSize"]);
        Assert.Equal("jp2", Format(Read(BareJpeg2000())));
    }

    [Theory]
    [MemberData(nameof(WithImageDataHash), DisableDiscoveryEnumeration = true)]
    public void CutOffFile_IsAProblemAndHasNoHash(string format, byte[] full)
    {
        var cut = format == "psd" ? full[..^(Pixels().Length * 3 + 3)] : full[..^3];
        var reading = Read(cut);

        Assert.NotEmpty(reading.Problems);
        Assert.Null(reading.ImageDataHash);
        Assert.Equal("Idlib", reading.Fields.Text("cityName"));
    }

    [Fact]
    public void Sidecar_IsReadAsWhatItIs()
    {
        byte[][] notations = [Packet, [.. "\uFEFF"u8, .. Packet], [.. "<?xml version='1.0'?>\n"u8, .. Packet], Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(Packet))];
        foreach (var notation in notations)
        {
            var reading = Read(notation);

            Assert.Equal("xmp", Format(reading));
            Assert.Equal("Idlib", reading.Fields.Text("cityName"));
            Assert.Null(reading.Width);
        }

        Assert.Null(Read("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()).Format);
    }

    private static string Format(MetadataReading reading) => System.Text.Json.JsonSerializer.Serialize(reading.Format).Trim('"');

    private static Dictionary<string, string> ByExiftool(byte[] file)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, file);
        try
        {
            return OtherReaders.Exiftool(path)[0];
        }
        finally
        {
            File.Delete(path);
        }
    }
}
