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
        var (then, now) = (original.AsSpan().IndexOf("Camera\0"u8), written.AsSpan().IndexOf("Camera\0"u8));
        Assert.Equal(then - original.AsSpan().IndexOf("Exif\0"u8), now - written.AsSpan().IndexOf("Exif\0"u8));
        Assert.Equal(-1, written.AsSpan().IndexOf("OLYMPUS"u8));
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
        Assert.Contains("cut off", Written.Refusal(JpegOf()[..^2], change), StringComparison.Ordinal);
        Assert.Contains("not a photo", Written.Refusal("text"u8.ToArray(), change), StringComparison.Ordinal);
        Assert.Contains("sidecar", Written.Refusal(TiffOf().Short(50706, 1).ToBytes(Pixels()), change), StringComparison.Ordinal);
        Assert.Contains("read back", Written.Refusal(JpegOf(XmpSegment(XmpText.Utf8(XmpText.Packet("")))), (NewsroomFields.Caption, FieldValue.Of(new string('x', 600_000)))), StringComparison.Ordinal);
    }

    [Fact]
    public void DamagedXmp_KeepsWhatCanBeRead_AndSaysSo()
    {
        var packet = XmpText.Packet(XmpText.Property("photoshop:City", "Paris") + "<my:no/way xmlns:my='urn:my'>x</my:no/way>" + XmpText.Property("photoshop:Credit", "A & B") + XmpText.Property("photoshop:Source", "Last"))
            .Replace("&amp;", "&", StringComparison.Ordinal);

        foreach (var damaged in new[] { packet, packet[..packet.IndexOf("Last", StringComparison.Ordinal)], "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF" })
        {
            var (result, written) = Written.Try(JpegOf(XmpSegment(XmpText.Utf8(damaged))), (NewsroomFields.Headline, New));

            Assert.NotEmpty(result.Warnings);
            Assert.Equal("Новое", Read(written).Fields.Text("headline"));
            Assert.Empty(Read(written).Problems);
            Assert.Equal(damaged.Contains("Paris", StringComparison.Ordinal) ? ("Paris", "A & B") : (null, null), (Read(written).Fields.Text("cityName"), Read(written).Fields.Text("creditLine")));
        }
    }

    [Fact]
    public void ElementThatUsesThePrefixOfPrefixes_IsDamageLikeOther()
    {
        var packet = XmpText.Packet("<xmlns:no>x</xmlns:no>" + XmpText.Property("photoshop:City", "Paris"));

        var (result, written) = Written.Try(JpegOf(XmpSegment(XmpText.Utf8(packet))), (NewsroomFields.Headline, New));

        Assert.NotEmpty(result.Warnings);
        Assert.Equal(("Новое", "Paris"), (Read(written).Fields.Text("headline"), Read(written).Fields.Text("cityName")));
    }

    [Fact]
    public void DamagedIimAndPhotoshopResources_KeepWhatCanBeRead_AndSaySo()
    {
        byte[] cutOff = [.. Latin1Iim, 0x1C, 2, 90, 0, 99, 1];
        foreach (var segment in new[] { IimSegment(cutOff), Shortened(IimSegment(cutOff)) })
        {
            var (result, written) = Written.Try(JpegOf(segment), (NewsroomFields.Headline, New));

            Assert.NotEmpty(result.Warnings);
            Assert.Equal(("Новое", "© Zoë Müller"), (Read(written).Fields.Text("headline"), Read(written).Fields.Text("copyrightNotice")));
            Assert.Empty(Read(written).Problems);
        }
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
    public void SeveralPictures_AreFoundByTheirIndexAfterwards()
    {
        byte[] second = [.. JpegOf(), .. "gain"u8];
        var list = new ExifText().Raw(0xB000, 7, "0100"u8.ToArray()).Long(0xB001, 2).Raw(0xB002, 7, new byte[32]).ToBytes();
        byte[] Photo(int distance)
        {
            BitConverter.GetBytes(second.Length).CopyTo(list, list.Length - 12);
            BitConverter.GetBytes(distance).CopyTo(list, list.Length - 8);
            return [.. JpegOf(Segment(0xE2, "MPF\0"u8.ToArray(), list), IimSegment(Latin1Iim)), .. second];
        }

        var original = Photo(Photo(0).Length - second.Length - 10);
        var written = Written.To(original, (NewsroomFields.Caption, FieldValue.Of(new string('x', 5000))));

        var index = written.AsSpan().IndexOf("MPF\0"u8) + 4;
        var distance = BitConverter.ToInt32(written, index + list.Length - 8);
        Assert.Equal(second, written[(index + distance)..]);
        Assert.Contains("cut off", Written.Refusal(original[..^1], (NewsroomFields.Headline, New)), StringComparison.Ordinal);
    }

    /// <summary>A segment that ends four bytes before its content does.</summary>
    private static byte[] Shortened(byte[] segment)
    {
        segment[3] -= 4;
        return segment[..^4];
    }

    private static string? Dataset(byte[] file, byte number)
    {
        var at = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x1C, 2, number, 0]);
        return at < 0 ? null : Encoding.ASCII.GetString(file, at + 5, file[at + 4]);
    }
}
