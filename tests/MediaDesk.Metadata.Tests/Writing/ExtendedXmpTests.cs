using System.Text;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;
using static MediaDesk.Metadata.Tests.Files.PhotoBytes;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>XMP of more than one JPEG segment: made when a text needs it, kept where it is, gone when it is needed no more.</summary>
public sealed class ExtendedXmpTests : IDisposable
{
    private static readonly FieldValue New = FieldValue.Of("Новое")!;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mediadesk-extended-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void LongCaption_GoesIntoExtendedXmp_AndAShortOneComesBack()
    {
        var longText = string.Concat(Enumerable.Range(0, 15_000).Select(i => $"слово {i} ")).Trim();
        var original = JpegOf(XmpSegment(XmpText.Utf8(XmpText.Packet(XmpText.Property("photoshop:City", "Paris")))));

        var grown = Written.To(original, (NewsroomFields.Caption, FieldValue.Of(longText)), (NewsroomFields.Headline, New));
        var shrunk = Written.To(grown, (NewsroomFields.Caption, FieldValue.Of("Short")));

        Assert.Equal((longText, "Новое", "Paris"), (Read(grown).Fields.Text("description"), Read(grown).Fields.Text("headline"), Read(grown).Fields.Text("cityName")));
        Assert.Equal(("Short", "Новое", "Paris"), (Read(shrunk).Fields.Text("description"), Read(shrunk).Fields.Text("headline"), Read(shrunk).Fields.Text("cityName")));
        Assert.Equal((true, false), (Has(grown, "http://ns.adobe.com/xmp/extension/"), Has(shrunk, "http://ns.adobe.com/xmp/extension/")));
        Assert.False(Has(shrunk, "HasExtendedXMP"));
        var file = Path.Combine(folder.FullName, "grown.jpg");
        File.WriteAllBytes(file, grown);
        var tags = Assert.Single(OtherReaders.Exiftool(file));
        Assert.Equal((longText, "Новое"), (tags["XMP-dc:Description"], tags["XMP-photoshop:Headline"]));
        Assert.False(tags.ContainsKey("ExifTool:Warning"), tags.GetValueOrDefault("ExifTool:Warning"));
    }

    [Fact]
    public void LongCaptionBesideAForbiddenCharacter_GoesIntoExtendedXmpToo()
    {
        var original = JpegOf(XmpSegment(XmpText.Utf8(XmpText.Packet("<photoshop:City>Pa&#0;ris</photoshop:City>"))));

        var grown = Written.To(original, (NewsroomFields.Caption, FieldValue.Of(new string('ü', 40_000))));

        Assert.Equal(40_000, Read(grown).Fields.Text("description")!.Length);
        Assert.Equal(Read(original).Fields.Text("cityName"), Read(grown).Fields.Text("cityName"));
    }

    [Fact]
    public void ExtensionWithoutTheProperty_StaysByteForByte()
    {
        var (original, extension) = WithExtension(XmpText.Property("my:depth", new string('7', 90_000)));

        var written = Written.To(original, (NewsroomFields.Headline, New));

        Assert.All(extension, part => Assert.True(written.AsSpan().IndexOf(part) > 0));
        Assert.Equal("Новое", Read(written).Fields.Text("headline"));
        Assert.Empty(Read(written).Problems);
    }

    [Fact]
    public void PropertyInTheExtension_MovesToThePacket_AndTheRestOfTheExtensionStays()
    {
        var (original, _) = WithExtension(XmpText.Property("my:depth", new string('7', 90_000)) + XmpText.Property("photoshop:Headline", "Old") + XmpText.Property("photoshop:City", "Paris"));

        var written = Written.To(original, (NewsroomFields.Headline, New));
        var cleared = Written.To(original, (NewsroomFields.Headline, null));

        Assert.Equal(("Новое", "Paris"), (Read(written).Fields.Text("headline"), Read(written).Fields.Text("cityName")));
        Assert.Equal((null, "Paris"), (Read(cleared).Fields.Text("headline"), Read(cleared).Fields.Text("cityName")));
        var files = new[] { written, cleared }.Index().Select(photo => (Name: Path.Combine(folder.FullName, $"{photo.Index}.jpg"), photo.Item)).ToList();
        files.ForEach(file => File.WriteAllBytes(file.Name, file.Item));
        Assert.All(OtherReaders.Exiftool([.. files.Select(file => file.Name)]), tags => Assert.Contains("90000 bytes", tags["XMP-my:Depth"], StringComparison.Ordinal));
    }

    [Fact]
    public void NameOfAnExtensionThatIsNotThere_IsKept()
    {
        var mark = XmpText.Property("xmpNote:HasExtendedXMP", new string('A', 32));

        var written = Written.To(JpegOf(XmpSegment(XmpText.Utf8(XmpText.Packet(mark)))), (NewsroomFields.Headline, New));

        Assert.True(Has(written, new string('A', 32)));
        Assert.Equal("Новое", Read(written).Fields.Text("headline"));
    }

    private static bool Has(byte[] photo, string text) => photo.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;

    private static (byte[] Photo, byte[][] Parts) WithExtension(string properties)
    {
        var whole = XmpText.Utf8(XmpText.Packet(properties).Replace("<rdf:RDF ", "<rdf:RDF xmlns:my='urn:my' ", StringComparison.Ordinal));
        var guid = new string('B', 32);
        var parts = whole.Chunk(65_000).Select((part, i) => Segment(
            0xE1, "http://ns.adobe.com/xmp/extension/\0"u8.ToArray(), Encoding.ASCII.GetBytes(guid), BigEndian(whole.Length), BigEndian(i * 65_000), part)).ToArray();
        return (JpegOf([XmpSegment(XmpText.Utf8(XmpText.Packet(XmpText.Property("xmpNote:HasExtendedXMP", guid)))), .. parts]), parts);
    }

    private static byte[] BigEndian(int number) => [.. BitConverter.GetBytes(number).Reverse()];
}
