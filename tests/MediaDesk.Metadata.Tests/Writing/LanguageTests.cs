using System.Text;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;
using MediaDesk.Metadata.Writing;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>Texts in other languages than the default: each a value of its own, and the others stay.</summary>
public sealed class LanguageTests
{
    private static readonly Dictionary<string, FieldValue?> InThree = new()
    {
        ["description"] = FieldValue.Of("A farmer"), ["description@fr"] = FieldValue.Of("Un fermier"), ["description@ar"] = FieldValue.Of("مزارع"),
    };

    public static TheoryData<string, byte[]> Photos => new()
    {
        { "JPEG", PhotoBytes.JpegOf() }, { "PNG", PhotoBytes.PngOf() }, { "WebP", PhotoBytes.WebPOf() },
    };

    [Theory]
    [MemberData(nameof(Photos))]
    public void Texts_InSeveralLanguages_AreReadBack(string format, byte[] photo)
    {
        var reading = Read(Written.To(photo, InThree));

        Assert.NotEmpty(format);
        Assert.Equal("A farmer", reading.Fields.Text("description"));
        Assert.Equal(["ar", "fr"], reading.Languages["description"].Keys);
        Assert.Equal("مزارع", reading.Languages["description"]["ar"]);
    }

    [Fact]
    public void OneLanguage_ChangedOrTakenOut_LeavesTheOthersAndTheDefault()
    {
        var photo = Written.To(PhotoBytes.JpegOf(), InThree);

        var changed = Read(Written.To(photo, new Dictionary<string, FieldValue?> { ["description@fr"] = FieldValue.Of("Une fermière") }));
        var without = Read(Written.To(photo, new Dictionary<string, FieldValue?> { ["description@ar"] = null }));

        Assert.Equal("Une fermière", changed.Languages["description"]["fr"]);
        Assert.Equal(("A farmer", "مزارع"), (changed.Fields.Text("description"), changed.Languages["description"]["ar"]));
        Assert.Equal(["fr"], without.Languages["description"].Keys);
        Assert.Equal("A farmer", without.Fields.Text("description"));
    }

    [Fact]
    public void DefaultText_Changed_LeavesTheOtherLanguages_AndClearedTakesThemWithIt()
    {
        var photo = Written.To(PhotoBytes.JpegOf(), InThree);

        var changed = Read(Written.To(photo, new Dictionary<string, FieldValue?> { ["description"] = FieldValue.Of("A farmer at work") }));
        var cleared = Read(Written.To(photo, new Dictionary<string, FieldValue?> { ["description"] = null, ["description@fr"] = null }));

        Assert.Equal(["ar", "fr"], changed.Languages["description"].Keys);
        Assert.Null(cleared.Fields["description"]);
        Assert.Empty(cleared.Languages);
    }

    [Fact]
    public void Languages_OfATextThatStandsInIimAlone_ComeWithItIntoXmp()
    {
        var iimAlone = PhotoBytes.JpegOf(PhotoBytes.IimSegment(new IimText(Encoding.UTF8).With(120, "A farmer").ToBytes()));

        var reading = Read(Written.To(iimAlone, new Dictionary<string, FieldValue?> { ["description@fr"] = FieldValue.Of("Un fermier") }));

        Assert.Equal("A farmer", reading.Fields.Text("description"));
        Assert.Equal("Un fermier", reading.Languages["description"]["fr"]);
        Assert.Empty(reading.Conflicts);
    }

    [Fact]
    public void AllThatAPhotoSays_WrittenAgain_IsTheSameFile()
    {
        var photo = Written.To(PhotoBytes.JpegOf(), InThree);
        var target = new MemoryStream();

        Assert.True(MetadataWriter.WriteAll(new MemoryStream(photo), target, LanguageVariant.Said(Read(photo))).IsWritten);

        Assert.Equal(photo, target.ToArray());
    }

    [Fact]
    public void AllOfAPhoto_WithoutALanguage_TakesThatOut()
    {
        var photo = Written.To(PhotoBytes.JpegOf(), InThree);
        var target = new MemoryStream();

        Assert.True(MetadataWriter.WriteAll(new MemoryStream(photo), target, LanguageVariant.Said(Read(photo)).With("description@fr", null)).IsWritten);

        Assert.Equal(["ar"], Read(target.ToArray()).Languages["description"].Keys);
    }

    [Fact]
    public void Sidecar_SaysTheOtherLanguagesToo()
    {
        var packet = SidecarWriter.Write(new FieldValues(InThree.Select(text => KeyValuePair.Create(text.Key, text.Value!))));

        var reading = MetadataReader.Read(new MemoryStream(PhotoBytes.JpegOf()), new MemoryStream(packet));

        Assert.Equal("Un fermier", reading.Languages["description"]["fr"]);
    }

    [Fact]
    public void TextInAStructure_WithLanguagesNamedBesideIt_StandsInThoseAndNoOthers()
    {
        var photo = Written.To(PhotoBytes.JpegOf(), Places(("name", "Square"), ("name@fr", "Place"), ("name@de", "Platz")));
        var changed = Read(Written.To(photo, Places(("name", "Square"), ("name@fr", "La place"))));
        var without = Written.To(photo, Places(("name", "Square"), ("name@x-default", "Square")));

        Assert.Equal(["de", "fr"], Read(photo).Languages["locationsShown[0].name"].Keys);
        Assert.Equal("Square", Read(photo).Fields["locationsShown"]!.Structures[0].Text("name"));
        Assert.Null(Read(photo).Fields["locationsShown"]!.Structures[0]["name@fr"]);
        Assert.Equal([KeyValuePair.Create("fr", "La place")], changed.Languages["locationsShown[0].name"]);
        Assert.Empty(Read(without).Languages);
        Assert.Equal(without, Written.To(without, Places(("name", "Square"), ("name@x-default", "Square"))));
    }

    [Fact]
    public void TextInAStructure_ThatNamesNoLanguage_KeepsThoseOfTheFile()
    {
        var photo = Written.To(PhotoBytes.JpegOf(), Places(("name", "Square"), ("name@fr", "Place")));

        var reading = Read(Written.To(photo, Places(("name", "Square"), ("city", "Brno"))));

        Assert.Equal("Brno", reading.Fields["locationsShown"]!.Structures[0].Text("city"));
        Assert.Equal("Place", reading.Languages["locationsShown[0].name"]["fr"]);
    }

    [Fact]
    public void Value_WithTheLanguagesOfAFile_IsWhatTheFileSays_AlsoInASidecar()
    {
        var photo = Written.To(PhotoBytes.JpegOf(), Places(("name", "Square"), ("name@fr", "Place")));
        var shown = IptcStandard.Find("locationsShown")!;

        var named = InnerLanguages.Named(shown, Read(photo).Fields["locationsShown"], Read(photo))!;

        Assert.Equal("Name: Square; Name (fr): Place", named.Text);
        Assert.Equal(photo, Written.To(photo, new Dictionary<string, FieldValue?> { ["locationsShown"] = named }));
        var sidecar = SidecarWriter.Write(new FieldValues([new("locationsShown", named)]));
        Assert.Equal("Place", MetadataReader.Read(new MemoryStream(PhotoBytes.JpegOf()), new MemoryStream(sidecar)).Languages["locationsShown[0].name"]["fr"]);
    }

    [Fact]
    public void RegionOfTheImage_HoldsAnyPropertyBesideItsFields()
    {
        var region = new FieldValues([new("name", FieldValue.Of("Face")!), new("name@fr", FieldValue.Of("Visage")!), new("headline", FieldValue.Of("The mayor")!), new("keywords", FieldValue.Of(["mayor", "Brno"])!)]);

        var photo = Written.To(PhotoBytes.JpegOf(), new Dictionary<string, FieldValue?> { ["imageRegion"] = FieldValue.Of([region]) });

        Assert.Equal(["mayor", "Brno"], Read(photo).Fields["imageRegion"]!.Structures[0]["keywords"]!.Items);
        Assert.Equal("The mayor", Read(photo).Fields["imageRegion"]!.Structures[0].Text("headline"));
        Assert.Equal("Visage", Read(photo).Languages["imageRegion[0].name"]["fr"]);
        Assert.Null(Read(photo).Fields["headline"]);
    }

    [Fact]
    public void LanguageOfATextThatIsNotThere_IsRefusedAsAFaultOfTheCaller() =>
        Assert.Throws<ArgumentException>(() => Written.To(PhotoBytes.JpegOf(), Places(("city", "Brno"), ("name@fr", "Place"))));

    [Theory]
    [InlineData("description@fr", true)]
    [InlineData("description@pt-br", true)]
    [InlineData("description@x-default", false)]
    [InlineData("description@", false)]
    [InlineData("description@fr fr", false)]
    [InlineData("headline@fr", false)]
    [InlineData("nonsense@fr", false)]
    public void Id_OfATextInAnotherLanguage_NamesAPropertyThatHasLanguages(string id, bool isOne) => Assert.Equal(isOne, LanguageVariant.Find(id) is not null);

    private static Dictionary<string, FieldValue?> Places(params (string Id, string Text)[] fields) =>
        new() { ["locationsShown"] = FieldValue.Of([new FieldValues(fields.Select(field => KeyValuePair.Create(field.Id, FieldValue.Of(field.Text)!)))]) };

    private static MetadataReading Read(byte[] photo) => MetadataReader.Read(new MemoryStream(photo));
}
