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
    public async Task Condition_IsEditedWhereItStands()
    {
        var box = Open("/?q=agency:AFP+in:Syria+war");

        await box.FindAll(".chip-edit")[1].ClickAsync();
        var chip = box.Find(".chip-input");
        Assert.Equal(("Change in:Syria", "in:Syria"), (chip.GetAttribute("aria-label"), chip.GetAttribute("value")));
        await chip.InputAsync("in:Turkey");
        await box.Find("form").SubmitAsync();

        Assert.Equal("agency:AFP in:Turkey war", Searched);
        Assert.Empty(box.FindAll(".chip-input"));
    }

    [Fact]
    public async Task EditedCondition_ThatCannotBeUnderstood_StaysOpenAndSaysWhy()
    {
        var box = Open("/?q=agency:AFP+date:2020");
        await box.FindAll(".chip-edit")[1].ClickAsync();

        await box.Find(".chip-input").InputAsync("date:2020-13");
        await box.Find("form").SubmitAsync();

        Assert.Equal("agency:AFP date:2020", Searched);
        Assert.Equal("date:2020-13", box.Find(".chip-input").GetAttribute("value"));
        Assert.Equal("date:2020-13", box.Find("#search-fault mark").TextContent);
        Assert.Equal(("true", "search-fault"), (box.Find(".chip-input").GetAttribute("aria-invalid"), box.Find(".chip-input").GetAttribute("aria-describedby")));
        Assert.False(box.Find("input[type=search]").HasAttribute("aria-invalid"));
    }

    [Fact]
    public async Task EditedCondition_MadeEmpty_IsTakenAway()
    {
        var box = Open("/?q=agency:AFP+war");
        await box.FindAll(".chip-edit")[1].ClickAsync();

        await box.Find(".chip-input").InputAsync("");
        await box.Find("form").SubmitAsync();

        Assert.Equal("agency:AFP", Searched);
    }

    [Fact]
    public async Task EditedCondition_LeftForAnotherPlace_IsKeptAsItWasTyped()
    {
        var box = Open("/?q=agency:AFP+war");
        await box.FindAll(".chip-edit")[1].ClickAsync();
        await box.Find(".chip-input").InputAsync("peace");

        await box.Find(".chip-input").FocusOutAsync(new());

        Assert.Equal("agency:AFP peace", Searched);
    }

    [Fact]
    public async Task TypedText_OutlivesAChangeOfTheSearchElsewhere()
    {
        var box = Open("/?q=agency:AFP");
        await box.Find("input[type=search]").InputAsync("har");

        Get<NavigationManager>().NavigateTo("/?q=agency:AFP+in:Syria");

        await box.WaitForAssertionAsync(() => Assert.Equal(2, box.FindAll(".chip").Count));
        Assert.Equal("har", box.Find("input[type=search]").GetAttribute("value"));
    }

    [Fact]
    public async Task Or_AfterACondition_MakesAlternativesOfThatCondition()
    {
        var box = Open("/?q=agency:AFP+war");

        await SearchAsync(box, "OR peace");

        Assert.Equal("agency:AFP (war OR peace)", Searched);
    }

    [Fact]
    public async Task Suggestion_IsOneClickAway()
    {
        var box = Open("/?q=war");
        await SearchAsync(box, "agancy:AFP");

        Assert.Contains("Did you mean agency:?", box.Find("[role=alert]#search-fault").TextContent, StringComparison.Ordinal);
        await box.Find("#search-fault button").ClickAsync();

        Assert.Equal("war agency:AFP", Searched);
        Assert.Empty(box.FindAll("#search-fault"));
    }

    [Fact]
    public async Task Fault_Closed_StaysMarkedAndIsToldAgainWhenItIsSearchedForAgain()
    {
        var box = Open();
        await SearchAsync(box, "agancy:AFP");

        await box.InvokeAsync(box.Instance.CloseFault);
        Assert.Empty(box.FindAll("#search-fault"));
        Assert.Equal(("true", null), (box.Find("input[type=search]").GetAttribute("aria-invalid"), box.Find("input[type=search]").GetAttribute("aria-describedby")));
        await box.Find("form").SubmitAsync();

        Assert.Single(box.FindAll("#search-fault"));
    }

    [Fact]
    public async Task PlaceThatNobodyKnows_IsToldBesideItsCondition()
    {
        var box = Open();

        await SearchAsync(box, "near:Qwrtzpl~50km war");

        Assert.Equal("near:\"Qwrtzpl\"~50km war", Searched);
        Assert.Contains("No place called Qwrtzpl is known", box.Find("#search-fault").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, box.FindAll(".chip").Count);
    }

    [Theory]
    [InlineData("\"war", "\"war")]
    [InlineData("(war OR", "OR")]
    [InlineData("war)", ")")]
    [InlineData("nonsense:1", "nonsense:1")]
    [InlineData("date:2020-02-31", "date:2020-02-31")]
    [InlineData("box:1,2,3", "box:1,2,3")]
    [InlineData("a*b", "*")]
    [InlineData("*", "*")]
    [InlineData("--", "--")]
    [InlineData("!!!", "!!!")]
    [InlineData("a\u0001b", "\u0001")]
    public async Task BadInput_IsMarkedAtItsPlace_AndNothingOfItIsLost(string typed, string marked)
    {
        var box = Open("/?q=agency:AFP");

        await SearchAsync(box, typed);

        if (box.FindAll("#search-fault").Count == 0)
        {
            // Dashes and signs alone say nothing and are passed over beside other conditions.
            Assert.Contains(typed, (string[])["--", "!!!"]);
            return;
        }

        Assert.Equal(marked, box.Find("#search-fault mark").TextContent);
        Assert.Equal($"agency:AFP {typed}", box.Find("input[type=search]").GetAttribute("value"));
    }

    [Theory]
    [InlineData("NEAR AND NOT")]
    [InlineData("-war -peace")]
    [InlineData("'; DROP TABLE Media; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"a\" OR NEAR(\"b\" \"c\", 5)")]
    public async Task TextThatOtherLanguagesUnderstand_IsWordsHereAndStaysSo(string typed)
    {
        var box = Open();

        await SearchAsync(box, typed);

        Assert.Empty(box.FindAll("#search-fault"));
        var first = Searched;
        var again = Open($"/?q={Uri.EscapeDataString(first!)}");
        Assert.Equal(box.FindAll(".chip-edit").Select(chip => chip.TextContent), again.FindAll(".chip-edit").Select(chip => chip.TextContent));
        Assert.Empty(again.FindAll("script"));
    }

    [Fact]
    public async Task Search_KeepsTheOrderAndTheMap()
    {
        var box = Open("/?q=war&sort=oldest&view=map&after=5&page=2&photo=7");

        await SearchAsync(box, "peace");

        Assert.EndsWith("/?q=war%20peace&sort=oldest&view=map", Get<NavigationManager>().Uri, StringComparison.Ordinal);
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
