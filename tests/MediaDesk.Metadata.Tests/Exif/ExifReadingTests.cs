using MediaDesk.Metadata.Tests.Files;
using static MediaDesk.Metadata.Tests.Files.PhotoBytes;

namespace MediaDesk.Metadata.Tests.Exif;

public sealed class ExifReadingTests
{
    [Fact]
    public void Camera_IsRead()
    {
        var exif = new ExifText().Rational(0x829A, 1, 1600).Rational(0x829D, 28, 10).Short(0x8827, 400).Rational(0x920A, 600, 1).Text(0xA434, "600 mm f/4")
            .Text(0x9003, "2014:06:24 15:10:41").Text(0x9291, "70").Text(0x9011, "+01:00");
        var camera = Read(new ExifText().Text(0x010F, "NIKON CORPORATION ").Text(0x0110, "NIKON D4").Child(0x8769, exif)).Camera;

        Assert.Equal(
            new CameraFacts
            {
                Make = "NIKON CORPORATION", Model = "NIKON D4", Lens = "600 mm f/4", ExposureTime = 1 / 1600.0, FNumber = 2.8, Iso = 400, FocalLength = 600,
                Taken = "2014-06-24T15:10:41.7+01:00",
            },
            camera);
    }

    [Theory]
    [InlineData("0000:00:00 00:00:00", null)]
    [InlineData("    :  :     :  :  ", null)]
    [InlineData("2014:06:24 15:10:41", "2014-06-24T15:10:41")]
    [InlineData("2014-06-24 15:10:41", "2014-06-24T15:10:41")]
    [InlineData("2014:06:24", "2014-06-24")]
    [InlineData("2014:06:24 25:10:41", "2014-06-24")]
    [InlineData("2014:13:24 15:10:41", null)]
    [InlineData("rubbish", null)]
    public void DateTimeOriginal_AsCamerasWriteIt(string written, string? expected) =>
        Assert.Equal(expected, Read(new ExifText().Child(0x8769, new ExifText().Text(0x9003, written))).Fields.Text("dateCreated"));

    [Theory]
    [InlineData("N", "E", 35.5, 36.25)]
    [InlineData("S", "W", -35.5, -36.25)]
    [InlineData("", "E", null, null)]
    public void Gps_IsSignedByItsHemispheres(string northSouth, string eastWest, double? lat, double? lon)
    {
        var gps = new ExifText().Text(1, northSouth).Rational(2, 35, 1, 30, 1, 0, 1).Text(3, eastWest).Rational(4, 36, 1, 15, 1, 0, 0);

        var position = Read(new ExifText().Child(0x8825, gps)).Gps;

        Assert.Equal(lat, position?.Lat);
        Assert.Equal(lon, position?.Lon);
    }

    [Fact]
    public void Gps_WithZeroDenominatorsOrOutOfRange_IsNoPlace()
    {
        Assert.Null(Read(new ExifText().Child(0x8825, new ExifText().Text(1, "N").Rational(2, 0, 0, 0, 0, 0, 0).Text(3, "E").Rational(4, 0, 0, 0, 0, 0, 0))).Gps);
        Assert.Null(Read(new ExifText().Child(0x8825, new ExifText().Text(1, "N").Rational(2, 91, 1, 0, 1, 0, 1).Text(3, "E").Rational(4, 1, 1, 0, 1, 0, 1))).Gps);
    }

    [Fact]
    public void Gps_InXmpAlone_IsRead()
    {
        var packet = XmpText.Packet("<exif:GPSLatitude>51,30.5S</exif:GPSLatitude><exif:GPSLongitude>0,7,30W</exif:GPSLongitude>");

        var position = PhotoBytes.Read(JpegOf(XmpSegment(XmpText.Utf8(packet)))).Gps;

        Assert.Equal(-51.50833, position!.Lat, 4);
        Assert.Equal(-0.125, position.Lon, 4);
    }

    [Fact]
    public void DirectoryThatPointsAtItself_Ends()
    {
        var tiff = new ExifText().Text(0x010F, "Loop").Long(330, 8).Long(0x8769, 8).Long(0x8825, 8).ToBytes();

        Assert.Equal("Loop", PhotoBytes.Read(tiff).Camera?.Make);
        Assert.Equal("Loop", PhotoBytes.Read(JpegOf(ExifSegment(tiff))).Camera?.Make);
    }

    private static MetadataReading Read(ExifText exif) => PhotoBytes.Read(JpegOf(ExifSegment(exif.ToBytes())));
}
