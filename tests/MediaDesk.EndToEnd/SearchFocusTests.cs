using System.Text.RegularExpressions;

namespace MediaDesk.EndToEnd;

/// <summary>Where the keys go while an editor searches: never to nowhere, and never into a caption nobody asked for.</summary>
public sealed class SearchFocusTests(Browser browser, SampleDesk samples)
{
    [Fact]
    public async Task SearchKey_BeforeThePagesScriptIsThere_TakesAllThatIsTyped()
    {
        await using var editor = await browser.OpenAsync(samples.Desk, lineDelay: TimeSpan.FromMilliseconds(400));
        await editor.ShowsAsync(Checkout.Samples.Count);
        var isTyped = new TaskCompletionSource();
        await editor.Page.RouteAsync("**/DeskLayout.razor*.js*", async route =>
        {
            await Task.WhenAny(isTyped.Task, Task.Delay(300));
            await route.ContinueAsync();
        });
        await editor.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Expect(editor.SearchBox).ToBeVisibleAsync();

        await editor.Page.Keyboard.PressAsync("/");
        foreach (var letter in "caption:idlib")
        {
            await editor.Page.Keyboard.PressAsync(letter.ToString());
            // Some of it is typed into the page that the desk drew first, some into the live one.
            await Task.Delay(150, TestContext.Current.CancellationToken);
        }

        isTyped.SetResult();
        await Expect(editor.Page.Locator("[data-interactive='True']")).ToBeAttachedAsync();
        await Expect(editor.SearchBox).ToHaveValueAsync("caption:idlib");
        await Expect(editor.SearchBox).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("Enter");
        await Expect(editor.Page).ToHaveURLAsync(new Regex("q=caption%3Aidlib"));
        Assert.DoesNotContain("idlib", await editor.Field("Caption").InputValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CaptionKey_ThenTheSearchKey_LeavesTheCursorInTheSearchBox()
    {
        await using var editor = await browser.OpenAsync(samples.Desk, lineDelay: TimeSpan.FromMilliseconds(400));
        await editor.ShowsAsync(Checkout.Samples.Count);
        await editor.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded });

        await editor.Page.Keyboard.PressAsync("i");
        await editor.Page.Keyboard.PressAsync("/");
        await Expect(editor.Page.Locator("[data-interactive='True']")).ToBeAttachedAsync();
        await Task.Delay(500, TestContext.Current.CancellationToken);

        await Expect(editor.SearchBox).ToBeFocusedAsync();
    }

    [Fact]
    public async Task ButtonsOfTheBox_ThatGoAwayWhenTheyAreUsed_GiveTheFocusToTheBox()
    {
        await using var editor = await browser.OpenAsync(samples.Desk, "/?q=agency%3AAFP+in%3AFrance");

        await editor.Button("Remove in:France").ClickAsync();
        await Expect(Chips(editor)).ToHaveTextAsync(["agency:AFP"]);
        await Expect(editor.SearchBox).ToBeFocusedAsync();

        await editor.Button("Save this search").ClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name of this search" })).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("Escape");
        await Expect(editor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name of this search" })).ToHaveCountAsync(0);
        await Expect(editor.SearchBox).ToBeFocusedAsync();

        await editor.Button("Clear the search").ClickAsync();
        await Expect(Chips(editor)).ToHaveCountAsync(0);
        await Expect(editor.SearchBox).ToBeFocusedAsync();

        await editor.SearchAsync("agancy:AFP");
        await editor.Button("Search for agency:AFP").ClickAsync();
        await Expect(Chips(editor)).ToHaveTextAsync(["agency:AFP"]);
        await Expect(editor.SearchBox).ToBeFocusedAsync();
    }

    [Fact]
    public async Task SavedSearch_KeptDeletedAndTakenBack_NeverLosesTheFocus()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var editor = await browser.OpenAsync(desk, "/?q=dragonfly");
        await editor.Button("Save this search").ClickAsync();
        await editor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name of this search" }).FillAsync("Insects");
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.GiveNameAsync("Ines Roth");
        var saved = editor.Page.GetByRole(AriaRole.Link, new() { Name = "Insects" });
        await Expect(saved).ToBeVisibleAsync();
        await Expect(editor.SearchBox).ToBeFocusedAsync();

        await editor.Button("Delete Insects").ClickAsync();
        await Expect(saved).ToHaveCountAsync(0);
        await Expect(editor.Button("Undo")).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("Enter");

        await Expect(saved).ToBeVisibleAsync();
        await Expect(editor.Page.Locator(".saved :focus")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Fault_CoversNothingAndIsClosedByEscape()
    {
        await using var editor = await browser.OpenAsync(samples.Desk);
        await editor.SearchAsync("agancy:AFP");
        var fault = editor.Page.Locator("#search-fault");
        await Expect(fault).ToBeVisibleAsync();
        var heading = editor.Page.GetByRole(AriaRole.Heading, new() { Name = "This search cannot be understood" });
        await Expect(heading).ToBeVisibleAsync();
        var (box, below) = ((await fault.BoundingBoxAsync())!, (await heading.BoundingBoxAsync())!);
        Assert.True(box.Y + box.Height <= below.Y, "the box with the fault lies over the heading");

        await editor.SearchBox.PressAsync("Escape");

        await Expect(fault).ToHaveCountAsync(0);
        await Expect(editor.SearchBox).ToBeFocusedAsync();
        await Expect(editor.SearchBox).ToHaveValueAsync("agancy:AFP");
        await Expect(editor.SearchBox).ToHaveAttributeAsync("aria-invalid", "true");
        await editor.SearchBox.PressAsync("Enter");
        await Expect(fault).ToBeVisibleAsync();
    }

    [Fact]
    public async Task FaultOfACondition_IsClosedByEscapeOnTheCondition()
    {
        await using var editor = await browser.OpenAsync(samples.Desk, "/?q=near%3AQwrtzpl~50km");
        await Expect(editor.Page.Locator("#search-fault")).ToBeVisibleAsync();

        await Chips(editor).First.FocusAsync();
        await editor.Page.Keyboard.PressAsync("Escape");

        await Expect(editor.Page.Locator("#search-fault")).ToHaveCountAsync(0);
        await Expect(Chips(editor).First).ToBeFocusedAsync();
        await Expect(editor.Page.Locator(".search.is-at-fault")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("Alt+Enter")]
    public async Task Place_Excluded_StaysStruckThroughUnderTheFocusAndIsLetInAgain(string key)
    {
        await using var editor = await browser.OpenAsync(samples.Desk);
        await editor.ShowsAsync(Checkout.Samples.Count);
        var spain = editor.Page.GetByRole(AriaRole.Treeitem).Filter(new() { HasText = "Spain" });
        await spain.FocusAsync();
        await editor.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(spain).ToHaveAttributeAsync("aria-expanded", "true");
        await editor.Page.Keyboard.PressAsync("ArrowRight");
        var inner = editor.Page.GetByRole(AriaRole.Tree).Locator(":focus");
        await Expect(inner).ToHaveAttributeAsync("aria-level", "2");
        var name = (await inner.GetAttributeAsync("title"))!;

        await editor.Page.Keyboard.PressAsync(key);

        await Expect(Chips(editor)).ToHaveTextAsync([new Regex($"^-region:{Regex.Escape(name)}$")]);
        var excluded = editor.Page.GetByRole(AriaRole.Treeitem).Filter(new() { HasText = $"{name}, excluded" });
        await Expect(excluded).ToHaveAttributeAsync("aria-level", "1");
        await Expect(excluded).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("Enter");
        await Expect(Chips(editor)).ToHaveCountAsync(0);
        await Expect(editor.Cells).ToHaveCountAsync(Checkout.Samples.Count);
        await Expect(editor.Page.GetByRole(AriaRole.Tree).Locator(":focus")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Filter_ClickedTwiceAtOnce_IsOneStepOnTheWayBack()
    {
        await using var editor = await browser.OpenAsync(samples.Desk, lineDelay: TimeSpan.FromMilliseconds(200));
        await editor.ShowsAsync(Checkout.Samples.Count);

        await editor.Page.Locator("details[data-fold=agency] [data-facet]").Filter(new() { HasText = "AFP" }).DblClickAsync();
        await Expect(Chips(editor)).ToHaveTextAsync(["agency:AFP"]);
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        await Expect(Chips(editor)).ToHaveTextAsync(["agency:AFP"]);
        await editor.Page.GoBackAsync();

        await Expect(Chips(editor)).ToHaveCountAsync(0);
        await Expect(editor.Cells).ToHaveCountAsync(Checkout.Samples.Count);
    }

    private static ILocator Chips(DeskPage editor) => editor.Page.Locator(".chip-edit");
}
