using System.Text;
using System.Xml.Linq;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;
using MediaDesk.Metadata.Xmp;

namespace MediaDesk.Metadata.Tests.Xmp;

/// <summary>The whole tree of a packet, whichever way RDF wrote it down. ISO 16684-1, 7.9 and annex C.</summary>
public sealed class XmpTreeTests
{
    private static readonly XNamespace Own = "urn:own";

    [Theory]
    [InlineData("<o:s><rdf:Description><o:a>1</o:a><o:b>2</o:b></rdf:Description></o:s>")]
    [InlineData("<o:s><rdf:Description o:a=\"1\" o:b=\"2\"/></o:s>")]
    [InlineData("<o:s><rdf:Description o:a=\"1\"><o:b>2</o:b></rdf:Description></o:s>")]
    [InlineData("<o:s rdf:parseType=\"Resource\"><o:a>1</o:a><o:b>2</o:b></o:s>")]
    [InlineData("<o:s o:a=\"1\" o:b=\"2\"/>")]
    [InlineData("<o:s o:a=\"1\" o:b=\"2\">\n  </o:s>")]
    [InlineData("<o:s><!-- typed --><o:Thing o:a=\"1\"><o:b>2</o:b></o:Thing></o:s>")]
    public void Structure_InEveryNotation_IsTheSame(string property)
    {
        var node = Assert.Single(Nodes(property));

        Assert.True(node.IsStructure);
        Assert.Equal([(Own + "a", "1"), (Own + "b", "2")], node.Nodes.Select(field => (field.Name, field.Text)));
        Assert.Empty(node.Qualifiers);
    }

    [Theory]
    [InlineData("<o:v rdf:parseType=\"Resource\"><rdf:value>text</rdf:value><o:q>why</o:q></o:v>")]
    [InlineData("<o:v><rdf:Description><rdf:value>text</rdf:value><o:q>why</o:q></rdf:Description></o:v>")]
    [InlineData("<o:v rdf:value=\"text\" o:q=\"why\"/>")]
    [InlineData("<o:v><rdf:Description rdf:value=\"text\" o:q=\"why\"/></o:v>")]
    public void QualifiedText_InEveryNotation_IsTheSame(string property)
    {
        var node = Assert.Single(Nodes(property));

        Assert.Equal("text", node.Text);
        Assert.Equal((Own + "q", "why"), (node.Qualifiers.Single().Name, node.Qualifiers.Single().Text));
    }

    [Theory]
    [InlineData("Alt", XmpForm.Alt)]
    [InlineData("Bag", XmpForm.Bag)]
    [InlineData("Seq", XmpForm.Seq)]
    public void Array_OfEachForm_KeepsItsItemsInOrder(string form, XmpForm expected)
    {
        var node = Assert.Single(Nodes(
            $"<o:l><rdf:{form}><rdf:li xml:lang=\"de-AT\">eins</rdf:li><rdf:li rdf:resource=\"urn:2\"/><rdf:li rdf:parseType=\"Resource\"><o:a>3</o:a></rdf:li><rdf:li/></rdf:{form}></o:l>"));

        Assert.Equal(expected, node.Form);
        Assert.Equal(["eins", "urn:2", null, ""], node.Nodes.Select(item => item.Text));
        Assert.Equal("de-AT", node.Nodes[0].Language);
        Assert.True(node.Nodes[1].IsUri);
        Assert.Equal("3", node.Nodes[2].Field(Own + "a")!.Text);
    }

    [Fact]
    public void Packet_OfSeveralDescriptions_IsReadWhole()
    {
        var packet =
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\" x:xmptk=\"By hand 1.0\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:o=\"urn:own\">" +
            "<rdf:Description rdf:about=\"urn:photo\" o:a=\"1\"><o:b><![CDATA[2 & ]]>3</o:b></rdf:Description>" +
            "<rdf:Description rdf:about=\"urn:photo\"><o:a>again</o:a></rdf:Description></rdf:RDF></x:xmpmeta>";

        var read = Assert.Single(Layers(packet).Xmp);

        Assert.Equal(("By hand 1.0", "urn:photo"), (read.Toolkit, read.About));
        Assert.Equal([("a", "1"), ("b", "2 & 3"), ("a", "again")], read.Properties.Select(node => (node.Name.LocalName, node.Text)));
    }

    /// <summary>F-Spot writes arrays apart and refers to them. A name that refers to itself must not be followed.</summary>
    [Fact]
    public void NamedNodes_AreReadWhereTheyAreReferredTo()
    {
        var read = Assert.Single(Layers(
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:o=\"urn:own\">" +
            "<rdf:Bag rdf:nodeID=\"list\"><rdf:li>storm</rdf:li><rdf:li>flood</rdf:li></rdf:Bag>" +
            "<rdf:Description rdf:about=\"\"><dc:subject rdf:nodeID=\"list\"/><o:self rdf:nodeID=\"self\"/><o:none rdf:nodeID=\"none\"/></rdf:Description>" +
            "<rdf:Description rdf:nodeID=\"self\"><o:inner rdf:parseType=\"Resource\"><o:me rdf:nodeID=\"self\"/></o:inner></rdf:Description></rdf:RDF>").Xmp);

        Assert.Equal(["subject", "self", "none"], read.Properties.Select(node => node.Name.LocalName));
        Assert.Equal(["storm", "flood"], read.Properties[0].Nodes.Select(item => item.Text));
        Assert.Equal("", read.Properties[1].Nodes[0].Nodes[0].Text);
    }

    [Fact]
    public void ControlCharacters_AreBlanksAndTheRestIsRead()
    {
        var layers = Layers("<?xpacket begin=\"\u001A\"?>" + XmpText.Packet("<photoshop:City>Id\u0003lib</photoshop:City><photoshop:Country>Syria</photoshop:Country>"));

        Assert.Equal(["Id lib", "Syria"], layers.Xmp[0].Properties.Select(node => node.Text));
        Assert.Single(layers.Problems);
    }

    [Fact]
    public void Tree_DeeperThanAnyProperty_IsCutWithAProblem()
    {
        const int Levels = 5_000;
        var deep = string.Concat(Enumerable.Repeat("<o:n rdf:parseType=\"Resource\">", Levels)) + string.Concat(Enumerable.Repeat("</o:n>", Levels));

        var layers = LargeLayers($"<o:s xmlns:o=\"urn:own\" rdf:parseType=\"Resource\">{deep}</o:s><photoshop:City>Idlib</photoshop:City>");

        Assert.Equal("Idlib", layers.Xmp[0].Properties[^1].Text);
        Assert.Contains(layers.Problems, problem => problem.What.Contains("deeper", StringComparison.Ordinal));
    }

    [Fact]
    public void Tree_OfEndlessNodes_IsCutWithAProblem()
    {
        var many = string.Concat(Enumerable.Repeat("<o:n/>", 200_000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var layers = LargeLayers($"<o:s xmlns:o=\"urn:own\" rdf:parseType=\"Resource\">{many}</o:s>");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
        Assert.Contains(layers.Problems, problem => problem.What.Contains("nodes", StringComparison.Ordinal));
    }

    [Fact]
    public void TextInManyPieces_TakesTimeInProportion()
    {
        MetadataLayers Text(int pieces) => LargeLayers($"<dc:source>{string.Concat(Enumerable.Repeat("<![CDATA[x]]>", pieces))}</dc:source>");
        var (tenth, whole) = (Effort.Seconds(() => Text(20_000)), Effort.Seconds(() => Text(200_000)));

        // By the square it would be a hundred times.
        Assert.True(whole < 40 * tenth, $"{tenth:0.000} s and {whole:0.000} s");
        Assert.Equal(200_000, Assert.Single(Text(200_000).Xmp[0].Properties).Text!.Length);
    }

    private static System.Collections.Immutable.ImmutableArray<XmpNode> Nodes(string property) =>
        Layers(XmpText.Packet(property).Replace("rdf:about=\"\"", "rdf:about=\"\" xmlns:o=\"urn:own\"", StringComparison.Ordinal)).Xmp[0].Properties;

    /// <summary>In a PNG, as it is too large for the segment of a JPEG.</summary>
    private static MetadataLayers LargeLayers(string properties) =>
        MetadataReader.ReadLayers(new MemoryStream(PhotoBytes.PngOf(PhotoBytes.XmpChunk(XmpText.Utf8(XmpText.Packet(properties))))));

    private static MetadataLayers Layers(string packet) =>
        MetadataReader.ReadLayers(new MemoryStream(PhotoBytes.JpegOf(PhotoBytes.XmpSegment(Encoding.UTF8.GetBytes(packet)))));
}
