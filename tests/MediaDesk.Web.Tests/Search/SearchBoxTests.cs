using Bunit;
using MediaDesk.Web.Features.Search;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace MediaDesk.Web.Tests.Search;

public sealed class SearchBoxTests : RealDesk
{
    private string? Searched
    {
        get
        {
            var nav = Get<NavigationManager>();
            return QueryHelpers.ParseQuery(nav.ToAbsoluteUri(nav.Uri).Query).TryGetValue("q", out var text) ? text.ToString() : null;
        }
    }

    private IRenderedComponent<SearchBox> Open(string address = "/")
    {
        Get<NavigationManager>().NavigateTo(address);
        return Render<SearchBox>();
    }

    private static async Task SearchAsync(IRenderedComponent<SearchBox> box, string text)
    {
        await box.Find("input[type=search]").InputAsync(text);
        await box.Find("form").SubmitAsync();
    }

    [Fact]
    public async Task Enter_AddsToTheConditionsAndPutsThemIntoTheAddress()
    {
        var box = Open("/?q=agency:AFP");

        await SearchAsync(box, "in:Syria harvest");

        Assert.Equal("agency:AFP in:Syria harvest", Searched);
        Assert.Equal(["agency:AFP", "in:Syria", "harvest"], box.FindAll(".chip-edit").Select(chip => chip.TextContent));
        Assert.Equal("", box.Find("input[type=search]").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Alternatives_AreAddedAsOneCondition()
    {
        var box = Open("/?q=agency:AFP");

        await SearchAsync(box, "war OR peace");

        Assert.Equal("agency:AFP (war OR peace)", Searched);
    }

    [Fact]
    public async Task RemovedCondition_LeavesTheOthers()
    {
        var box = Open("/?q=agency:AFP+in:Syria");

        await box.Find("[aria-label='Remove agency:AFP']").ClickAsync();

        Assert.Equal("in:Syria", Searched);
    }

    [Fact]
    public async Task EditedCondition_ComesBackIntoTheBox()
    {
        var box = Open("/?q=agency:AFP+in:Syria");

        await box.FindAll(".chip-edit")[1].ClickAsync();
        Assert.Equal("in:Syria", box.Find("input[type=search]").GetAttribute("value"));
        await SearchAsync(box, "in:Turkey");

        Assert.Equal("agency:AFP in:Turkey", Searched);
    }

    [Fact]
    public async Task Fault_IsMarkedWhereItIsAndSearchedForNothingElse()
    {
        var box = Open("/?q=agency:AFP");

        await SearchAsync(box, "war date:202x");

        Assert.Equal("agency:AFP war date:202x", Searched);
        Assert.Contains("202x", box.Find("#search-fault mark").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", box.Find("input[type=search]").GetAttribute("aria-invalid"));
        Assert.Equal("agency:AFP war date:202x", box.Find("input[type=search]").GetAttribute("value"));
    }
}
