using System.Text;
using MediaDesk.Metadata.Tests.Files;
using static MediaDesk.Metadata.Tests.Files.PhotoBytes;

namespace MediaDesk.Metadata.Tests;

/// <summary>The same metadata in every container, and the hash of the image that does not depend on it.</summary>
public sealed class ContainerTests
{
    private static readonly byte[] Packet = XmpText.Utf8(XmpText.Packet(XmpText.Property("photoshop:City", "Idlib")));
    private static readonly byte[] IimBlock = new IimText(Encoding.UTF8).With(105, "Headline in IIM").ToBytes();
    private static readonly byte[] ExifTiff = new ExifText().Text(0x010F, "Nikon").Short(0x0112, 6).ToBytes();

    public static TheoryData<string, byte[], byte[]> PlainAndFull() => new()
    {
        { "jpeg", JpegOf(), JpegOf(ExifSegment(ExifTiff), XmpSegment(Packet), IimSegment(IimBlock)) },
        { "png", PngOf(), PngOf(Chunk("eXIf", ExifTiff), XmpChunk(Packet), RawProfileChunk("iptc", Resource(0x0404, IimBlock))) },
        { "png", PngOf(), PngOf(RawProfileChunk("exif", [.. "Exif\0\0"u8, .. ExifTiff]), XmpChunk(Packet, compressed: true), RawProfileChunk("8bim", IimBlock)) },
        { "webp", WebPOf(), WebPOf(("EXIF", ExifTiff), ("XMP ", Packet)) },
        { "webp", WebPOf(), WebPOf(("EXIF", [.. "Exif\0\0"u8, .. ExifTiff]), ("XMP ", Packet)) },
        { "tiff", TiffOf().ToBytes(Pixels()), TiffOf().Text(0x010F, "Nikon").Short(0x0112, 6).Raw(700, 1, Packet).Raw(33723, 7, IimBlock).ToBytes(Pixels()) },
        { "tiff", TiffOf().ToBytes(Pixels()), TiffOf().Text(0x010F, "Nikon").Short(0x0112, 6).Raw(700, 7, Packet).Raw(34377, 1, Resource(0x0404, IimBlock)).ToBytes(Pixels()) },
    };

    [Theory]
    [MemberData(nameof(PlainAndFull), DisableDiscoveryEnumeration = true)]
    public void EveryLayer_OfEveryContainer_IsRead(string format, byte[] plain, byte[] full)
    {
        Assert.Equal((80, 60), (Read(plain).Width, Read(plain).Height));
        var reading = Read(full);

        Assert.Equal(format, reading.Format.ToString(), ignoreCase: true);
        Assert.Equal((80, 60, 6), (reading.Width, reading.Height, reading.Orientation));
        Assert.Equal("Nikon", reading.Camera?.Make);
        Assert.Equal("Idlib", reading.Fields.Text("cityName"));
        Assert.Equal(format == "webp" ? null : "Headline in IIM", reading.Fields.Text("headline"));
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [MemberData(nameof(PlainAndFull), DisableDiscoveryEnumeration = true)]
    public void ImageDataHash_DependsOnTheImageAlone(string format, byte[] plain, byte[] full)
    {
        var hash = Read(plain).ImageDataHash;

        Assert.NotNull(hash);
        Assert.Equal(hash, Read(full).ImageDataHash);
        var changed = format switch
        {
            "tiff" => TiffOf().ToBytes([.. Pixels().Reverse()]),
            "png" => [.. plain[..^30], (byte)(plain[^30] ^ 1), .. plain[^29..]],
            _ => (byte[])[.. plain[..^3], (byte)(plain[^3] ^ 1), .. plain[^2..]],
        };
        Assert.NotEqual(hash, Read(changed).ImageDataHash);
    }

    [Fact]
    public void ImageDataHash_IgnoresWhatFollowsTheImage() => Assert.Equal(Read(JpegOf()).ImageDataHash, Read([.. JpegOf(), .. new byte[5000]]).ImageDataHash);

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    public void TruncatedImage_HasNoHashAndAProblem(string format)
    {
        var file = format == "jpeg" ? JpegOf() : PngOf();
        var reading = Read(file[..^5]);

        Assert.Null(reading.ImageDataHash);
        Assert.NotEmpty(reading.Problems);
    }

    [Fact]
    public void Thumbnail_IsARangeOfTheFile()
    {
        byte[] thumbnail = [.. JpegOf(), .. new byte[200]];
        var second = new ExifText().Raw(0x9999, 7, thumbnail);
        var main = new ExifText().Text(0x010F, "Nikon");

        // The place of the value is only known once the block is built.
        var at = main.ToBytes(next: new ExifText().Raw(0x9999, 7, thumbnail).Long(0x0201, 0).Long(0x0202, 0)).AsSpan().IndexOf(thumbnail);
        var tiff = main.ToBytes(next: second.Long(0x0201, (uint)at).Long(0x0202, (uint)thumbnail.Length));
        var file = JpegOf(ExifSegment(tiff));

        var range = Read(file).Thumbnail;

        Assert.NotNull(range);
        Assert.Equal(thumbnail, file[(int)range.Value.Start..((int)range.Value.Start + range.Value.Length)]);
    }

    [Fact]
    public void RawWhoseExifAloneKnowsTheSensor_HasItsSize()
    {
        var file = TiffOf().Raw(50706, 1, [1, 4, 0, 0]).Child(0x8769, new ExifText().Long(0xA002, 3456).Long(0xA003, 2304)).ToBytes(Pixels());

        Assert.Equal((3456, 2304), (Read(file).Width, Read(file).Height));
    }

    [Fact]
    public void RawBuiltAsTiff_IsToldFromTiffAndItsPreviewFound()
    {
        byte[] preview = [.. JpegOf(), .. new byte[100]];
        var sensor = new ExifText().Short(256, 4000).Short(257, 3000).Short(262, 32803);
        var file = TiffOf().Raw(50706, 1, [1, 4, 0, 0]).Text(0x010F, "Leica").Child(330, sensor).ToBytes(preview);

        var reading = Read(file);

        Assert.Equal(PhotoFormat.Raw, reading.Format);
        Assert.Equal((4000, 3000), (reading.Width, reading.Height));
        Assert.Equal(preview.Length, reading.Preview?.Length);
        Assert.Equal(file.AsSpan().IndexOf(preview), reading.Preview?.Start);
    }
}
