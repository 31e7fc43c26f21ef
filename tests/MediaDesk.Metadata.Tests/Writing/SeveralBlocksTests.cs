using System.Text;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;
using static MediaDesk.Metadata.Tests.Files.PhotoBytes;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>Files that say a thing in several places: each says the new one afterwards, whichever of them other software looks at.</summary>
public sealed class SeveralBlocksTests
{
    private static readonly FieldValue New = FieldValue.Of("Новое")!;

    private static readonly byte[] Iim = new IimText(Encoding.UTF8).With(90, "Paris").With(105, "Old").ToBytes();

    [Fact]
    public void TwoPackets_SayTheSame_AndKeepWhatEachHasAlone()
    {
        var original = JpegOf(Packet("photoshop:City", "Paris"), Packet("photoshop:Credit", "AFP"));

        var written = Written.To(original, (NewsroomFields.Headline, New));

        var packets = MetadataReader.ReadLayers(new MemoryStream(written)).Xmp;
        Assert.All(packets, packet => Assert.Contains(packet.Properties, node => node.Text == "Новое"));
        Assert.Equal(["Paris", "AFP"], packets.Select(packet => packet.Properties.Single(node => node.Text != "Новое" && node.Text != "Old").Text));
    }

    [Fact]
    public void TwoIimBlocks_SayTheSame_AndOneThatMakesNoSenseStays()
    {
        byte[] other = new IimText(Encoding.UTF8).With(105, "Other").With(110, "AFP").ToBytes(), junk = Encoding.ASCII.GetBytes("no datasets here");
        var original = JpegOf(Segment(0xED, "Photoshop 3.0\0"u8.ToArray(), Resource(0x0404, Iim)), Segment(0xED, "Photoshop 3.0\0"u8.ToArray(), Resource(0x0404, other), Resource(0x0404, junk)));

        var (result, written) = Written.Try(original, (NewsroomFields.Headline, New));

        Assert.Contains("stays", Assert.Single(result.Warnings), StringComparison.Ordinal);
        var blocks = MetadataReader.ReadLayers(new MemoryStream(written)).Iim;
        Assert.Equal(["Paris|Новое", "Новое|AFP"], blocks.Select(block => string.Join('|', block.Datasets.Where(dataset => dataset.Record == 2).Select(dataset => dataset.Text))));
        Assert.True(written.AsSpan().IndexOf(Resource(0x0404, junk)) > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void IimInTiff_CutOffByAWriterThatCountsLongs_IsReadAndMendedFromItsCopy(int divisor)
    {
        var tiff = TiffOf().Raw(33723, 7, Iim[..(Iim.Length / divisor)]).Raw(34377, 1, Resource(0x0404, Iim)).ToBytes(Pixels());

        Assert.Equal(("Old", "Paris"), (Read(tiff).Fields.Text("headline"), Read(tiff).Fields.Text("cityName")));

        var written = Written.To(tiff, (NewsroomFields.Headline, New));

        var blocks = MetadataReader.ReadLayers(new MemoryStream(written)).Iim;
        Assert.Equal(["Paris|Новое"], blocks.Select(block => string.Join('|', block.Datasets.Where(dataset => dataset.Record == 2).Select(dataset => dataset.Text))));
        Assert.Empty(Read(written).Problems);
    }

    [Fact]
    public void NewBlocks_ComeBehindTheLeadingSegment_AlsoOverFillBytes()
    {
        var leading = Segment(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"u8.ToArray());
        var plain = JpegOf(leading);
        byte[] filled = [.. plain[..2], 0xFF, 0xFF, .. plain[2..]];

        var written = Written.To(filled, (NewsroomFields.Headline, New));

        Assert.Equal(filled[..(4 + leading.Length)], written[..(4 + leading.Length)]);
    }

    [Theory]
    [InlineData("iptc")]
    [InlineData("8bim")]
    public void IimInPng_FollowsInItsNotation(string kind)
    {
        var block = kind == "8bim" ? Resource(0x0404, Iim) : Iim;

        var written = Written.To(PngOf(RawProfileChunk(kind, block)), (NewsroomFields.Headline, New));

        Assert.Equal("Новое", MetadataReader.ReadLayers(new MemoryStream(written)).Iim.Single().Datasets.Single(dataset => dataset.Number == 105).Text);
        Assert.Equal(("Новое", "Paris"), (Read(written).Fields.Text("headline"), Read(written).Fields.Text("cityName")));
        Assert.Empty(Read(written).Problems);
        Assert.Empty(Read(written).Conflicts);
    }

    [Fact]
    public void XmpInAPngProfile_IsChangedThere()
    {
        var written = Written.To(PngOf(RawProfileChunk("xmp", Content("photoshop:City", "Paris"))), (NewsroomFields.Headline, New));

        Assert.Equal(("Новое", "Paris"), (Read(written).Fields.Text("headline"), Read(written).Fields.Text("cityName")));
        Assert.Single(MetadataReader.ReadLayers(new MemoryStream(written)).Xmp);
    }

    [Fact]
    public void HeaderOfItsOwn_BecomesTheStandards_AndIsTold()
    {
        var (result, written) = Written.Try(JpegOf(Segment(0xE1, "XMP\0://ns.adobe.com/xap/1.0/\0"u8.ToArray(), Content("photoshop:City", "Paris"))), (NewsroomFields.Headline, New));

        Assert.Contains("header", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(("Новое", "Paris"), (Read(written).Fields.Text("headline"), Read(written).Fields.Text("cityName")));
        Assert.Empty(Read(written).Problems);
    }

    [Fact]
    public void TiffWithIimAmongThePhotoshopResources_SaysTheSameInBothPlaces()
    {
        var original = TiffOf().Raw(34377, 1, Resource(0x0404, Iim)).ToBytes(Pixels());

        var written = Written.To(original, (NewsroomFields.Headline, New));

        var changed = new IimText(Encoding.UTF8).DeclaredAs("\x1B%G").With(90, "Paris").With(105, "Новое").ToBytes();
        Assert.Equal(2, Encoding.Latin1.GetString(written).Split(Encoding.Latin1.GetString(changed)).Length - 1);
        Assert.Equal(("Новое", "Paris"), (Read(written).Fields.Text("headline"), Read(written).Fields.Text("cityName")));
    }

    [Fact]
    public void OtherPagesOfATiff_AndTheirStrips_StayWhereTheyAre()
    {
        var original = TiffOf().ToBytes(Pixels(), next: new ExifText().Short(256, 1).Short(257, 1).Text(270, "Second page"));

        var written = Written.To(original, (NewsroomFields.Caption, New));

        // Only the address of the first directory differs in what stood there before.
        Assert.Equal(original.AsSpan(8).ToArray(), written[8..original.Length]);
        Assert.Equal("Second page", MetadataReader.ReadLayers(new MemoryStream(written)).Exif.Single(tag => tag.Tag == 270).Text);
    }

    private static byte[] Packet(string name, string text) => XmpSegment(Content(name, text));

    private static byte[] Content(string name, string text) => XmpText.Utf8(XmpText.Packet(XmpText.Property(name, text) + XmpText.Property("photoshop:Headline", "Old")));
}
