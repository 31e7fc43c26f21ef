using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MediaDesk.EndToEnd;

/// <summary>The map of the results in a real browser, and what is done with all results at once.</summary>
public sealed partial class MapTests(Browser browser, SampleDesk samples)
{
    [Fact]
    public async Task Box_DrawnOnTheMap_FiltersAndTheBackButtonTakesItAway()
    {
        await using var editor = await OpenAsync("/");
        await editor.Button("Map").ClickAsync();
        await Expect(Spots(editor).First).ToBeVisibleAsync();
        var ground = (await editor.Page.Locator("[data-ground]").BoundingBoxAsync())!;

        await editor.Button("Draw a box").ClickAsync();
        await editor.Page.Mouse.MoveAsync(ground.X + 60, ground.Y + 20);
        await editor.Page.Mouse.DownAsync();
        await editor.Page.Mouse.MoveAsync(ground.X + ground.Width - 20, ground.Y + ground.Height - 30, new() { Steps = 4 });
        await editor.Page.Mouse.UpAsync();

        await Expect(Chips(editor)).ToHaveTextAsync([BoxChip()]);
        await Expect(editor.Page).ToHaveURLAsync(new Regex("view=map"));
        var query = await Chips(editor).InnerTextAsync();
        var found = (await samples.Desk.GetAsync($"/api/search?q={Uri.EscapeDataString(query)}"))["total"]!.GetValue<int>();
        Assert.InRange(found, 1, Checkout.Samples.Count - 1);
        await Expect(editor.Cells).ToHaveCountAsync(found);
        await editor.PictureAsync("map-box");

        await editor.Page.GoBackAsync();
        await Expect(Chips(editor)).ToHaveCountAsync(0);
        await Expect(editor.Cells).ToHaveCountAsync(Checkout.Samples.Count);
        await Expect(editor.Page.Locator("[data-ground]")).ToBeVisibleAsync();
        await editor.Page.GoBackAsync();
        await Expect(editor.Page.Locator("[data-ground]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Drawing_IsStoppedByEscapeFromAnywhereInThePanel()
    {
        await using var editor = await OpenAsync("/?view=map");
        await Expect(Spots(editor).First).ToBeVisibleAsync();
        var draw = editor.Button("Draw a box");
        await draw.ClickAsync();
        await Expect(draw).ToHaveAttributeAsync("aria-pressed", "true");

        await editor.Button("Box in numbers").PressAsync("Escape");

        await Expect(draw).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(editor.Page.Locator("[data-told]")).ToContainTextAsync("shown here");
    }

    [Fact]
    public async Task Box_GivenInNumbers_MayLieOverTheDateLine()
    {
        await using var editor = await OpenAsync("/?view=map");
        await editor.Button("Box in numbers").ClickAsync();
        var side = (string name) => editor.Page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

        await side("South").FillAsync("60");
        await side("West").FillAsync("170");
        await side("North").FillAsync("-30");
        await side("East").FillAsync("-165");
        await editor.Button("Filter").ClickAsync();
        await Expect(editor.Page.Locator("#box-fault")).ToContainTextAsync("south of the box lies north");
        await side("South").FillAsync("-60");
        await side("South").PressAsync("Enter");

        await Expect(Chips(editor)).ToHaveTextAsync(["box:-60,170,-30,-165"]);
        await Expect(editor.Page.Locator("#box-fault")).ToHaveCountAsync(0);
        await editor.Button("Remove the box").ClickAsync();
        await Expect(Chips(editor)).ToHaveCountAsync(0);
        await editor.Button("Take what is shown").ClickAsync();
        await Expect(side("North")).ToHaveValueAsync(NumberPattern());
    }

    [Fact]
    public async Task Marks_UnderTheKeyboard_LeadNearer()
    {
        await using var editor = await OpenAsync("/?view=map");
        var several = Spots(editor).Filter(new() { HasNotTextRegex = OnePattern() }).First;
        await Expect(several).ToBeVisibleAsync();
        var before = await editor.Page.Locator("[data-told]").InnerTextAsync();

        await several.FocusAsync();
        await editor.Page.Keyboard.PressAsync("Enter");

        await Expect(editor.Page.Locator("[data-told]")).Not.ToHaveTextAsync(before);
    }

    [Fact]
    public async Task Map_WithoutAnyPosition_SaysSo()
    {
        await using var editor = await OpenAsync("/?q=nothing-has-this-word&view=map");

        await Expect(editor.Page.Locator("[data-told]")).ToHaveTextAsync("None of 0 photos has a position");
        await Expect(Spots(editor)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("CSV", ".csv")]
    [InlineData("JSON lines", ".jsonl")]
    [InlineData("Zip of the photos", ".zip")]
    public async Task Results_Exported_AreSavedByTheBrowserAndCounted(string format, string extension)
    {
        await using var editor = await OpenAsync("/?q=agency%3AAFP");
        var photos = await editor.Cells.CountAsync();
        await editor.Button("Export results").ClickAsync();
        await editor.Page.GetByRole(AriaRole.Radio, new() { Name = format }).CheckAsync();

        var download = await editor.Page.RunAndWaitForDownloadAsync(() => editor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Export", Exact = true }).ClickAsync());

        Assert.EndsWith(extension, download.SuggestedFilename, StringComparison.Ordinal);
        await Expect(editor.Page.GetByText($"Done: {photos} photos in the file.")).ToBeVisibleAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Export" })).ToHaveAttributeAsync("aria-valuenow", photos.ToString(CultureInfo.InvariantCulture));
        if (extension == ".jsonl")
        {
            var lines = await File.ReadAllLinesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
            Assert.Equal(photos, lines.Select(line => JsonNode.Parse(line)!["id"]!.GetValue<long>()).Distinct().Count());
        }
    }

    [Fact]
    public async Task Export_UnderTheKeyboard_BeginsWithEnterAndEndsOnClose()
    {
        await using var editor = await OpenAsync("/?q=agency%3AAFP");
        await editor.Button("Export results").ClickAsync();
        await editor.Page.GetByRole(AriaRole.Radio, new() { Name = "JSON lines" }).CheckAsync();

        await editor.Page.RunAndWaitForDownloadAsync(() => editor.Page.Keyboard.PressAsync("Enter"));

        await Expect(editor.Page.GetByText("photos in the file.")).ToBeVisibleAsync();
        await Expect(editor.Button("Close")).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("Enter");
        await Expect(editor.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(editor.Button("Export results")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Search_Shared_IsInTheClipboardAndOpensAsItWas()
    {
        await using var editor = await OpenAsync("/?q=agency%3AAFP&sort=oldest");
        await editor.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var photos = await editor.Cells.CountAsync();

        await editor.Button("Share this search").ClickAsync();
        await Expect(editor.Page.GetByText("Link copied")).ToBeVisibleAsync();
        var address = await editor.Page.EvaluateAsync<string>("navigator.clipboard.readText()");

        Assert.Equal($"{samples.Desk.Address}/?q=agency%3AAFP&sort=oldest", address);
        await editor.GoToAsync(address);
        await Expect(editor.Cells).ToHaveCountAsync(photos);
    }

    /// <summary>Opens a page of the desk once all its samples are there.</summary>
    private async Task<DeskPage> OpenAsync(string path)
    {
        var editor = await browser.OpenAsync(samples.Desk);
        await editor.ShowsAsync(Checkout.Samples.Count);
        await editor.GoToAsync(samples.Desk.Address + path);
        return editor;
    }

    private static ILocator Chips(DeskPage editor) => editor.Page.Locator(".chip-edit");

    private static ILocator Spots(DeskPage editor) => editor.Page.Locator(".spot");

    [GeneratedRegex(@"^box:-?[\d.]+,-?[\d.]+,-?[\d.]+,-?[\d.]+$")]
    private static partial Regex BoxChip();

    [GeneratedRegex(@"^-?\d+(\.\d+)?$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^1$")]
    private static partial Regex OnePattern();
}
