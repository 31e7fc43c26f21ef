using MediaDesk.Metadata.Tests.Files;
using static MediaDesk.Metadata.Tests.Files.PhotoBytes;

namespace MediaDesk.Metadata.Tests;

/// <summary>A photo and the XMP sidecar beside it as one reading.</summary>
public sealed class SidecarReadingTests
{
    private const string Earlier = "2024-05-01T10:00:00+02:00", Later = "2024-05-01T08:30:00Z", Latest = "2024-06-01";

    [Theory]
    [InlineData("jpeg", null, null, "sidecar")]
    [InlineData("jpeg", Earlier, null, "sidecar")]
    [InlineData("jpeg", null, Earlier, "sidecar")]
    [InlineData("jpeg", Earlier, Earlier, "sidecar")]
    [InlineData("jpeg", Earlier, Later, "sidecar")]
    [InlineData("jpeg", Later, Earlier, "photo")]
    [InlineData("jpeg", Latest, Later, "photo")]
    [InlineData("jpeg", "no date", Later, "sidecar")]
    [InlineData("raw", Latest, Earlier, "sidecar")]
    public void WordChangedLast_Counts_AndForRawFilesTheSidecar(string format, string? embeddedAt, string? sidecarAt, string winner)
    {
        var embedded = Packet("photo", embeddedAt);
        var photo = format == "raw" ? TiffOf().Raw(50706, 1, [1, 4, 0, 0]).Raw(700, 1, embedded).ToBytes(Pixels()) : JpegOf(XmpSegment(embedded));

        var reading = Read(photo, Packet("sidecar", sidecarAt, XmpText.Property("photoshop:City", "Idlib")));

        Assert.Equal(winner, reading.Fields.Text("headline"));
        Assert.Equal(winner == "photo" ? FieldSource.Xmp : FieldSource.Sidecar, reading.Sources["headline"]);
        Assert.Equal(["photo", "sidecar"], Assert.Single(reading.Conflicts).Values.Select(layer => layer.Value.Text));

        // What only one of them says is taken from it either way.
        Assert.Equal(("Idlib", FieldSource.Sidecar), (reading.Fields.Text("cityName"), reading.Sources["cityName"]));
    }

    [Fact]
    public void LayersThatDisagreeAlready_AllStandInTheConflict()
    {
        var iim = new IimText(System.Text.Encoding.UTF8).With(105, "IIM").ToBytes();
        var reading = Read(JpegOf(XmpSegment(Packet("photo", null)), IimSegment(iim)), Packet("sidecar", null));

        Assert.Equal(
            [FieldSource.Xmp, FieldSource.Iim, FieldSource.Sidecar], Assert.Single(reading.Conflicts).Values.Keys);
    }

    [Fact]
    public void SameWords_AreNoConflict()
    {
        var reading = Read(JpegOf(XmpSegment(Packet("same", null))), Packet("same", null));

        Assert.Empty(reading.Conflicts);
        Assert.Equal(FieldSource.Sidecar, reading.Sources["headline"]);
    }

    [Theory]
    [InlineData("GIF89a", "no XMP")]
    [InlineData("", "no XMP")]
    [InlineData("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF", "not well-formed")]
    public void BrokenSidecar_IsAProblem_AndThePhotoIsReadAsEver(string sidecar, string what)
    {
        var photo = JpegOf(XmpSegment(Packet("photo", null)));
        var reading = Read(photo, System.Text.Encoding.UTF8.GetBytes(sidecar));

        var problem = Assert.Single(reading.Problems);
        Assert.Equal("Sidecar", problem.Where);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.Equal(PhotoBytes.Read(photo).Fields, reading.Fields);
    }

    [Fact]
    public void SidecarsOfTheCorpus_OverAPhoto_KeepTheirWords()
    {
        foreach (var path in Corpus.Files("corpus").Where(path => path.EndsWith(".xmp", StringComparison.Ordinal)))
        {
            var sidecar = File.ReadAllBytes(path);
            var alone = PhotoBytes.Read(sidecar);

            var reading = Read(JpegOf(), sidecar);

            Assert.Equal(alone.Fields, reading.Fields);
            Assert.All(reading.Sources.Values, source => Assert.Equal(FieldSource.Sidecar, source));
        }
    }

    private static MetadataReading Read(byte[] photo, byte[] sidecar) => MetadataReader.Read(new MemoryStream(photo), new MemoryStream(sidecar));

    private static byte[] Packet(string headline, string? changed, string more = "") => XmpText.Utf8(XmpText.Packet(
        XmpText.Property("photoshop:Headline", headline) + more +
        (changed is null ? "" : $"<xmp:MetadataDate xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">{changed}</xmp:MetadataDate>")));
}
