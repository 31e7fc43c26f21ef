using Bunit;
using MediaDesk.Search;
using MediaDesk.Web.Features.Editor;
using MediaDesk.Web.Features.Search;

namespace MediaDesk.Web.Tests.Search;

public sealed class SavedListTests : RealDesk
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private SavedSearches Searches => Get<SavedSearches>();

    private async Task<IRenderedComponent<SavedList>> ShowAsync(string shown = "")
    {
        BrowserKnows("Ines Roth");
        var list = Render<SavedList>(parameters => parameters.Add(x => x.Query, SearchQuery.Parse(shown).Query));
        await list.WaitForAssertionAsync(() => Assert.Equal("Ines Roth", Get<CurrentEditor>().Name), Patience);
        return list;
    }

    [Fact]
    public async Task PhotosThatArrive_AreToldLive()
    {
        await Searches.SaveAsync("Harvest", "caption:harvest", "Ines Roth", Cancel);
        var list = await ShowAsync();
        Assert.Equal("Harvest", list.Find("a .facet-name").TextContent);
        Assert.Empty(list.FindAll(".new-badge"));

        await AddPhotoAsync("a.jpg", ("description", "harvest"));
        await AddPhotoAsync("b.jpg", ("description", "storm"));

        await list.WaitForAssertionAsync(() => Assert.Equal("1 new", list.Find(".new-badge").TextContent), Patience);
    }

    [Fact]
    public async Task SearchThatIsShown_HasNothingNew()
    {
        await Searches.SaveAsync("Harvest", "caption:harvest", "Ines Roth", Cancel);
        await AddPhotoAsync("a.jpg", ("description", "harvest"));

        var list = await ShowAsync("caption:Harvest");

        await list.WaitForAssertionAsync(() => Assert.Equal("true", list.Find("a").GetAttribute("aria-current")), Patience);
        await list.WaitForAssertionAsync(() => Assert.Empty(list.FindAll(".new-badge")), Patience);
        await list.WaitForAssertionAsync(async () => Assert.Equal(0, Assert.Single(await Searches.ListAsync("Ines Roth", Cancel)).Arrived), Patience);
    }

    [Fact]
    public async Task SearchOfAColleague_AppearsAtOnce()
    {
        var list = await ShowAsync();
        Assert.Empty(list.FindAll("a"));

        await Searches.SaveAsync("Night", "train", "Jonas Berg", Cancel);

        await list.WaitForAssertionAsync(() => Assert.Equal("/?q=train", list.Find("a").GetAttribute("href")), Patience);
        Assert.Equal("train, by Jonas Berg", list.Find("a").GetAttribute("title"));
    }

    [Fact]
    public async Task Rename_ToANameThatIsTaken_SaysSoAndKeepsWhatWasTyped()
    {
        await Searches.SaveAsync("Day", "noon", "Ines Roth", Cancel);
        await Searches.SaveAsync("Night", "train", "Ines Roth", Cancel);
        var list = await ShowAsync();

        await list.InvokeAsync(() => list.Find("[aria-label='Rename Night']").ClickAsync());
        await list.InvokeAsync(() => list.Find("input").InputAsync("Day"));
        await list.InvokeAsync(() => list.Find("form").SubmitAsync());
        Assert.Contains("another saved search called Day", list.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Day", list.Find("input").GetAttribute("value"));

        await list.InvokeAsync(() => list.Find("input").InputAsync("Night train"));
        await list.InvokeAsync(() => list.Find("form").SubmitAsync());

        await list.WaitForAssertionAsync(() => Assert.Equal(["Day", "Night train"], list.FindAll("a .facet-name").Select(name => name.TextContent)), Patience);
    }

    [Fact]
    public async Task Deleted_CanBeBroughtBack()
    {
        await Searches.SaveAsync("Night", "train", "Ines Roth", Cancel);
        var list = await ShowAsync();

        await list.InvokeAsync(() => list.Find("[aria-label='Delete Night']").ClickAsync());
        await list.WaitForAssertionAsync(() => Assert.Empty(list.FindAll("a")), Patience);
        await list.InvokeAsync(() => list.FindAll("button").Single(button => button.TextContent == "Undo").ClickAsync());

        await list.WaitForAssertionAsync(() => Assert.Equal("Night", list.Find("a .facet-name").TextContent), Patience);
    }
}
