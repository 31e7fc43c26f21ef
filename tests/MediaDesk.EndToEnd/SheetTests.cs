using System.Text.Json;

namespace MediaDesk.EndToEnd;

/// <summary>The contact sheet under the keyboard: W3C's grid pattern, without waiting for the desk.</summary>
public sealed class SheetTests(Browser browser, SampleDesk samples)
{
    [Fact]
    public async Task Click_BeforeThePageIsLive_IsDoneOnceItIs()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg", "fig-bowl.jpg");
        await using var editor = await browser.OpenAsync(desk);
        await editor.Page.GotoAsync(desk.Address, new() { WaitUntil = WaitUntilState.Commit });
        await Expect(editor.Cells).ToHaveCountAsync(2);

        await editor.Page.EvaluateAsync("document.querySelectorAll('[role=gridcell]')[1].click()");

        await Expect(editor.Cells.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
    }

    [Fact]
    public async Task Arrows_OnTheSheet_MoveTheFocusAndTheSelection()
    {
        await using var editor = await OpenAsync();
        var names = await NamesAsync(editor);
        var columns = await editor.ColumnsAsync();
        await editor.Cells.First.ClickAsync();

        await editor.Page.Keyboard.PressAsync("ArrowRight");
        await FocusIsOnAsync(editor, 1);
        await editor.Page.Keyboard.PressAsync("ArrowDown");
        await FocusIsOnAsync(editor, 1 + columns);
        await editor.Page.Keyboard.PressAsync("Home");
        await FocusIsOnAsync(editor, columns);
        await editor.Page.Keyboard.PressAsync("End");
        await FocusIsOnAsync(editor, (2 * columns) - 1);

        // At the end of a row the next one begins.
        await editor.Page.Keyboard.PressAsync("ArrowRight");
        await FocusIsOnAsync(editor, 2 * columns);
        await Expect(editor.Sheet.Locator("[aria-selected='true']")).ToHaveCountAsync(1);
        await Expect(editor.Sheet.Locator("[tabindex='0']")).ToHaveCountAsync(1);
        Assert.Equal(names, await NamesAsync(editor));
    }

    [Fact]
    public async Task ShiftAndControl_WithKeys_SelectSeveral()
    {
        await using var editor = await OpenAsync();
        var selected = editor.Sheet.Locator("[aria-selected='true']");
        await editor.Cells.First.ClickAsync();

        await editor.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await editor.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await Expect(selected).ToHaveCountAsync(3);
        await editor.Page.Keyboard.PressAsync("Control+ArrowRight");
        await Expect(selected).ToHaveCountAsync(3);
        await editor.Page.Keyboard.PressAsync("Control+ArrowRight");
        await editor.Page.Keyboard.PressAsync("Control+Space");
        await Expect(selected).ToHaveCountAsync(4);
        await Expect(editor.Page.GetByText("4 selected").First).ToBeVisibleAsync();
        await Expect(editor.Panel).ToContainTextAsync("edits the focused photo alone");

        await editor.Page.Keyboard.PressAsync("Control+a");
        await Expect(selected).ToHaveCountAsync(Checkout.Samples.Count);
        await editor.Page.Keyboard.PressAsync("Control+d");
        await Expect(selected).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Arrows_ManyInARow_NeedNoServer()
    {
        await using var context = await browser.NewContextAsync(1440, 900);
        var frames = 0;
        context.Page += (_, page) => page.WebSocket += (_, socket) => socket.FrameSent += (_, _) => Interlocked.Increment(ref frames);
        await using var editor = await DeskPage.OpenAsync(context, samples.Desk.Address, "/");
        await editor.ShowsAsync(Checkout.Samples.Count);
        await editor.Cells.First.ClickAsync();
        await ExpectInFocusAsync(editor, 1);
        var before = Volatile.Read(ref frames);

        // All in one turn of the browser: an answer of the desk could not come in between.
        var after = await editor.Page.EvaluateAsync<JsonElement>(
            """
            () => {
              const cells = [...document.querySelectorAll('[role=gridcell]')];
              for (let i = 0; i < 20; i++) {
                document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
              }
              return { index: cells.indexOf(document.activeElement), isSelected: document.activeElement.ariaSelected };
            }
            """);

        Assert.Equal(20, after.GetProperty("index").GetInt32());
        Assert.Equal("true", after.GetProperty("isSelected").GetString());
        await ExpectInFocusAsync(editor, 21);
        Assert.InRange(Volatile.Read(ref frames) - before, 1, 10);
    }

    [Fact]
    public async Task Loupe_OpenedByKey_ShowsThePhotoLargeAndReturnsToItsCell()
    {
        await using var editor = await OpenAsync();
        await editor.ChooseAsync("Late dragonfly");

        await editor.Page.Keyboard.PressAsync("Space");
        var photo = editor.Page.GetByRole(AriaRole.Img, new() { Name = "Late dragonfly", Exact = true });
        await Expect(photo).ToBeVisibleAsync();
        await Expect(photo).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await photo.EvaluateAsync<int>("photo => photo.naturalWidth") > 900);
        Assert.Contains("photo=", editor.Page.Url, StringComparison.Ordinal);
        await Expect(editor.Page.GetByRole(AriaRole.Heading, new() { Name = "Loupe: Late dragonfly" })).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(photo).ToHaveCountAsync(0);
        await editor.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(photo).ToBeVisibleAsync();

        await editor.Page.Keyboard.PressAsync("Escape");
        await Expect(editor.Cell("Late dragonfly")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Keys_EverywhereOnThePage_LeadToSearchCaptionAndHelp()
    {
        await using var editor = await OpenAsync();
        await editor.ChooseAsync("Late dragonfly");

        await editor.Page.Keyboard.PressAsync("i");
        await Expect(editor.Field("Caption")).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("Escape");
        await editor.Page.Keyboard.PressAsync("/");
        await Expect(editor.SearchBox).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("Escape");
        await editor.Cell("Late dragonfly").FocusAsync();
        await editor.Page.Keyboard.PressAsync("?");
        var help = editor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts", Exact = true });
        await Expect(help).ToBeVisibleAsync();
        await editor.Page.Keyboard.PressAsync("Escape");
        await Expect(help).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Search_ThatCannotBeUnderstood_SaysWhereAndShowsNothing()
    {
        await using var editor = await OpenAsync();

        await editor.SearchAsync("agency:\"AFP");

        await Expect(editor.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(editor.Cells).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Search_ByAgency_FindsEverySpellingOfAChain()
    {
        await using var editor = await OpenAsync();

        await editor.SearchAsync("agency:AFP");

        foreach (var name in (string[])["FRANCE-ENVIRONMENT-ESTUARY-TIDE", "Tide turns under the bridge", "Fig harvest begins in western Türkiye", "Sécheresse : la rivière au plus bas"])
        {
            await Expect(editor.Cell(name)).ToBeVisibleAsync();
        }

        await Expect(editor.Cell("Late dragonfly")).ToHaveCountAsync(0);
    }

    private async Task<DeskPage> OpenAsync()
    {
        var editor = await browser.OpenAsync(samples.Desk);
        await editor.ShowsAsync(Checkout.Samples.Count);
        return editor;
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(DeskPage editor) =>
        await editor.Cells.EvaluateAllAsync<string[]>("cells => cells.map(cell => cell.ariaLabel)");

    /// <summary>The panel has heard which photo the keys came to, counted from 1.</summary>
    private static Task ExpectInFocusAsync(DeskPage editor, int position) =>
        Expect(editor.Panel).ToContainTextAsync($"{position} of {Checkout.Samples.Count}, in focus");

    private static Task FocusIsOnAsync(DeskPage editor, int index) => Expect(editor.Cells.Nth(index)).ToBeFocusedAsync();
}
