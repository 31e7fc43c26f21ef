using Bunit;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Tests.Sheet;

public sealed class DeskTests : RealDesk
{
    private NavigationManager Address => Get<NavigationManager>();

    private SheetSelection Selection => Get<SheetSelection>();

    private IRenderedComponent<Desk> Open(string address = "/")
    {
        Address.NavigateTo(address);
        var desk = Render<Desk>();
        desk.WaitForState(() => desk.FindAll(".result, .empty, div.nothing").Count > 0);
        return desk;
    }

    [Fact]
    public async Task Cells_AreNamedByHeadlineElseFileName()
    {
        await AddPhotoAsync("bare.jpg");
        await AddPhotoAsync("told.jpg", ("headline", "Almond blossom"), ("creatorNames", "Rami Haddad"), ("cityName", "Qaminas"), ("countryCode", "SYR"));

        var desk = Open();
        var cells = desk.FindAll("[role=grid] [role=row] [role=gridcell]");

        Assert.Equal("Contact sheet", desk.Find("[role=grid]").GetAttribute("aria-label"));
        Assert.Equal(["Almond blossom", "bare.jpg"], cells.Select(cell => cell.GetAttribute("aria-label")));
        Assert.Equal("Rami Haddad, Qaminas, SYR", cells[0].GetAttribute("aria-description"));
        Assert.All(cells, cell => Assert.Equal(("false", "-1", ""), (cell.GetAttribute("aria-selected"), cell.GetAttribute("tabindex"), cell.TextContent)));
    }

    [Fact]
    public async Task Sheet_OfSixtyPhotos_IsUnder120Kilobytes()
    {
        for (var i = 0; i < 61; i++)
        {
            await AddPhotoAsync($"{i}.jpg", ("headline", $"Farmers return to blossoming orchards in Idlib, part {i}"), ("creatorNames", "Omar Haj Kadour"),
                ("cityName", "Qaminas"), ("countryName", "Syria"), ("dateCreated", "2020-02-24T10:14:05+02:00"), ("creditLine", "AFP via Getty Images"));
        }

        var desk = Open();

        Assert.Equal(60, desk.FindAll("[role=gridcell]").Count);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(desk.Markup), 20_000, 120_000);
        Assert.Contains("page=2", desk.Find("a[data-turn=next]").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(desk.FindAll("a[data-turn=previous]"));
    }

    [Fact]
    public async Task FreshSheet_FirstPhotoIsInFocusAndNoneIsSelected()
    {
        await AddPhotoAsync("old.jpg");
        var newest = await AddPhotoAsync("new.jpg");

        Open();

        Assert.Equal(newest, Selection.FocusedId);
        Assert.Empty(Selection.SelectedIds);
    }

    [Fact]
    public void EmptyDesk_OffersWaysToFillIt()
    {
        var desk = Open();

        Assert.Contains("No photos on this desk yet", desk.Markup, StringComparison.Ordinal);
        Assert.NotNull(desk.Find("[role=grid][aria-label='Contact sheet']"));
        Assert.Empty(desk.FindAll("[role=gridcell]"));
    }

    [Fact]
    public async Task QueryThatCannotBeUnderstood_ShowsNoPhotoAtAll()
    {
        await AddPhotoAsync("a.jpg");

        var desk = Open("/?q=date:202x");

        Assert.Empty(desk.FindAll("[role=gridcell]"));
        Assert.Contains("cannot be understood", desk.Find("div.nothing").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchWithoutHit_OffersToLeaveAConditionOut()
    {
        await AddPhotoAsync("a.jpg", ("headline", "harvest"));

        var desk = Open("/?q=harvest+in:Syria");

        Assert.Equal(["/?q=in%3ASyria", "/?q=harvest"], desk.FindAll(".nothing li a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task CursorThatIsNone_ShowsTheFirstPage()
    {
        await AddPhotoAsync("a.jpg");

        Assert.Single(Open("/?after=nonsense&page=7").FindAll("[role=gridcell]"));
    }

    [Fact]
    public async Task PhotoThatArrives_AppearsAndLeavesFocusAlone()
    {
        var first = await AddPhotoAsync("first.jpg");
        var desk = Open();

        await AddPhotoAsync("second.jpg");

        await desk.WaitForAssertionAsync(() => Assert.Equal(2, desk.FindAll("[role=gridcell]").Count));
        Assert.Equal(first, Selection.FocusedId);
    }

    [Fact]
    public async Task DeepLinkToAPhoto_OpensTheLoupeOverTheSheet()
    {
        var old = await AddPhotoAsync("old.jpg", ("headline", "Old"));
        await AddPhotoAsync("new.jpg");

        var desk = Open($"/?photo={old}");

        await desk.WaitForAssertionAsync(() => Assert.Equal("Loupe: Old", desk.Find("h1").TextContent));
        Assert.Equal(old, Selection.FocusedId);
        Assert.True(desk.Find(".sheet-in").HasAttribute("inert"));
        Assert.Equal("/", desk.Find("[data-loupe=close]").GetAttribute("href"));
        Assert.Equal("Old", desk.Find(".filmstrip [aria-current=true]").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Remove_PutsTheSelectionIntoTheBinAndOffersUndo()
    {
        BrowserKnows("Ines Roth");
        var kept = await AddPhotoAsync("kept.jpg");
        var gone = await AddPhotoAsync("gone.jpg");
        var desk = Open();
        await desk.InvokeAsync(() => Selection.Set(gone, [gone]));

        await desk.FindAll(".acts button").Single(button => button.TextContent.Contains("Remove 1", StringComparison.Ordinal)).ClickAsync();

        await desk.WaitForAssertionAsync(() => Assert.Contains("1 photo is in the bin", desk.Find(".notice-place").TextContent, StringComparison.Ordinal));
        Assert.NotNull((await ItemAsync(gone)).RemovedUtc);
        Assert.Equal(kept, Selection.FocusedId);

        await desk.Find(".notice-place .link").ClickAsync();

        await desk.WaitForAssertionAsync(() => Assert.Contains("Back on the desk", desk.Find(".notice-place").TextContent, StringComparison.Ordinal));
        Assert.Null((await ItemAsync(gone)).RemovedUtc);
    }
}
