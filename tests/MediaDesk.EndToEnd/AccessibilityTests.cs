using Deque.AxeCore.Playwright;

namespace MediaDesk.EndToEnd;

/// <summary>axe finds nothing on any page, in either theme, wide or narrow.</summary>
public sealed class AccessibilityTests(Browser browser, SampleDesk samples)
{
    private static readonly string[] Paths =
        ["/", "/?q=agency%3AAFP", "/?q=nothing-has-this-word", "/?view=map&sort=oldest", "/?q=missing%3Agps+date%3A2020..2026&view=map", "/?q=agency%3A%22AFP", "/photos/1/iptc", "/history", "/article", "/places", "/cleaning", "/agencies", "/agencies?agency=AFP&unread=true", "/bin", "/problems", "/about", "/no-such-page"];

    public static MatrixTheoryData<string, string> Pages => new(Paths, ["dark", "light"]);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InATheme_HasNoViolation(string path, string theme)
    {
        await using var editor = await browser.OpenAsync(samples.Desk, path);

        await HasNoViolationAsync(editor, theme);
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public async Task CaptionPanel_WithADraftAndConflicts_HasNoViolation(string theme)
    {
        await using var editor = await browser.OpenAsync(samples.Desk);
        await editor.ShowsAsync(Checkout.Samples.Count);
        await editor.ChooseAsync("Studio opens its doors");
        await editor.Field("Credit line").FillAsync("A credit line that is rather longer than IIM can carry");
        await editor.Button("Save").ClickAsync();
        await Expect(editor.YourName).ToBeVisibleAsync();

        await HasNoViolationAsync(editor, theme);
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public async Task Dialogs_WhenOpen_HaveNoViolation(string theme)
    {
        await using var editor = await browser.OpenAsync(samples.Desk);
        await editor.ChooseAsync("Late dragonfly");
        await editor.Button("Keyboard shortcuts").ClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToBeVisibleAsync();
        await HasNoViolationAsync(editor, theme);
        await editor.Page.Keyboard.PressAsync("Escape");

        await editor.Cell("Late dragonfly").DblClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Img, new() { Name = "Late dragonfly", Exact = true })).ToBeVisibleAsync();
        await HasNoViolationAsync(editor, theme);
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public async Task Search_WithSuggestionsConditionsAndForms_HasNoViolation(string theme)
    {
        await using var editor = await browser.OpenAsync(samples.Desk, "/?q=agency%3AAFP+-in%3ASpain");
        await editor.SearchBox.PressSequentiallyAsync("agency:a");
        await Expect(editor.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await editor.SearchBox.PressAsync("ArrowDown");
        await HasNoViolationAsync(editor, theme);
        await editor.SearchBox.FillAsync("");
        await Expect(editor.Page.GetByRole(AriaRole.Group, new() { Name = "Look for" })).ToBeVisibleAsync();
        await HasNoViolationAsync(editor, theme);

        await editor.Page.Locator(".chip-edit").First.ClickAsync();
        await editor.Page.Locator(".chip-input").FillAsync("date:nonsense");
        await editor.Page.Locator(".chip-input").PressAsync("Enter");
        await Expect(editor.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await HasNoViolationAsync(editor, theme);
        await editor.Page.Locator(".chip-input").PressAsync("Escape");
        await editor.Button("Save this search").ClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name of this search" })).ToBeVisibleAsync();
        await HasNoViolationAsync(editor, theme);
        await editor.Page.Keyboard.PressAsync("Escape");
        await editor.Button("Export results").ClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Radio, new() { Name = "JSON lines" })).ToBeVisibleAsync();

        await HasNoViolationAsync(editor, theme);
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public async Task NarrowWindow_WithTheFiltersOpen_HasNoViolation(string theme)
    {
        await using var editor = await browser.OpenAsync(samples.Desk, width: 720, height: 860);
        await editor.ShowsAsync(Checkout.Samples.Count);
        await editor.Button("Filters").ClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Tree, new() { Name = "Places" })).ToBeVisibleAsync();

        await HasNoViolationAsync(editor, theme);
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public async Task NarrowWindow_WithThePanelOpen_HasNoViolation(string theme)
    {
        await using var editor = await browser.OpenAsync(samples.Desk, width: 420, height: 860);
        await editor.ShowsAsync(Checkout.Samples.Count);
        await HasNoViolationAsync(editor, theme);
        await editor.Cell("Late dragonfly").ClickAsync();
        await editor.Button("Caption").ClickAsync();
        await Expect(editor.Field("Headline")).ToBeVisibleAsync();

        await HasNoViolationAsync(editor, theme);
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public async Task EmptyDesk_WithAProblem_HasNoViolation(string theme)
    {
        await using var desk = await DeskUnderTest.EmptyAsync();
        await using var editor = await browser.OpenAsync(desk);
        await HasNoViolationAsync(editor, theme);
        await desk.AddAsync(Checkout.Sample("LICENSES.md"), Checkout.Sample("rocket.jpg"));
        await Expect(editor.Problems.GetByRole(AriaRole.Row).Filter(new() { HasText = "LICENSES.md" })).ToBeVisibleAsync();

        await HasNoViolationAsync(editor, theme);
    }

    private static async Task HasNoViolationAsync(DeskPage editor, string theme)
    {
        await editor.UseThemeAsync(theme);
        var result = await editor.Page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            string.Join("\n", result.Violations.Select(fault => $"{fault.Id}: {fault.Help}\n  {string.Join("\n  ", fault.Nodes.Select(node => node.Html))}")));
    }
}
