using Bunit;
using MediaDesk.Cleaning;
using MediaDesk.Web.Features.Cleaning;

namespace MediaDesk.Web.Tests.Cleaning;

public sealed class CleaningPageTests : RealDesk
{
    public CleaningPageTests() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    [Fact]
    public void Rules_StandInOrder_EachWithASwitchAndAnExample()
    {
        var page = Render<CleaningPage>();

        Assert.Equal(CleaningRules.All.Select(rule => rule.Name), Names(page));
        Assert.All(page.FindAll("input[role=switch]"), one => Assert.True(one.HasAttribute("checked")));
        var capitals = page.FindAll("li.rule")[9];
        Assert.Contains("Before: Ludwig VAN DER BERG", capitals.TextContent, StringComparison.Ordinal);
        Assert.Contains("After: Ludwig van der Berg", capitals.TextContent, StringComparison.Ordinal);
        Assert.Contains("12 of 12 rules on", page.Find(".page-head").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("[aria-label='Move up: Stray spaces and characters']").HasAttribute("disabled"));
        Assert.True(page.Find("[aria-label='Move down: Said twice']").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Switch_IsStored_AndTold()
    {
        BrowserKnows("Ines Roth");
        var page = Render<CleaningPage>();

        await page.Find("input[aria-label='Names in capitals']").ChangeAsync(false);

        await page.WaitForAssertionAsync(() => Assert.Contains("“Names in capitals” is off", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.False(Get<CurrentCleaning>().List.Switches.Single(one => one.Rule.Id == "names-in-capitals").IsOn);
        await page.WaitForAssertionAsync(() => Assert.Contains("Names in capitals: Switched off.", page.Find(".changes li").TextContent, StringComparison.Ordinal));
        Assert.Contains("11 of 12", page.Find(".page-head").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_WorksByButton_AndByKey()
    {
        BrowserKnows("Ines Roth");
        var page = Render<CleaningPage>();

        await page.Find("[aria-label='Move up: Said twice']").ClickAsync();
        await page.WaitForAssertionAsync(() => Assert.Equal("Said twice", Names(page)[10]));
        await page.FindAll("li.rule")[10].KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "ArrowUp", AltKey = true });
        await page.WaitForAssertionAsync(() => Assert.Equal("Said twice", Names(page)[9]));
        await page.FindAll("li.rule")[9].KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "ArrowUp" });

        Assert.Equal("Said twice", Names(page)[9]);
        Assert.Equal("said-twice", Get<CurrentCleaning>().List.Switches[9].Rule.Id);
    }

    [Fact]
    public async Task Bench_ShowsWhatEachRuleDoes_AndFollowsTheSwitches()
    {
        BrowserKnows("Ines Roth");
        var page = Render<CleaningPage>();

        await page.Find(".bench input").InputAsync("By JANE DOE/AFP");

        Assert.Equal(["“By” and “Photo by”", "Byline apart from credit", "Names in capitals"], page.FindAll(".trials b").Select(one => one.TextContent));
        await page.Find("input[aria-label='Names in capitals']").ChangeAsync(false);
        await page.WaitForAssertionAsync(() => Assert.Equal(2, page.FindAll(".trials b").Count));
    }

    [Fact]
    public async Task Bench_ShowsMarkupAsText_AndSaysWhenThereIsNothingToClean()
    {
        var page = Render<CleaningPage>();

        await page.Find(".bench input").InputAsync("Jane Doe");
        Assert.Contains("Nothing to clean", page.Find(".bench").TextContent, StringComparison.Ordinal);
        await page.Find(".bench input").InputAsync("By <b>JANE</b> DOE");

        Assert.Empty(page.FindAll(".trials del b"));
    }

    [Fact]
    public async Task CaptionPanel_TellsTheRuleBesideTheField()
    {
        var id = await AddPhotoAsync("a.jpg", ("creatorNames", "Jane Doe"));
        await Get<MediaDesk.Data.DeskWriter>().WriteAsync(
            async db =>
            {
                var item = (await db.Media.FindAsync([id], Cancel))!;
                item.Cleaning = new([new("names-in-capitals", new Dictionary<string, MediaDesk.Metadata.FieldValue?> { ["creatorNames"] = MediaDesk.Metadata.FieldValue.Of(["Jane Doe"]) })], []);
            },
            Cancel);

        var photo = (await Get<MediaDesk.Captions.MediaDetailsReader>().FindAsync(id, Cancel))!;
        var view = new MediaDesk.Web.Features.Captions.FieldView("creatorNames", MediaDesk.Metadata.Iptc.NewsroomFields.Byline.Property, "Byline", photo, null, null, null);

        Assert.Equal("Cleaned", view.Marker);
        Assert.Equal("Cleaned by rule “Names in capitals”. The file says: Jane Doe", view.MarkerMeaning);
    }

    private static string[] Names(IRenderedComponent<CleaningPage> page) => [.. page.FindAll("li.rule h3").Select(name => name.TextContent)];
}
