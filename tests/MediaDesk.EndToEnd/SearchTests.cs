using System.Text.RegularExpressions;

namespace MediaDesk.EndToEnd;

/// <summary>Searching in a real browser: the box with its conditions and suggestions, the filters, the dates, and the way back.</summary>
public sealed partial class SearchTests(Browser browser, SampleDesk samples)
{
    [Fact]
    public async Task Box_TypedInFromTheFirstMoment_OnASlowLine_KeepsTheCursorAndOffersValues()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var editor = await browser.OpenAsync(desk, lineDelay: TimeSpan.FromMilliseconds(400));
        await editor.Page.ReloadAsync();
        await Expect(editor.Page.Locator("[data-interactive='True']")).ToBeAttachedAsync();

        await editor.SearchBox.PressSequentiallyAsync("in:czec", new() { Delay = 200 });

        await Expect(editor.Page.GetByRole(AriaRole.Listbox, new() { Name = "Suggestions" }).GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await Expect(editor.SearchBox).ToHaveValueAsync("in:czec");
        await Expect(editor.SearchBox).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Suggestion_ChosenByKeys_BecomesAConditionAtOnce()
    {
        await using var editor = await OpenAsync();
        await editor.SearchBox.PressSequentiallyAsync("agency:get");
        await Expect(Offers(editor).First).ToContainTextAsync("Getty Images");
        await Expect(Offers(editor).First.Locator(".num")).ToHaveTextAsync(CountPattern());

        await editor.SearchBox.PressAsync("ArrowDown");
        await Expect(editor.SearchBox).ToHaveAttributeAsync("aria-activedescendant", "search-offer-0");
        await editor.SearchBox.PressAsync("Enter");

        await Expect(Chips(editor)).ToHaveTextAsync(["agency:Getty Images"]);
        await Expect(editor.Page).ToHaveURLAsync(new Regex("q=agency%3A%22Getty%20Images%22"));
        await Expect(editor.SearchBox).ToHaveValueAsync("");
        await Expect(editor.SearchBox).ToBeFocusedAsync();
    }

    [Fact]
    public async Task FieldSuggestion_GoesOnToItsValues()
    {
        await using var editor = await OpenAsync();
        await editor.SearchBox.ClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Group, new() { Name = "Look for" })).ToBeVisibleAsync();

        await Offers(editor).Filter(new() { HasText = "missing:" }).ClickAsync();
        await Expect(editor.SearchBox).ToHaveValueAsync("missing:");
        await Offers(editor).Filter(new() { HasText = "gps" }).ClickAsync();

        await Expect(Chips(editor)).ToHaveTextAsync(["missing:gps"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(250)]
    public async Task Conditions_UnderTheKeyboard_AreReachedChangedAndTakenAway(int lineDelay)
    {
        await using var editor = await browser.OpenAsync(samples.Desk, "/?q=agency%3AAFP+date%3A2019..2026+in%3AFrance", lineDelay: TimeSpan.FromMilliseconds(lineDelay));
        await editor.Page.Keyboard.PressAsync("/");
        await Expect(editor.Page.Locator(".search-place[data-ready]")).ToBeAttachedAsync();

        await editor.Page.Keyboard.PressAsync("Backspace");
        await Expect(Chips(editor).Nth(2)).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("Delete");
        await Expect(Chips(editor)).ToHaveTextAsync(["agency:AFP", "date:2019..2026"]);
        await Expect(Chips(editor).Nth(1)).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("Enter");
        var change = editor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Change date:2019..2026" });
        await Expect(change).ToBeFocusedAsync();

        // The value is chosen: typing replaces it. What cannot be understood stays, and says why.
        await editor.Page.Keyboard.TypeAsync("2020-13");
        await editor.Page.Keyboard.PressAsync("Enter");
        await Expect(editor.Page.Locator("#search-fault mark")).ToHaveTextAsync("date:2020-13");
        await Expect(change).ToHaveValueAsync("date:2020-13");
        await change.FillAsync("date:2022..2026");
        await change.PressAsync("Enter");

        await Expect(Chips(editor)).ToHaveTextAsync(["agency:AFP", "date:2022..2026"]);
        await Expect(editor.SearchBox).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("ArrowLeft");
        await editor.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(Chips(editor).First).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("End");
        await Expect(editor.SearchBox).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Fault_IsMarkedAndOneClickFromWhatWasMeant()
    {
        await using var editor = await OpenAsync();

        await editor.SearchAsync("sea agancy:AFP");

        await Expect(editor.Page.Locator("#search-fault")).ToContainTextAsync("Did you mean agency:?");
        await Expect(editor.SearchBox).ToHaveValueAsync("sea agancy:AFP");
        await Expect(editor.SearchBox).ToHaveJSPropertyAsync("selectionStart", 4);
        await editor.Button("Search for sea agency:AFP").ClickAsync();
        await Expect(Chips(editor)).ToHaveTextAsync(["sea", "agency:AFP"]);
    }

    [Fact]
    public async Task Megabyte_PastedIntoTheBox_IsRefusedInWordsAndNothingElseIsLost()
    {
        await using var editor = await OpenAsync();
        await editor.SearchBox.FillAsync("harvest");

        await editor.SearchBox.EvaluateAsync(
            """
            box => {
              const clipboardData = new DataTransfer();
              clipboardData.setData('text', 'x'.repeat(1 << 20));
              box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }
            """);

        await Expect(editor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("at most 4,096 characters; what you pasted has 1,048,576");
        await Expect(editor.SearchBox).ToHaveValueAsync("harvest");
    }

    [Fact]
    public async Task EmptyBox_OffersRecentAndSavedSearches()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg", "fig-bowl.jpg");
        await using var editor = await browser.OpenAsync(desk);
        await editor.ShowsAsync(2);
        await editor.SearchAsync("dragonfly");
        await Expect(editor.Cells).ToHaveCountAsync(1);
        await editor.Button("Save this search").ClickAsync();
        await editor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name of this search" }).FillAsync("Insects");
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.GiveNameAsync("Ines Roth");
        await Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Insects" })).ToBeVisibleAsync();

        await editor.ClearSearchAsync();
        await editor.SearchBox.ClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Group, new() { Name = "Recent searches" }).GetByRole(AriaRole.Option).First).ToHaveTextAsync("dragonfly");
        await editor.Page.GetByRole(AriaRole.Group, new() { Name = "Saved searches" }).GetByRole(AriaRole.Option).ClickAsync();

        await Expect(Chips(editor)).ToHaveTextAsync(["dragonfly"]);
        await Expect(editor.Cells).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Filters_Clicked_NarrowTheResultsAndTheBackButtonWidensThem()
    {
        await using var editor = await OpenAsync();
        await editor.ShowsAsync(Checkout.Samples.Count);
        var agency = editor.Page.Locator("details[data-fold=agency] [data-facet]").Filter(new() { HasText = "AFP" });
        var count = int.Parse(await agency.Locator(".num").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        await agency.ClickAsync();
        await Expect(editor.Cells).ToHaveCountAsync(count);
        await Expect(agency).ToHaveAttributeAsync("aria-pressed", "true");
        await agency.PressAsync("-");
        await Expect(Chips(editor)).ToHaveTextAsync(["-agency:AFP"]);
        await Expect(editor.Cells).ToHaveCountAsync(Checkout.Samples.Count - count);

        await editor.Page.GoBackAsync();
        await Expect(editor.Cells).ToHaveCountAsync(count);
        await editor.Page.GoBackAsync();
        await Expect(editor.Cells).ToHaveCountAsync(Checkout.Samples.Count);
        await editor.Page.GoForwardAsync();
        await Expect(Chips(editor)).ToHaveTextAsync(["agency:AFP"]);
        await editor.ReloadAsync();
        await Expect(Chips(editor)).ToHaveTextAsync(["agency:AFP"]);
        await Expect(editor.Cells).ToHaveCountAsync(count);
    }

    [Fact]
    public async Task PlaceTree_UnderTheKeyboard_OpensAndChooses()
    {
        await using var editor = await OpenAsync();
        var tree = editor.Page.GetByRole(AriaRole.Tree, new() { Name = "Places" });
        var spain = tree.GetByRole(AriaRole.Treeitem).Filter(new() { HasText = "Spain" });
        await Expect(tree.Locator("[tabindex='0']")).ToHaveCountAsync(1);
        await spain.FocusAsync();

        await editor.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(spain).ToHaveAttributeAsync("aria-expanded", "true");
        await editor.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(tree.Locator(":focus")).ToHaveAttributeAsync("aria-level", "2");
        await editor.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(spain).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("Enter");
        await Expect(Chips(editor)).ToHaveTextAsync(["country:Spain"]);
        await Expect(spain).ToHaveAttributeAsync("aria-selected", "true");
    }

    [Fact]
    public async Task Histogram_BrushedWithThePointer_SetsTheDateOfTheSearch()
    {
        await using var editor = await OpenAsync();
        await editor.ShowsAsync(Checkout.Samples.Count);
        var bars = editor.Page.Locator("[data-bar]");
        var last = await bars.CountAsync() - 1;
        await editor.Page.Locator(".hist-axis").ScrollIntoViewIfNeededAsync();
        var from = (await bars.Nth(last - 2).BoundingBoxAsync())!;
        var to = (await bars.Nth(last).BoundingBoxAsync())!;

        await editor.Page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + 10);
        await editor.Page.Mouse.DownAsync();
        await editor.Page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + 10, new() { Steps = 4 });
        await editor.Page.Mouse.UpAsync();

        await Expect(Chips(editor)).ToHaveTextAsync([DateChip()]);
        await Expect(editor.Page.Locator(".on [data-bar], [data-bar].on")).ToHaveCountAsync(3);
        await Expect(bars).ToHaveCountAsync(last + 1);
        await Expect(editor.Page.Locator(".hist :focus")).ToHaveCountAsync(1);
        await editor.Button("All dates").ClickAsync();
        await Expect(Chips(editor)).ToHaveCountAsync(0);
        await Expect(editor.Page.Locator(".hist :focus")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Histogram_UnderTheKeyboard_SetsTheDateOfTheSearch()
    {
        await using var editor = await OpenAsync();
        await editor.ShowsAsync(Checkout.Samples.Count);
        var from = editor.Page.GetByRole(AriaRole.Slider, new() { Name = "From" });
        var last = int.Parse((await from.GetAttributeAsync("aria-valuemax"))!, System.Globalization.CultureInfo.InvariantCulture);
        await from.FocusAsync();

        await editor.Page.Keyboard.PressAsync("End");
        await editor.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(from).ToHaveAttributeAsync("aria-valuenow", $"{last - 1}");
        await editor.Page.Keyboard.PressAsync("Escape");
        await Expect(from).ToHaveAttributeAsync("aria-valuenow", "0");
        await editor.Page.Keyboard.PressAsync("End");
        await editor.Page.Keyboard.PressAsync("ArrowLeft");
        await editor.Page.Keyboard.PressAsync("Enter");

        await Expect(Chips(editor)).ToHaveTextAsync([DateChip()]);
        await Expect(from).ToBeFocusedAsync();
    }

    [Fact]
    public async Task FoldedFilters_StayFolded()
    {
        await using var editor = await OpenAsync();
        var photographers = editor.Page.Locator("details[data-fold=by]");

        await photographers.Locator("summary").ClickAsync();
        await Expect(photographers).Not.ToHaveAttributeAsync("open", "");
        await editor.ReloadAsync();

        await Expect(photographers).Not.ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task FoldedFilters_BeforeTheScriptIsThere_StayFolded()
    {
        await using var editor = await OpenAsync();
        var isFolded = new TaskCompletionSource();
        await editor.Page.RouteAsync("**/FacetRail.razor*.js*", async route =>
        {
            await isFolded.Task;
            await route.ContinueAsync();
        });
        await editor.Page.ReloadAsync();
        await Expect(editor.Page.Locator("[data-interactive='True']")).ToBeAttachedAsync();
        var photographers = editor.Page.Locator("details[data-fold=by]");

        await photographers.Locator("summary").ClickAsync();
        isFolded.SetResult();
        await Expect(photographers).ToHaveAttributeAsync("data-known", "");
        await editor.ReloadAsync();

        await Expect(photographers).Not.ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task NarrowWindow_HasTheFiltersInADrawer()
    {
        await using var editor = await browser.OpenAsync(samples.Desk, width: 720, height: 900);
        await editor.ShowsAsync(Checkout.Samples.Count);
        var agency = editor.Page.Locator("details[data-fold=agency] [data-facet]").First;
        await Expect(agency).ToBeHiddenAsync();

        await editor.Button("Filters").ClickAsync();
        await Expect(agency).ToBeVisibleAsync();
        await Expect(editor.Page.Locator(".rail-head button")).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("Escape");

        await Expect(agency).ToBeHiddenAsync();
        await Expect(editor.Button("Filters")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Order_Chosen_StandsInTheAddressAndOutlivesAReload()
    {
        await using var editor = await OpenAsync();
        await editor.ShowsAsync(Checkout.Samples.Count);
        var newest = await editor.Cells.First.GetAttributeAsync("aria-label");

        await editor.Page.GetByRole(AriaRole.Combobox, new() { Name = "Sort" }).SelectOptionAsync("oldest");
        await Expect(editor.Page).ToHaveURLAsync(new Regex("sort=oldest"));
        await Expect(editor.Cells.Last).ToHaveAttributeAsync("aria-label", newest!);
        await editor.ReloadAsync();

        await Expect(editor.Cells.Last).ToHaveAttributeAsync("aria-label", newest!);
        await Expect(editor.Page.GetByRole(AriaRole.Combobox, new() { Name = "Sort" })).ToHaveValueAsync("oldest");
    }

    private Task<DeskPage> OpenAsync(string path = "/") => browser.OpenAsync(samples.Desk, path);

    private static ILocator Chips(DeskPage editor) => editor.Page.Locator(".chip-edit");

    private static ILocator Offers(DeskPage editor) => editor.Page.GetByRole(AriaRole.Listbox, new() { Name = "Suggestions" }).GetByRole(AriaRole.Option);

    [GeneratedRegex(@"^\d+$")]
    private static partial Regex CountPattern();

    [GeneratedRegex(@"^date:\d{4}(-\d\d)?\.\.\d{4}(-\d\d)?$")]
    private static partial Regex DateChip();
}
