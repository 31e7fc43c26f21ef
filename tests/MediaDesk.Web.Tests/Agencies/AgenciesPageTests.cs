using Bunit;
using MediaDesk.Agencies;
using MediaDesk.Credits;
using MediaDesk.Web.Features.Agencies;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Tests.Agencies;

public sealed class AgenciesPageTests : RealDesk
{
    private const string Example = "Jo Roe/Agence Exemple via Getty";

    [Fact]
    public async Task Table_HasAgenciesWithTheirSpellingsAndPhotos_TheCommonestFirst()
    {
        await AddPhotoAsync("a.jpg", ("creditLine", "Jo Roe/Reuters"));
        var page = await OpenAsync();

        var first = page.Find("tbody tr");
        Assert.Contains("Reuters", first.QuerySelector("td a")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Thomson Reuters", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of Reuters", first.QuerySelector("td:last-child a")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/?q=agency%3A%22Reuters%22", first.QuerySelector("td:last-child a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Find_LooksAtEverySpelling()
    {
        var page = await OpenAsync("?find=anadolu%20ajansi");
        Assert.Equal("Anadolu Agency", Assert.Single(page.FindAll("tbody tr")).QuerySelector("td a")!.TextContent);
    }

    [Fact]
    public async Task Bench_ShowsHowLinesWouldBeRead_BeforeTheAliasIsSaved()
    {
        BrowserKnows("Ines Roth");
        var page = await OpenAsync("?agency=Hans%20Lucas");
        await page.Find("#bench-lines").InputAsync(Example + "\nJo Roe/AP");
        Assert.Equal(["Not understood", "As before"], States(page));

        await page.Find("textarea[dir]").ChangeAsync("Studio Hans Lucas\nAgence Exemple");

        await page.WaitForAssertionAsync(() => Assert.Equal(["Changed by what is not saved yet", "As before"], States(page)));
        Assert.Contains("Agence Exemple", page.Find(".tag.is-new").TextContent, StringComparison.Ordinal);
        Assert.Contains("changes no photo", page.Find(".bench .notice").TextContent, StringComparison.Ordinal);
        Assert.Equal("Save alias", page.Find(".primary").TextContent);
    }

    [Fact]
    public async Task NewAlias_TellsHowManyPhotosItChanges_AndIsSaved()
    {
        BrowserKnows("Ines Roth");
        await AddPhotoAsync("a.jpg", ("creditLine", Example));
        await AddPhotoAsync("b.jpg", ("creditLine", "Jo Roe/AP"));
        var page = await OpenAsync("?agency=Hans%20Lucas");
        await page.Find("textarea[dir]").ChangeAsync("Studio Hans Lucas\nAgence Exemple");
        await page.WaitForAssertionAsync(() => Assert.Contains("1 photo", page.Find(".bench .notice").TextContent, StringComparison.Ordinal));

        await page.Find("form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Contains("Saved: Hans Lucas", page.Find(".said").TextContent, StringComparison.Ordinal));
        Assert.Equal("Hans Lucas", Get<CurrentAgencies>().Catalogue.Find("agence exemple")!.Name);
        await page.WaitForAssertionAsync(() => Assert.Contains("Ines Roth", page.Find(".changes").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ChangeThatBreaksASavedLine_ShowsTheLine_AndIsSavedOnlyWhenConfirmed()
    {
        BrowserKnows("Ines Roth");
        await Get<AgencyEditor>().SaveCasesAsync(["Jo Roe/Hans Lucas via AFP"], "Ada", Cancel);
        var page = await OpenAsync("?agency=Hans%20Lucas");
        Assert.Contains("1 saved line passes", page.Find(".bench .state").TextContent, StringComparison.Ordinal);
        await page.Find("input[maxlength]").ChangeAsync("Example Studio");
        await page.Find("form").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains("Jo Roe/Hans Lucas via AFP", page.Find(".notice.warning").TextContent, StringComparison.Ordinal));
        Assert.Null(Get<CurrentAgencies>().Catalogue.Find("Example Studio"));

        await page.Find(".notice.warning button").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.NotNull(Get<CurrentAgencies>().Catalogue.Find("Example Studio")));
    }

    [Fact]
    public async Task SpellingOfAnother_IsRefusedInWords()
    {
        BrowserKnows("Ines Roth");
        var page = await OpenAsync("?agency=Hans%20Lucas");
        await page.Find("textarea[dir]").ChangeAsync("Thomson Reuters");
        await page.Find("form").SubmitAsync();
        await page.WaitForAssertionAsync(
            () => Assert.Equal("Written as: “Thomson Reuters” is already a spelling of Reuters.", page.Find(".faults").TextContent.Trim()));
    }

    [Fact]
    public async Task CreditsNotUnderstood_AreListed_AndGoOnTheBench()
    {
        await AddPhotoAsync("a.jpg", ("creditLine", "Jo Roe/Nexora"));
        var page = await OpenAsync("?unread=true");
        await page.WaitForAssertionAsync(() => Assert.Contains("1 credit not understood", page.Find(".page-head").TextContent, StringComparison.Ordinal));

        await page.Find(".unread .button").ClickAsync();

        Assert.Equal("Jo Roe/Nexora", page.Find("#bench-lines").GetAttribute("value"));
        Assert.Equal("/agencies?agency=Nexora&new=true&unread=true", page.Find(".unread li a.quiet").GetAttribute("href"));
    }

    private async Task<IRenderedComponent<AgenciesPage>> OpenAsync(string query = "")
    {
        Get<NavigationManager>().NavigateTo("/agencies" + query);
        var page = Render<AgenciesPage>();
        await page.WaitForAssertionAsync(() => Assert.Equal("false", page.Find(".agencies").GetAttribute("aria-busy")));
        return page;
    }

    private static string[] States(IRenderedComponent<AgenciesPage> page) => [.. page.FindAll(".bench ol li > span:first-child .sr").Select(state => state.TextContent)];
}
