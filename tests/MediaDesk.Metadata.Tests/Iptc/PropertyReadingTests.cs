using System.Collections.Immutable;
using System.Security;
using System.Text;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests.Iptc;

/// <summary>All 66 properties of the standard from XMP, the twenty of IIM, the five of EXIF.</summary>
public sealed class PropertyReadingTests
{
    private static readonly string Prefixes = string.Concat(XmpNamespaces.All.Select(space => $" xmlns:{XmpNamespaces.PrefixOf(space)}=\"{space}\""));

    public static TheoryData<string> All() => [.. IptcStandard.Properties.Select(property => property.Id)];

    public static TheoryData<string> InIim() => [.. IptcStandard.Properties.Where(property => !property.IimDatasets.IsEmpty && property.Kind != IptcKind.Date).Select(property => property.Id)];

    [Theory]
    [MemberData(nameof(All))]
    public void Property_InXmp_IsReadWithEachOfItsFields(string id)
    {
        var property = IptcStandard.Find(id)!;
        var expected = Sample(property, 1);

        var reading = Read(Written(property, expected));

        Assert.Equal(expected, reading.Fields[id]);
        Assert.Equal(FieldSource.Xmp, reading.Sources[id]);
        Assert.Equal([id], reading.Fields.Keys);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Property_WrittenAsAttributesWherePossible_IsReadAlike(string id)
    {
        var property = IptcStandard.Find(id)!;
        var expected = Sample(property, 1);

        Assert.Equal(expected, Read(Written(property, expected, compact: true)).Fields[id]);
    }

    [Theory]
    [MemberData(nameof(InIim))]
    public void Property_InIimAlone_IsRead(string id)
    {
        var property = IptcStandard.Find(id)!;

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.IimSegment(new IimText(Encoding.UTF8).With(property.IimDatasets[0], "Žluťoučký").ToBytes())));

        Assert.Equal(property.IsList ? FieldValue.Of(["Žluťoučký"]) : FieldValue.Of("Žluťoučký"), reading.Fields[id]);
        Assert.Equal(FieldSource.Iim, reading.Sources[id]);
    }

    /// <summary>IIM puts numbers and names around what the standard takes of them. IIM 4.2, 2:04 and 2:12.</summary>
    [Fact]
    public void SubjectAndGenre_InIim_AreWhatTheStandardTakesOfThem()
    {
        var iim = new IimText(Encoding.UTF8).With(4, "002:Analysis").With(12, "IPTC:01011000:arts, culture and entertainment:museum:").With(12, "IPR:15054000").With(12, "free words: here");

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.IimSegment(iim.ToBytes())));

        Assert.Equal("Analysis", reading.Fields.Text("intellectualGenre"));
        Assert.Equal(["01011000", "15054000", "free words: here"], reading.Fields["subjectCodes"]!.Items);
    }

    [Theory]
    [InlineData("Ana Ruiz; Bo Li", "Ana Ruiz|Bo Li")]
    [InlineData("\"Ruiz; Sons\"; \"\"\"Bo\"\" Li\"", "Ruiz; Sons|\"Bo\" Li")]
    [InlineData("Ana \"Annie\" Ruiz; Bo", "Ana \"Annie\" Ruiz|Bo")]
    public void Artists_InExif_AreTakenApart(string artist, string expected)
    {
        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.ExifSegment(new ExifText().Text(0x013B, artist).ToBytes())));

        Assert.Equal(expected.Split('|'), reading.Fields["creatorNames"]!.Items);
    }

    [Fact]
    public void ImageUniqueId_InExif_IsTheGuid()
    {
        var exif = new ExifText().Child(0x8769, new ExifText().Text(0xA420, "ab12")).ToBytes();

        Assert.Equal("ab12", PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.ExifSegment(exif))).Fields.Text("digitalImageGuid"));
    }

    [Fact]
    public void Languages_OfEveryAlternative_AreRead()
    {
        const string Alternatives = "<rdf:Alt><rdf:li xml:lang=\"x-default\">Pier</rdf:li><rdf:li xml:lang=\"it-IT\">Molo</rdf:li></rdf:Alt>";

        var reading = Read(
            $"<Iptc4xmpExt:Event>{Alternatives}</Iptc4xmpExt:Event>" +
            $"<Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li rdf:parseType=\"Resource\"><Iptc4xmpExt:City>Trieste</Iptc4xmpExt:City></rdf:li><rdf:li rdf:parseType=\"Resource\"><Iptc4xmpExt:LocationName>{Alternatives}</Iptc4xmpExt:LocationName></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>");

        Assert.Equal(["eventName", "locationsShown[1].name"], reading.Languages.Keys);
        Assert.All(reading.Languages.Values, other => Assert.Equal("Molo", other["it-it"]));
        Assert.Equal("Pier", reading.Fields["locationsShown"]!.Structures[1].Text("name"));
    }

    [Fact]
    public void Region_WithOtherProperties_KeepsThemByTheirIds()
    {
        var region = Assert.Single(Read("<Iptc4xmpExt:ImageRegion><rdf:Bag><rdf:li rdf:parseType=\"Resource\"><Iptc4xmpExt:rId>left</Iptc4xmpExt:rId><dc:creator><rdf:Seq><rdf:li>Ana</rdf:li></rdf:Seq></dc:creator></rdf:li></rdf:Bag></Iptc4xmpExt:ImageRegion>").Fields["imageRegion"]!.Structures);

        Assert.Equal("left", region.Text("rId"));
        Assert.Equal(["Ana"], region["creatorNames"]!.Items);
    }

    [Fact]
    public void OneStructure_WhereTheStandardHasSeveral_IsAListOfOne() =>
        Assert.Equal(
            [FieldValues.Empty.With("city", FieldValue.Of("Trieste"))],
            Read("<Iptc4xmpExt:LocationCreated Iptc4xmpExt:City=\"Trieste\"/>").Fields["locationCreated"]!.Structures);

    [Fact]
    public void Text_WhereTheStandardHasAStructure_IsAProblem()
    {
        var reading = Read("<Iptc4xmpExt:Genre>Portrait</Iptc4xmpExt:Genre>");

        Assert.Empty(reading.Fields);
        Assert.Contains("Iptc4xmpExt:Genre", Assert.Single(reading.Problems).Where, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<tiff:ImageDescription><rdf:Alt><rdf:li xml:lang=\"x-default\">Old words</rdf:li></rdf:Alt></tiff:ImageDescription>", "description", "Old words")]
    [InlineData("<tiff:Artist>Ana Ruiz</tiff:Artist>", "creatorNames", "Ana Ruiz")]
    [InlineData("<photoshop:WebStatement>https://example.org/rights</photoshop:WebStatement>", "webstatementRights", "https://example.org/rights")]
    public void OldName_CountsOnlyWhereNothingElseDoes(string xmp, string id, string expected)
    {
        var property = IptcStandard.Find(id)!;
        var newer = Written(property, property.IsList ? FieldValue.Of(["New"])! : FieldValue.Of("New")!);

        Assert.Equal(expected, Read(xmp).Fields.Text(id));
        Assert.Equal("New", Read(xmp + newer).Fields.Text(id));
        Assert.Empty(Read(xmp + newer).Conflicts);
    }

    [Fact]
    public void Extras_OfAgencies_StandBesideTheFields()
    {
        var xmp = XmpText.Utf8(XmpText.Packet(
            "<photoshop:Urgency>4</photoshop:Urgency><photoshop:SupplementalCategories><rdf:Bag><rdf:li>SPO</rdf:li><rdf:li>SOC</rdf:li></rdf:Bag></photoshop:SupplementalCategories>" +
            "<GettyImagesGIFT:AssetID>536991815</GettyImagesGIFT:AssetID><pm:ColorClass xmlns:pm=\"http://ns.camerabits.com/photomechanic/1.0/\">2</pm:ColorClass>" +
            "<plus:ImageSupplier><rdf:Seq><rdf:li rdf:parseType=\"Resource\"><plus:ImageSupplierID>PLUS-1</plus:ImageSupplierID></rdf:li></rdf:Seq></plus:ImageSupplier>" +
            "<plus:MediaSummaryCode>|PLUS|V0121|</plus:MediaSummaryCode>"));
        var iim = new IimText(Encoding.ASCII).With(7, "AFP").With(10, "4").With(15, "S").With(20, "SPO").With(20, "SOC").With(22, "RC2").With(30, "20240102").With(35, "101500+0100").With(37, "20250000");

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.XmpSegment(xmp), PhotoBytes.IimSegment(iim.ToBytes())));

        Assert.Equal(
            [
                ("GettyImagesGIFT:AssetID", "536991815"), ("IIM:Category", "S"), ("IIM:EditStatus", "AFP"), ("IIM:ExpirationDate", "2025"), ("IIM:FixtureIdentifier", "RC2"),
                ("IIM:ReleaseDate", "2024-01-02T10:15:00+01:00"), ("IIM:SupplementalCategories", "SPO; SOC"), ("IIM:Urgency", "4"), ("photomechanic:ColorClass", "2"),
                ("photoshop:SupplementalCategories", "SPO; SOC"), ("photoshop:Urgency", "4"), ("plus:MediaSummaryCode", "|PLUS|V0121|"),
            ],
            reading.Extras.Select(extra => (extra.Key, extra.Value.Text)));
        Assert.Equal("PLUS-1", reading.Fields["suppliers"]!.Structures[0].Text("imageSupplierId"));
    }

    [Fact]
    public void ReferenceImage_HasEveryPropertyOfItsYear()
    {
        using var file = File.OpenRead(Path.Combine(Corpus.Folder("iptc"), "IPTC-PhotometadataRef-Std2023.2.jpg"));

        var reading = MetadataReader.Read(file);

        var later = IptcStandard.Properties.Select(property => property.Id).Except(reading.Fields.Keys);
        Assert.Equal(["aIPromptInformation", "aIPromptWriterNam", "aISystemUsed", "aISystemVersionUsed"], later);
        Assert.Empty(reading.Problems);
    }

    /// <summary>A value with every field of every structure filled, each with a text of its own.</summary>
    private static FieldValue Sample(IptcProperty property, int depth)
    {
        if (property.Structure is { } structure)
        {
            FieldValues Filled(int i) => new(structure.Fields.Select(field => KeyValuePair.Create(field.Id, Sample(field, (depth * 10) + i))));
            return property.IsList ? FieldValue.Of([Filled(1), Filled(2)])! : FieldValue.Of(Filled(1))!;
        }

        string Text(int i) => property.Kind == IptcKind.Date ? "2024-03-22T10:14:05+02:00" : $"{property.Id} & <{depth}.{i}> Łódź";
        return property.IsList ? FieldValue.Of([Text(1), Text(2)])! : FieldValue.Of(Text(1))!;
    }

    /// <summary>The property as the standard has it in XMP, written by hand.</summary>
    private static string Written(IptcProperty property, FieldValue value, bool compact = false)
    {
        var items = value.IsStructured ? value.Structures.Select(structure => Written(property.Structure!, structure, compact)) : value.Items.Select(text => $">{SecurityElement.Escape(text)}");
        return property.Form switch
        {
            XmpForm.One => $"<{property.Xmp}{items.Single()}</{property.Xmp}>",
            XmpForm.Alt => $"<{property.Xmp}><rdf:Alt><rdf:li xml:lang=\"x-default\"{items.Single()}</rdf:li></rdf:Alt></{property.Xmp}>",
            _ => $"<{property.Xmp}><rdf:{property.Form}>{string.Concat(items.Select(item => $"<rdf:li{item}</rdf:li>"))}</rdf:{property.Form}></{property.Xmp}>",
        };
    }

    private static string Written(IptcStructure structure, FieldValues values, bool compact)
    {
        var fields = values.Select(pair => (Property: structure.Find(pair.Key)!, pair.Value)).ToList();
        var attributes = fields.Where(field => compact && field.Property is { Form: XmpForm.One, Structure: null }).ToList();
        var elements = string.Concat(fields.Except(attributes).Select(field => Written(field.Property, field.Value, compact)));
        return compact
            ? $"><rdf:Description{string.Concat(attributes.Select(field => $" {field.Property.Xmp}=\"{SecurityElement.Escape(field.Value.Text)}\""))}>{elements}</rdf:Description>"
            : $" rdf:parseType=\"Resource\">{elements}";
    }

    private static MetadataReading Read(string properties) =>
        PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.XmpSegment(XmpText.Utf8(
            $"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"{Prefixes}><rdf:Description rdf:about=\"\">{properties}</rdf:Description></rdf:RDF>"))));
}
