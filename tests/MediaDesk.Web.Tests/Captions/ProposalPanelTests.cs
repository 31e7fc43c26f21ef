using AngleSharp.Dom;
using Bunit;
using MediaDesk.History;
using MediaDesk.Model;
using MediaDesk.Web.Features.Captions;
using MediaDesk.Web.Features.Sheet;
using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Web.Tests.Captions;

/// <summary>What the photo's own texts say, in the panel: shown, taken as drafts, put away.</summary>
public sealed class ProposalPanelTests : RealDesk
{
    private const string Says = "People queue for bread outside a bakery in Idlib, Syria, on September 20, 2019. (Photo by Samir NADDAF / AFP)";

    [Fact]
    public async Task EmptyField_ShowsWhatTheCaptionSays_AndDescribesItsBoxByIt()
    {
        var panel = Open(await AddPhotoAsync("a.jpg", ("description", Says)));

        Assert.Equal("Take Idlib as City, from the caption", Words(Chip(panel, "cityName").QuerySelector(".take")!));
        Assert.Equal("From the caption: a place after “in” or “at”. Very sure.", Chip(panel, "cityName").QuerySelector(".why")!.TextContent);
        Assert.Contains("f-cityName-proposal", Box(panel, "cityName").GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Contains("is-proposed", Field(panel, "cityName").ClassName, StringComparison.Ordinal);
        Assert.Contains("7 values from the text", panel.Find("[aria-label=Proposals]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CaptionBox_HasTheSpansThatAreUnderlined_AsTheBoxCountsThem()
    {
        var id = await AddPhotoAsync("a.jpg", ("description", "One line.\r\n" + Says));

        var marks = Open(id).Find("[data-marks]").GetAttribute("data-marks")!;

        var city = System.Text.Json.JsonDocument.Parse(marks).RootElement.EnumerateArray()
            .Select(mark => ("One line.\n" + Says).Substring(mark.GetProperty("start").GetInt32(), mark.GetProperty("length").GetInt32())).ToList();
        Assert.Contains("Idlib", city);
        Assert.Contains("September 20, 2019", city);
    }

    [Fact]
    public async Task Taken_IsADraft_AndSaved_TheHistoryTellsHow()
    {
        BrowserKnows("Ines Roth");
        var id = await AddPhotoAsync("a.jpg", ("description", Says));
        var panel = Open(id);

        await Chip(panel, "cityName").QuerySelector(".take")!.ClickAsync(new());

        Assert.Equal("Idlib", Get<CaptionDrafts>().Of(id)["cityName"].Text);
        Assert.Null((await ItemAsync(id)).Fields.Text("cityName"));
        Assert.Equal("Understood from the Caption", Words(Field(panel, "cityName").QuerySelector(".prov")!));
        Assert.Empty(Field(panel, "cityName").QuerySelectorAll("[data-proposal]"));

        await panel.InvokeAsync(panel.Instance.Save);

        var change = Assert.Single((await Get<DeskHistory>().OfPhotoAsync(id, 5, Cancel))[0].Changes);
        Assert.Equal(new Understanding("description", "place-in"), change.Understood);
        panel.WaitForAssertion(() => Assert.Contains("Understood from the caption by a place after “in” or “at”.", panel.Find(".mini-history").TextContent, StringComparison.Ordinal));
        Assert.Equal("Understood from the Caption", Words(Field(panel, "cityName").QuerySelector(".prov")!));
    }

    [Fact]
    public async Task TakenAndChanged_IsTheEditorsOwnWord()
    {
        BrowserKnows("Ines Roth");
        var id = await AddPhotoAsync("a.jpg", ("description", Says));
        var panel = Open(id);
        await Chip(panel, "cityName").QuerySelector(".take")!.ClickAsync(new());

        await panel.InvokeAsync(() => panel.Instance.Typed(id, "cityName", "Idlib city", ""));
        await panel.InvokeAsync(panel.Instance.Save);

        Assert.Null(Assert.Single((await Get<DeskHistory>().OfPhotoAsync(id, 5, Cancel))[0].Changes).Understood);
        Assert.Equal("Edited", Words(Field(panel, "cityName").QuerySelector(".prov")!));
    }

    [Fact]
    public async Task TakeAll_TakesWhatIsSure_AndLeavesWhatIsTypedOrInDoubt()
    {
        var id = await AddPhotoAsync("a.jpg", ("description", Says), ("cityName", "Aleppo"));
        var panel = Open(id);
        await panel.InvokeAsync(() => panel.Instance.Typed(id, "creatorNames", "Somebody Else", ""));

        await panel.InvokeAsync(panel.Instance.TakeAllProposals);

        var drafts = Get<CaptionDrafts>().Of(id);
        Assert.Equal("Somebody Else", drafts["creatorNames"].Text);
        Assert.Equal("2019-09-20", drafts["dateCreated"].Text);
        Assert.DoesNotContain("cityName", drafts.Keys);
        Assert.DoesNotContain("countryName", drafts.Keys);
        Assert.Null((await ItemAsync(id)).Fields.Text("dateCreated"));
    }

    [Fact]
    public async Task Disagreement_StandsAtTheField_AndIsUsedOrPutAway()
    {
        var id = await AddPhotoAsync("a.jpg", ("description", Says), ("cityName", "Aleppo"));
        var panel = Open(id);
        Assert.Contains("Caption says Idlib", Words(Chip(panel, "cityName")), StringComparison.Ordinal);
        Assert.Contains("is-conflict", Field(panel, "cityName").ClassName, StringComparison.Ordinal);

        await Chip(panel, "cityName").QuerySelectorAll("button")[0].ClickAsync(new());

        Assert.Equal("Idlib", Get<CaptionDrafts>().Of(id)["cityName"].Text);
        Assert.Equal("Aleppo", (await ItemAsync(id)).Fields.Text("cityName"));
    }

    [Fact]
    public async Task Dismissed_IsGone_AndBroughtBack()
    {
        var id = await AddPhotoAsync("a.jpg", ("description", Says));
        var panel = Open(id);

        await Chip(panel, "cityName").QuerySelector(".dismiss")!.ClickAsync(new());
        panel.WaitForAssertion(() => Assert.Empty(Field(panel, "cityName").QuerySelectorAll("[data-proposal]")));
        await Button(panel, "Dismiss all").ClickAsync(new());
        panel.WaitForAssertion(() => Assert.Empty(panel.FindAll("[data-proposal]")));
        Assert.Equal(ProposedKinds.None, (await ItemAsync(id)).Proposed);

        await Button(panel, "Bring back the proposals").ClickAsync(new());

        panel.WaitForAssertion(() => Assert.Equal(7, panel.FindAll("[data-proposal]").Count));
    }

    [Fact]
    public async Task Selection_IsTakenAsOneAct_AndPhotosWithUnsavedTextAreLeft()
    {
        BrowserKnows("Ines Roth");
        var (first, second, typed) = (await AddPhotoAsync("a.jpg", ("description", Says)), await AddPhotoAsync("b.jpg", ("description", Says), ("cityName", "Aleppo")), await AddPhotoAsync("c.jpg", ("description", Says)));
        Get<CaptionDrafts>().Put(typed, "cityName", new("Saraqib", ""));
        Get<SheetSelection>().Set(first, [first, second, typed]);
        var panel = Open(first);

        await Button(panel, "Take all on 3 selected photos").ClickAsync(new());

        panel.WaitForAssertion(() => Assert.Contains("taken on 2 of 3 photos", panel.Find(".said").TextContent, StringComparison.Ordinal));
        Assert.Contains("1 disagreement, 1 photo with text that is not saved", panel.Find(".said").TextContent, StringComparison.Ordinal);
        Assert.Equal("Idlib", (await ItemAsync(first)).Fields.Text("cityName"));
        Assert.Null((await ItemAsync(typed)).Fields.Text("dateCreated"));
        Assert.Equal(2, (await Get<DeskHistory>().RecentAsync(1, null, null, false, Cancel))[0].PhotoCount);

        await Button(panel, "Undo what was taken").ClickAsync(new());

        panel.WaitForAssertion(() => Assert.Contains("Taken back", panel.Find(".said").TextContent, StringComparison.Ordinal));
        Assert.Null((await ItemAsync(first)).Fields.Text("cityName"));
    }

    private IRenderedComponent<CaptionPanel> Open(long id)
    {
        var panel = Render<CaptionPanel>(parameters => parameters.Add(it => it.MediaId, id));
        panel.WaitForElement(".fields");
        return panel;
    }

    private static IElement Field(IRenderedComponent<CaptionPanel> panel, string id) => Box(panel, id).Closest(".field")!;

    private static IElement Box(IRenderedComponent<CaptionPanel> panel, string id) => panel.Find($"[data-field={id}]");

    private static IElement Chip(IRenderedComponent<CaptionPanel> panel, string id) => panel.Find($"#f-{id}-proposal");

    private static IElement Button(IRenderedComponent<CaptionPanel> panel, string name) => panel.FindAll("button").Single(button => Words(button) == name);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
