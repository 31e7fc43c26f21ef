using System.Security.Cryptography;
using System.Text;
using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests;

/// <summary>XMP, IIM and EXIF of one file brought together: newsroom order, MWG digest rule.</summary>
public sealed class LayersTests
{
    private const string Whole = "PA Archive/Press Association Images";
    private const string Truncated = "PA Archive/Press Association Ima";

    [Fact]
    public void Xmp_GoesBeforeIim_WithoutDigest()
    {
        var reading = Read("City of XMP", "City of IIM", digestHolds: null);

        Assert.Equal("City of XMP", reading.Fields.Text("cityName"));
        Assert.Equal(FieldSource.Xmp, reading.Sources["cityName"]);
    }

    [Theory]
    [InlineData(true, "City of XMP")]
    [InlineData(false, "City of IIM")]
    public void Digest_ThatNoLongerHolds_MeansThatIimIsNewer(bool holds, string expected) =>
        Assert.Equal(expected, Read("City of XMP", "City of IIM", holds).Fields.Text("cityName"));

    [Fact]
    public void Conflict_NamesEveryLayersValue()
    {
        var conflict = Assert.Single(Read("City of XMP", "City of IIM", digestHolds: null).Conflicts);

        Assert.Equal("cityName", conflict.Field);
        Assert.Equal("City of XMP", conflict.Values[FieldSource.Xmp].Text);
        Assert.Equal("City of IIM", conflict.Values[FieldSource.Iim].Text);
    }

    [Theory]
    [InlineData("Same", "Same")]
    [InlineData("Same", "Same  ")]
    public void SameText_IsNoConflict(string xmp, string iim) => Assert.Empty(Read(xmp, iim, digestHolds: null).Conflicts);

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public void TruncatedIim_GivesWayToTheWholeText(bool? digestHolds)
    {
        var xmp = XmpText.Property("photoshop:Credit", Whole);
        var reading = Read(xmp, new IimText(Encoding.UTF8).With(110, Truncated), digestHolds);

        Assert.Equal(Whole, reading.Fields.Text("creditLine"));
        Assert.Empty(reading.Conflicts);
    }

    [Fact]
    public void TruncatedIim_CutInsideACharacter_IsNoConflict()
    {
        var whole = new string('é', 20);
        var reading = Read(XmpText.Property("photoshop:Credit", whole), new IimText(Encoding.UTF8).With(110, new string('é', 15)), digestHolds: null);

        Assert.Empty(reading.Conflicts);
    }

    [Fact]
    public void ShorterText_FarFromTheLimit_IsAConflict() => Assert.Single(Read(XmpText.Property("photoshop:Credit", Whole), new IimText(Encoding.UTF8).With(110, "PA Archive"), null).Conflicts);

    [Fact]
    public void LineEnds_AreNoConflict()
    {
        var reading = Read(XmpText.Property("dc:description", "First\nSecond"), new IimText(Encoding.UTF8).With(120, "First\rSecond"), digestHolds: null);

        Assert.Empty(reading.Conflicts);
    }

    [Theory]
    [InlineData("2014-06-24", "20140624", "101405+0200", false)]
    [InlineData("2014-06", "20140624", null, false)]
    [InlineData("2014-06-24T10:14:05+02:00", "20140624", "081405+0000", false)]
    [InlineData("2014-06-24T10:14:05.25", "20140624", "101405+0200", false)]
    [InlineData("2014-06-25", "20140624", null, true)]
    [InlineData("2014-06-24T10:14:05", "20140624", "101406", true)]
    public void Dates_ConflictOnlyWhenTheyExcludeEachOther(string xmp, string date, string? time, bool conflict)
    {
        var iim = new IimText(Encoding.ASCII).With(55, date);
        if (time is not null)
        {
            iim.With(60, time);
        }

        Assert.Equal(conflict, !Read(XmpText.Property("photoshop:DateCreated", xmp), iim, digestHolds: null).Conflicts.IsEmpty);
    }

    [Fact]
    public void Keywords_InAnotherOrder_AreNoConflict()
    {
        var reading = Read(XmpText.Property("dc:subject", "storm", "flood"), new IimText(Encoding.UTF8).With(25, "flood").With(25, "storm"), digestHolds: null);

        Assert.Empty(reading.Conflicts);
        Assert.Equal(["storm", "flood"], reading.Fields["keywords"]!.Items);
    }

    [Fact]
    public void Exif_ComesLast()
    {
        var exif = PhotoBytes.ExifSegment(new ExifText().Text(0x010E, "OLYMPUS DIGITAL CAMERA").Text(0x013B, "Ana Ruiz; Bo Li").Text(0x8298, "Agency").ToBytes());

        var alone = PhotoBytes.Read(PhotoBytes.JpegOf(exif));
        var both = PhotoBytes.Read(PhotoBytes.JpegOf(exif, PhotoBytes.IimSegment(new IimText(Encoding.UTF8).With(120, "A caption").ToBytes())));

        Assert.Equal("OLYMPUS DIGITAL CAMERA", alone.Fields.Text("description"));
        Assert.Equal(["Ana Ruiz", "Bo Li"], alone.Fields["creatorNames"]!.Items);
        Assert.Equal("Agency", alone.Fields.Text("copyrightNotice"));
        Assert.Equal("A caption", both.Fields.Text("description"));
        Assert.Equal(FieldSource.Exif, both.Sources["creatorNames"]);
    }

    [Fact]
    public void TwoXmpPackets_LastWinsAndFirstFillsIn()
    {
        var first = PhotoBytes.XmpSegment(XmpText.Utf8(XmpText.Packet(XmpText.Property("photoshop:City", "Old") + XmpText.Property("photoshop:Country", "Syria"))));
        var second = PhotoBytes.XmpSegment(XmpText.Utf8(XmpText.Packet(XmpText.Property("photoshop:City", "New"))));

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(first, second));

        Assert.Equal("New", reading.Fields.Text("cityName"));
        Assert.Equal("Syria", reading.Fields.Text("countryName"));
        Assert.Single(reading.Problems);
    }

    private static MetadataReading Read(string xmpCity, string iimCity, bool? digestHolds) =>
        Read(XmpText.Property("photoshop:City", xmpCity), new IimText(Encoding.UTF8).With(90, iimCity), digestHolds);

    private static MetadataReading Read(string xmp, IimText iim, bool? digestHolds)
    {
        var block = iim.ToBytes();
        var digest = digestHolds switch { null => null, true => Md5(block), false => Md5([1]) };
        return PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.XmpSegment(XmpText.Utf8(XmpText.Packet(xmp))), PhotoBytes.IimSegment(block, digest)));
    }

    private static byte[] Md5(byte[] bytes)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(bytes);
        return md5.GetHashAndReset();
    }
}
