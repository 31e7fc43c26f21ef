using System.Text;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests.Xmp;

public sealed class XmpReadingTests
{
    public static TheoryData<string> Ids() => [.. NewsroomFields.All.Where(field => field != NewsroomFields.DateCreated).Select(field => field.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Field_AsElement_IsRead(string id)
    {
        var field = NewsroomFields.Find(id)!;
        const string Text = "Zoë & <Łódź> إدلب 📷";

        var reading = Read(XmpText.Property(field.Xmp, Text));

        Assert.Equal(field.IsList ? FieldValue.Of([Text]) : FieldValue.Of(Text), reading.Fields[id]);
        Assert.Equal(FieldSource.Xmp, reading.Sources[id]);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Fields_AsAttributes_AreRead()
    {
        var packet = XmpText.Packet("").Replace("rdf:about=\"\"", "rdf:about=\"\" photoshop:City=\"Idlib\" photoshop:DateCreated=\"2020-02-03\"", StringComparison.Ordinal);

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.XmpSegment(XmpText.Utf8(packet))));

        Assert.Equal("Idlib", reading.Fields.Text("cityName"));
        Assert.Equal("2020-02-03", reading.Fields.Text("dateCreated"));
    }

    [Theory]
    [InlineData("<dc:title>Plain</dc:title>", "Plain")]
    [InlineData("<dc:title><rdf:Alt><rdf:li xml:lang=\"fr\">Titre</rdf:li><rdf:li xml:lang=\"x-default\">Title</rdf:li></rdf:Alt></dc:title>", "Title")]
    [InlineData("<dc:title><rdf:Alt><rdf:li xml:lang=\"fr\">Titre</rdf:li></rdf:Alt></dc:title>", "Titre")]
    [InlineData("<dc:title rdf:parseType=\"Resource\"><rdf:value>Qualified</rdf:value><dc:source>x</dc:source></dc:title>", "Qualified")]
    [InlineData("<dc:title><rdf:Description><rdf:value>Described</rdf:value></rdf:Description></dc:title>", "Described")]
    [InlineData("<dc:title rdf:resource=\"urn:x\"/>", "urn:x")]
    [InlineData("<dc:title><rdf:Alt/></dc:title>", null)]
    [InlineData("<dc:title/>", null)]
    public void Text_InEveryNotation_IsRead(string property, string? expected) => Assert.Equal(expected, Read(property).Fields.Text("title"));

    [Fact]
    public void OtherLanguages_StandBesideTheDefault()
    {
        var reading = Read("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">Flood</rdf:li><rdf:li xml:lang=\"en-US\">Flood</rdf:li><rdf:li xml:lang=\"ar\">فيضان</rdf:li></rdf:Alt></dc:description>");

        Assert.Equal("Flood", reading.Fields.Text("description"));
        Assert.Equal(["ar", "en-us"], reading.Languages["description"].Keys);
        Assert.Equal("فيضان", reading.Languages["description"]["ar"]);
    }

    [Fact]
    public void DuplicateNodes_DoNotLoseThePacket()
    {
        var reading = Read("<photoshop:City>Idlib</photoshop:City><photoshop:City>Aleppo</photoshop:City><photoshop:Country>Syria</photoshop:Country>");

        Assert.Equal("Idlib", reading.Fields.Text("cityName"));
        Assert.Equal("Syria", reading.Fields.Text("countryName"));
        Assert.Contains(reading.Problems, problem => problem.What.Contains("more than once", StringComparison.Ordinal));
    }

    [Fact]
    public void EntityExpansion_IsRefusedAndTheRestRead()
    {
        var laughs = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY lol{i} \"{string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))}\">"));
        var packet = $"<!DOCTYPE x [<!ENTITY lol0 \"lol\">{laughs}]>" + XmpText.Packet("<photoshop:City>&lol9;</photoshop:City>");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(
            PhotoBytes.XmpSegment(XmpText.Utf8(packet)), PhotoBytes.IimSegment(new IimText(Encoding.UTF8).With(105, "Still read").ToBytes())));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        Assert.Null(reading.Fields["cityName"]);
        Assert.Equal("Still read", reading.Fields.Text("headline"));
        Assert.Contains(reading.Problems, problem => problem.What.Contains("document type with declarations", StringComparison.Ordinal));
    }

    [Fact]
    public void DocumentTypeThatDeclaresNothing_IsNoHindrance()
    {
        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.XmpSegment(XmpText.Utf8("<!DOCTYPE x>" + XmpText.Packet("<photoshop:City>Idlib</photoshop:City>")))));

        Assert.Equal("Idlib", reading.Fields.Text("cityName"));
    }

    [Fact]
    public void ExternalEntity_IsNotFetched()
    {
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "secret");
            var packet = $"<!DOCTYPE x [<!ENTITY file SYSTEM \"file://{secret}\">]>" + XmpText.Packet("<photoshop:City>&file;</photoshop:City>");

            var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.XmpSegment(XmpText.Utf8(packet))));

            Assert.Empty(reading.Fields);
            Assert.NotEmpty(reading.Problems);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Packet_InWideEncoding_IsRead(string encoding)
    {
        var packet = Encoding.GetEncoding(encoding).GetBytes(XmpText.Packet(XmpText.Property("photoshop:City", "إدلب")));

        Assert.Equal("إدلب", PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.XmpSegment(packet))).Fields.Text("cityName"));
    }

    [Fact]
    public void Packet_ThatBreaksOff_KeepsWhatStandsBefore()
    {
        var packet = XmpText.Packet("<photoshop:City>Idlib</photoshop:City><photoshop:Country>Syria</photoshop:Country>");
        packet = packet[..packet.IndexOf("ria</", StringComparison.Ordinal)];

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.XmpSegment(XmpText.Utf8(packet))));

        Assert.Equal("Idlib", reading.Fields.Text("cityName"));
        Assert.Contains(reading.Problems, problem => problem.What.Contains("not well-formed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("XMP\0://ns.adobe.com/xap/1.0/\0")]
    [InlineData("http://ns.adobe.com/xap/1.0/")]
    public void Packet_BehindAnUnknownHeader_IsReadWithAProblem(string header)
    {
        var packet = XmpText.Utf8(XmpText.Packet("<photoshop:City>Idlib</photoshop:City>"));

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.Segment(0xE1, Encoding.ASCII.GetBytes(header), packet)));

        Assert.Equal("Idlib", reading.Fields.Text("cityName"));
        Assert.Single(reading.Problems);
    }

    [Fact]
    public void ExtendedXmp_OverSeveralSegments_IsPutTogether()
    {
        var caption = new string('x', 90_000);
        var extension = Encoding.UTF8.GetBytes($"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF {XmpText.Namespaces}><rdf:Description rdf:about=\"\">{XmpText.Property("dc:description", caption)}</rdf:Description></rdf:RDF></x:xmpmeta>");
        const string Guid = "0123456789ABCDEF0123456789ABCDEF";
        byte[] Part(int at, int length) => PhotoBytes.Segment(
            0xE1, Encoding.ASCII.GetBytes("http://ns.adobe.com/xmp/extension/\0" + Guid),
            [0, (byte)(extension.Length >> 16), (byte)(extension.Length >> 8), (byte)extension.Length, 0, (byte)(at >> 16), (byte)(at >> 8), (byte)at],
            extension[at..(at + length)]);
        var main = PhotoBytes.XmpSegment(XmpText.Utf8(XmpText.Packet($"<xmpNote:HasExtendedXMP>{Guid}</xmpNote:HasExtendedXMP>")));

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(main, Part(50_000, extension.Length - 50_000), Part(0, 50_000)));

        Assert.Equal(caption, reading.Fields.Text("description"));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void AgencyIds_AreFoundWhereAgenciesPutThem()
    {
        var iim = new IimText(Encoding.ASCII).With(22, "RC2ABC").With(103, "LON101");
        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(
            PhotoBytes.XmpSegment(XmpText.Utf8(XmpText.Packet("<GettyImagesGIFT:AssetID>536991815</GettyImagesGIFT:AssetID><plus:ImageSupplierImageID>epa06737033</plus:ImageSupplierImageID>"))),
            PhotoBytes.IimSegment(iim.ToBytes())));

        Assert.Equal(["536991815", "epa06737033", "RC2ABC", "LON101"], reading.AgencyPhotoIds.Select(id => id.Id));
    }

    private static MetadataReading Read(string properties) => PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.XmpSegment(XmpText.Utf8(XmpText.Packet(properties)))));
}
