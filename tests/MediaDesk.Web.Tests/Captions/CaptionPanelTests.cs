using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using Bunit;
using MediaDesk.Captions;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Web.Features.Captions;

namespace MediaDesk.Web.Tests.Captions;

public sealed class CaptionPanelTests : RealDesk
{
    private static readonly string[] Labels =
    [
        "Headline", "Caption", "Byline", "Byline title", "Credit line", "Source", "Copyright notice", "Date created", "Sublocation", "City",
        "Province/State", "Country", "Country code", "Keywords", "Instructions",
    ];

    [Fact]
    public async Task Panel_ShowsEveryNewsroomField_InTabOrderUnderItsExactName()
    {
        var panel = Open(await AddPhotoAsync("a.jpg", ("headline", "Orchards bloom")));

        Assert.Equal(Labels, panel.FindAll(".field label").Select(label => label.TextContent));
        Assert.Equal(Labels.Length, panel.FindAll("textarea").Count);
        Assert.Equal("Orchards bloom", Box(panel, "headline").GetAttribute("value"));
    }

    [Fact]
    public async Task Field_FromTheFileOrEmpty_SaysSoAsADescription()
    {
        var panel = Open(await AddPhotoAsync("a.jpg", ("headline", "Orchards bloom")));

        Assert.Equal("XMP", Described(panel, "headline"));
        Assert.Equal("Empty", Described(panel, "cityName"));
    }

    [Fact]
    public async Task Typing_MarksTheFieldAsNotSaved_AndStoresNothing()
    {
        var id = await AddPhotoAsync("a.jpg", ("headline", "Old"));
        var panel = Open(id);

        await panel.InvokeAsync(() => panel.Instance.Typed(id, "headline", "New", "Old"));

        Assert.Contains("is-edited", Field(panel, "headline").ClassName, StringComparison.Ordinal);
        Assert.Contains("1 field not saved", panel.Find(".draft-line").TextContent, StringComparison.Ordinal);
        Assert.Equal("Old", (await ItemAsync(id)).Fields.Text("headline"));
    }

    [Fact]
    public async Task Typing_ThatArrivesAfterThePhotoWasLeft_StaysWithItsPhoto()
    {
        var (first, second) = (await AddPhotoAsync("a.jpg", ("headline", "One")), await AddPhotoAsync("b.jpg", ("headline", "Two")));
        var panel = Open(first);
        panel.Render(parameters => parameters.Add(it => it.MediaId, second));

        await panel.InvokeAsync(() => panel.Instance.Typed(first, "headline", "One more", "One"));

        Assert.Equal("One more", Get<CaptionDrafts>().Of(first)["headline"].Text);
        Assert.Empty(Get<CaptionDrafts>().Of(second));
    }

    [Fact]
    public async Task Save_StoresTheDraftsUnderTheKnownName_AndSaysSaved()
    {
        BrowserKnows("Ines Roth");
        var id = await AddPhotoAsync("a.jpg", ("headline", "Old"), ("keywords", "Washington, D.C.; orchard"));
        var panel = Open(id);
        await panel.InvokeAsync(() => panel.Instance.Typed(id, "headline", "New", "Old"));
        await panel.InvokeAsync(() => panel.Instance.Typed(id, "keywords", "Washington, D.C.; almond, spring", ""));

        await panel.InvokeAsync(panel.Instance.Save);

        var item = await ItemAsync(id);
        Assert.Equal("New", item.Fields.Text("headline"));
        Assert.Equal(["Washington, D.C.", "almond", "spring"], item.Fields["keywords"]!.Items);
        Assert.Equal("Ines Roth", Get<SaveState>().LastSaved?.Editor);
        Assert.Empty(Get<CaptionDrafts>().Of(id));
        Assert.Contains("Saved", panel.Find(".draft-line").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WithoutAName_AsksForItAndGoesOnOnceItIsGiven()
    {
        var id = await AddPhotoAsync("a.jpg", ("headline", "Old"));
        var panel = Open(id);
        await panel.InvokeAsync(() => panel.Instance.Typed(id, "headline", "New", "Old"));

        var saving = panel.InvokeAsync(panel.Instance.Save);
        await panel.WaitForElementAsync("#your-name");
        Assert.Equal("Old", (await ItemAsync(id)).Fields.Text("headline"));
        await panel.Find("#your-name").InputAsync("Ines Roth");
        await panel.Find(".your-name").SubmitAsync();
        await saving;

        Assert.Equal("New", (await ItemAsync(id)).Fields.Text("headline"));
        Assert.Empty(panel.FindAll("#your-name"));
    }

    [Fact]
    public async Task Save_OfAFieldSomeoneElseChanged_ShowsTheirsAndStoresTheRest()
    {
        BrowserKnows("Ines Roth");
        var id = await AddPhotoAsync("a.jpg", ("headline", "Old"));
        var panel = Open(id);
        await panel.InvokeAsync(() => panel.Instance.Typed(id, "headline", "Mine", "Old"));
        await panel.InvokeAsync(() => panel.Instance.Typed(id, "cityName", "Idlib", ""));
        await Get<CaptionEditor>().SaveAsync(id, Changes("headline", "Theirs"), null, "Marta Keller", Cancel);

        await panel.InvokeAsync(panel.Instance.Save);

        var item = await ItemAsync(id);
        Assert.Equal(("Theirs", "Idlib"), (item.Fields.Text("headline"), item.Fields.Text("cityName")));
        var note = Field(panel, "headline").QuerySelector(".field-note")!.TextContent;
        Assert.Contains("Marta Keller", note, StringComparison.Ordinal);
        Assert.Contains("Theirs", note, StringComparison.Ordinal);
        Assert.Equal("Mine", Get<CaptionDrafts>().Of(id)["headline"].Text);
    }

    [Fact]
    public async Task KeepMine_AfterARefusedSave_StoresTheEditorsOwnText()
    {
        BrowserKnows("Ines Roth");
        var id = await AddPhotoAsync("a.jpg", ("headline", "Old"));
        var panel = Open(id);
        await panel.InvokeAsync(() => panel.Instance.Typed(id, "headline", "Mine", "Old"));
        await Get<CaptionEditor>().SaveAsync(id, Changes("headline", "Theirs"), null, "Marta Keller", Cancel);
        await panel.InvokeAsync(panel.Instance.Save);

        await panel.WaitForElementAsync(".choices button");
        await panel.Find(".choices button").ClickAsync();

        await panel.WaitForAssertionAsync(() => Assert.Empty(Get<CaptionDrafts>().Of(id)));
        Assert.Equal("Mine", (await ItemAsync(id)).Fields.Text("headline"));
    }

    [Fact]
    public async Task Save_OfAValueThatCannotBeKept_SaysWhyAtTheFieldAndLosesNothing()
    {
        BrowserKnows("Ines Roth");
        var id = await AddPhotoAsync("a.jpg");
        var panel = Open(id);
        await panel.InvokeAsync(() => panel.Instance.Typed(id, "dateCreated", "31 Feb 2020", ""));

        await panel.InvokeAsync(panel.Instance.Save);

        Assert.Contains("31 Feb 2020", Field(panel, "dateCreated").QuerySelector(".field-note.killed")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", Box(panel, "dateCreated").GetAttribute("aria-invalid"));
        Assert.Equal("31 Feb 2020", Get<CaptionDrafts>().Of(id)["dateCreated"].Text);
    }

    [Fact]
    public async Task Field_WhoseTextWasReadByAGuess_SaysSo_AndPlainOnesDoNot()
    {
        var reading = MetadataReader.Read(new MemoryStream(JpegWithIim((90, "Logroño"), (80, "Ines Roth"))));
        var panel = Open(await AddPhotoAsync("a.jpg", reading));

        Assert.Contains("charset guessed", Field(panel, "cityName").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("charset guessed", Field(panel, "creatorNames").TextContent, StringComparison.Ordinal);

        await panel.InvokeAsync(() => panel.Instance.Typed(panel.Instance.MediaId!.Value, "cityName", "Logroño, old town", "Logroño"));

        Assert.DoesNotContain("charset guessed", Field(panel, "cityName").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photo_WithContentCredentials_SaysWhatTheyAre()
    {
        var panel = Open(await AddPhotoAsync("a.jpg", Reading(("headline", "One")) with { HasContentCredentials = true }));

        Assert.Contains("no longer validates", panel.Find(".remarks").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LayersThatDisagree_AreToldUntilAnEditorDecides()
    {
        var reading = Reading(("source", "AFP")) with
        {
            Conflicts =
            [
                new("source", ImmutableSortedDictionary<FieldSource, FieldValue>.Empty
                    .Add(FieldSource.Xmp, FieldValue.Of("AFP")!).Add(FieldSource.Iim, FieldValue.Of("GETTY")!)),
            ],
        };
        var id = await AddPhotoAsync("a.jpg", reading);
        var panel = Open(id);
        Assert.Contains("IIM: GETTY", Field(panel, "source").TextContent, StringComparison.Ordinal);

        await Get<CaptionEditor>().SaveAsync(id, Changes("source", "AFP Photo"), null, "Marta Keller", Cancel);

        await panel.WaitForAssertionAsync(() => Assert.DoesNotContain("GETTY", Field(panel, "source").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SeveralSelected_SaysThatItEditsTheFocusedPhotoAlone()
    {
        var id = await AddPhotoAsync("a.jpg");

        var panel = Render<CaptionPanel>(parameters => parameters.Add(it => it.MediaId, id).Add(it => it.SelectedCount, 37));

        Assert.Contains("37 selected; this panel edits the focused photo alone", panel.Find(".alone").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<CaptionPanel> Open(long id)
    {
        var panel = Render<CaptionPanel>(parameters => parameters.Add(it => it.MediaId, id).Add(it => it.SelectedCount, 1));
        panel.WaitForElement("textarea");
        return panel;
    }

    private static Dictionary<string, FieldValue?> Changes(string field, string text) => new() { [field] = FieldValue.Of(text) };

    /// <summary>A JPEG whose IIM is in Latin-1 and does not say so.</summary>
    private static byte[] JpegWithIim(params (byte Number, string Text)[] says)
    {
        byte[] iim = [.. says.SelectMany(said => (byte[])[0x1C, 2, said.Number, 0, (byte)said.Text.Length, .. Encoding.Latin1.GetBytes(said.Text)])];
        byte[] resource = [.. "8BIM"u8, 4, 4, 0, 0, 0, 0, 0, (byte)iim.Length, .. iim, .. iim.Length % 2 == 1 ? (byte[])[0] : []];
        byte[] body = [.. "Photoshop 3.0\0"u8, .. resource];
        return [0xFF, 0xD8, 0xFF, 0xED, 0, (byte)(body.Length + 2), .. body, 0xFF, 0xD9];
    }

    private static IElement Box(IRenderedComponent<CaptionPanel> panel, string field) => panel.Find($"[data-field={field}]");

    private static IElement Field(IRenderedComponent<CaptionPanel> panel, string field) => Box(panel, field).Closest(".field")!;

    private static string Described(IRenderedComponent<CaptionPanel> panel, string field) =>
        panel.Find($"#{Box(panel, field).GetAttribute("aria-describedby")!.Split(' ')[0]}").TextContent;
}
