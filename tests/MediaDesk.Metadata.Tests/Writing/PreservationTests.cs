using System.Text;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;
using static MediaDesk.Metadata.Tests.Files.PhotoBytes;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>What a write leaves as it was, what it brings in step, and what it refuses.</summary>
public sealed class PreservationTests
{
    private static readonly FieldValue New = FieldValue.Of("Новое")!;

    private static readonly byte[] Latin1Iim = new IimText(Encoding.Latin1).Dataset(2, 0, [0, 2]).With(5, "Brücke").With(105, "Alt").With(116, "© Zoë Müller").Dataset(3, 10, [0xE9, 1]).ToBytes();

    [Fact]
    public void AskedForWhatTheFileSays_TheFileIsTheSameByteForByte()
    {
        var original = JpegOf(IimSegment(Latin1Iim));

        Assert.Equal(original, Written.To(original, (NewsroomFields.Headline, FieldValue.Of("Alt")), (NewsroomFields.City, null)));
    }

    [Fact]
    public void UndeclaredLatin1_BecomesUtf8InEveryText_AndOtherRecordsStay()
    {
        var written = Written.To(JpegOf(IimSegment(Latin1Iim)), (NewsroomFields.Headline, New));

        var expected = new IimText(Encoding.UTF8).DeclaredAs("\x1B%G").Dataset(2, 0, [0, 2]).With(5, "Brücke").With(105, "Новое").With(116, "© Zoë Müller").Dataset(3, 10, [0xE9, 1]).ToBytes();
        Assert.True(written.AsSpan().IndexOf(expected) > 0);
        Assert.Equal("© Zoë Müller", Read(written).Fields.Text("copyrightNotice"));
    }

    [Fact]
    public void ChangedThenChangedBack_TheFieldsAreTheFirstOnes()
    {
        var original = JpegOf(IimSegment(Latin1Iim), XmpSegment(XmpText.Utf8(XmpText.Packet(XmpText.Property("photoshop:Headline", "Alt")))));
        var there = Written.To(original, (NewsroomFields.Headline, New), (NewsroomFields.Keywords, FieldValue.Of(["a", "b"])));

        var back = Written.To(there, (NewsroomFields.Headline, FieldValue.Of("Alt")), (NewsroomFields.Keywords, null));

        Assert.Equal(Read(original).Fields, Read(back).Fields);
        Assert.Empty(Read(back).Conflicts);
    }

    [Fact]
    public void OtherXmpAndOtherLanguages_Stay()
    {
        const string Unknown = "<my:thing xmlns:my=\"urn:my\" my:flag=\"1\"><rdf:Seq><rdf:li>α</rdf:li></rdf:Seq></my:thing>";
        const string Caption = "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">Old</rdf:li><rdf:li xml:lang=\"de-de\">Alt</rdf:li></rdf:Alt></dc:description>";
        var original = JpegOf(XmpSegment(XmpText.Utf8(XmpText.Packet(Unknown + Caption))));

        var written = Written.To(original, (NewsroomFields.Caption, New));

        Assert.Contains(Unknown, Encoding.UTF8.GetString(written), StringComparison.Ordinal);
        Assert.Equal("Alt", Read(written).Languages["description"]["de-de"]);
        Assert.Equal("Новое", Read(written).Fields.Text("description"));
    }

    [Fact]
    public void AttributeForm_IsReplacedAndCleared()
    {
        var packet = XmpText.Packet("").Replace("rdf:about=\"\"", "rdf:about=\"\" photoshop:City=\"Paris\" photoshop:Headline=\"Old\"", StringComparison.Ordinal);

        var written = Written.To(JpegOf(XmpSegment(XmpText.Utf8(packet))), (NewsroomFields.Headline, New), (NewsroomFields.City, null));

        Assert.Equal(("Новое", null), (Read(written).Fields.Text("headline"), Read(written).Fields.Text("cityName")));
        Assert.DoesNotContain("Paris", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
    }

    [Fact]
    public void SmallEdit_FitsIntoThePaddingAndMovesNothing()
    {
        var original = JpegOf(XmpSegment(XmpText.Utf8(XmpText.Packet(XmpText.Property("photoshop:Headline", "Old")))), IimSegment(Latin1Iim));

        var once = Written.To(original, (NewsroomFields.Headline, FieldValue.Of("One")));
        var twice = Written.To(once, (NewsroomFields.Headline, FieldValue.Of("Two")));

        Assert.Equal(once.Length, twice.Length);
    }

    [Fact]
    public void OtherPhotoshopResources_StayByteForByteAndInOrder()
    {
        byte[] path = Resource(2000, [1, 2, 3]), icon = Resource(0x040C, [9, 8, 7, 6]);
        var original = JpegOf(Segment(0xED, "Photoshop 3.0\0"u8.ToArray(), path, Resource(0x0404, Latin1Iim), icon));

        var written = Written.To(original, (NewsroomFields.Headline, New)).AsSpan();

        Assert.True(written.IndexOf(path) is > 0 and var first && written.IndexOf(icon) > first);
    }

    [Fact]
    public void IimThatIsNewerThanXmp_IsBroughtIntoXmp()
    {
        var xmp = XmpSegment(XmpText.Utf8(XmpText.Packet(XmpText.Property("photoshop:City", "Old city"))));
        var iim = new IimText(Encoding.UTF8).With(90, "New city").ToBytes();

        var written = Read(Written.To(JpegOf(xmp, IimSegment(iim, new byte[16])), (NewsroomFields.Headline, New)));

        Assert.Equal(("New city", FieldSource.Xmp), (written.Fields.Text("cityName"), written.Sources["cityName"]));
        Assert.Empty(written.Conflicts);
    }

    [Fact]
    public void ExifTwins_FollowAndNothingElseInExifMoves()
    {
        var exif = new ExifText().Text(0x010E, "OLYMPUS DIGITAL CAMERA").Text(0x010F, "Camera").Text(0x013B, "Jo").ToBytes();
        var original = JpegOf(ExifSegment(exif));

        var written = Written.To(original, (NewsroomFields.Caption, New), (NewsroomFields.Byline, null));

        Assert.Equal((New, null), (Read(written).Fields["description"], Read(written).Fields["creatorNames"]));
        Assert.Empty(Read(written).Conflicts);
        Assert.True(written.AsSpan().IndexOf(exif.AsSpan(exif.Length - 32)) > 0);
    }

    [Fact]
    public void Trailer_StaysBehindTheImage()
    {
        byte[] original = [.. JpegOf(), .. "ftypmp42 a film"u8];

        Assert.EndsWith("ftypmp42 a film", Encoding.Latin1.GetString(Written.To(original, (NewsroomFields.Headline, New))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-02-03T04:05:06+01:00", "20200203", "040506+0100")]
    [InlineData("2020-02-03T04:05:06", "20200203", null)]
    [InlineData("2020-02-03", "20200203", null)]
    [InlineData("2020-02", null, null)]
    public void DateCreated_GoesIntoIimAsFarAsIimCanSayIt(string date, string? day, string? time)
    {
        var written = Written.To(JpegOf(IimSegment(new IimText(Encoding.UTF8).With(55, "19990101").With(60, "000000+0000").ToBytes())), (NewsroomFields.DateCreated, FieldValue.Of(date)));

        Assert.Equal(date, Read(written).Fields.Text("dateCreated"));
        Assert.Equal((day, time), (Dataset(written, 55), Dataset(written, 60)));
    }

    [Fact]
    public void WhatCouldNotBeKeptWhole_IsRefused()
    {
        var change = (NewsroomFields.Headline, New);
        var mark = XmpText.Property("xmpNote:HasExtendedXMP", new string('A', 32));
        Assert.Contains("extended XMP", Written.Refusal(JpegOf(XmpSegment(XmpText.Utf8(XmpText.Packet(mark)))), change), StringComparison.Ordinal);
        Assert.Contains("damaged", Written.Refusal(JpegOf(XmpSegment("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"u8.ToArray())), change), StringComparison.Ordinal);
        Assert.Contains("damaged", Written.Refusal(JpegOf(IimSegment([.. Latin1Iim, 0x1C, 2, 90, 0, 99, 1])), change), StringComparison.Ordinal);
        Assert.Contains("cut off", Written.Refusal(JpegOf()[..^2], change), StringComparison.Ordinal);
        Assert.Contains("longer", Written.Refusal(JpegOf(), (NewsroomFields.Caption, FieldValue.Of(new string('x', 66_000)))), StringComparison.Ordinal);
        Assert.Contains("not a photo", Written.Refusal("text"u8.ToArray(), change), StringComparison.Ordinal);
        Assert.Contains("sidecar", Written.Refusal(TiffOf().ToBytes(Pixels()), change), StringComparison.Ordinal);
    }

    [Fact]
    public void PngAndWebP_KeepTheirOtherChunksAndReplaceTheirXmp()
    {
        var packet = XmpText.Utf8(XmpText.Packet(XmpText.Property("photoshop:City", "Paris") + XmpText.Property("photoshop:Headline", "Old")));
        var text = Chunk("tEXt", "Comment\0kept"u8.ToArray());

        var png = Written.To(PngOf(text, XmpChunk(packet, compressed: true), Chunk("eXIf", new ExifText().Text(0x0110, "Camera").ToBytes())), (NewsroomFields.Headline, New));
        var webP = Written.To(WebPOf(("EXIF", new ExifText().Text(0x0110, "Camera").ToBytes()), ("XMP ", packet), ("ICCX", [1, 2, 3])), (NewsroomFields.Headline, New));

        Assert.True(png.AsSpan().IndexOf(text) > 0 && webP.AsSpan().IndexOf("ICCX"u8) > 0);
        Assert.All([Read(png), Read(webP)], reading => Assert.Equal(("Новое", "Paris", "Camera"), (reading.Fields.Text("headline"), reading.Fields.Text("cityName"), reading.Camera?.Model)));
    }

    [Fact]
    public void SeveralPictures_WhoseDistancesWouldChange_AreRefused()
    {
        var index = Segment(0xE2, "MPF\0II*\0"u8.ToArray());

        Assert.Contains("several pictures", Written.Refusal(JpegOf(index, IimSegment(Latin1Iim)), (NewsroomFields.Headline, New)), StringComparison.Ordinal);
        Assert.Equal("Новое", Read(Written.To(JpegOf(IimSegment(Latin1Iim), index), (NewsroomFields.Headline, New))).Fields.Text("headline"));
    }

    private static string? Dataset(byte[] file, byte number)
    {
        var at = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x1C, 2, number, 0]);
        return at < 0 ? null : Encoding.ASCII.GetString(file, at + 5, file[at + 4]);
    }
}
