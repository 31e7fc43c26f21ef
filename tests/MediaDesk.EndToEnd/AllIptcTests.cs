using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;

namespace MediaDesk.EndToEnd;

/// <summary>Every property of the IPTC standard on one page: edited by keyboard, kept as a draft, saved, and found in the file that leaves.</summary>
public sealed class AllIptcTests(Browser browser)
{
    private const string Dragonfly = "Late dragonfly";

    [Fact]
    public async Task Properties_OfEveryKind_LeaveInTheFileAsTheyWereTyped()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var editor = await browser.OpenAsync(desk);
        var page = editor.Page;
        await OpenAsync(editor);

        var places = Property(page, "Location shown");
        await places.GetByRole(AriaRole.Button, new() { Name = "Add Location shown" }).ClickAsync();
        await Expect(Box(places, "City")).ToBeFocusedAsync();
        await Box(places, "City").FillAsync("Třeboň");
        await Box(places, "Location Name").FillAsync("Rybník Svět");
        await places.GetByRole(AriaRole.Button, new() { Name = "Add Location shown" }).ClickAsync();
        await Expect(places.GetByRole(AriaRole.Group, new() { Name = "Location shown 2" })).ToBeVisibleAsync();
        await Box(places, "City").Last.FillAsync("Brno");
        await places.GetByRole(AriaRole.Button, new() { Name = "Move Location shown 2 up" }).ClickAsync();
        await Expect(Box(places, "City").First).ToHaveValueAsync("Brno");

        var description = Property(page, "Caption/Description");
        await description.Locator("summary").Filter(new() { HasText = "Add a language" }).ClickAsync();
        await description.GetByLabel("Language to add to").FillAsync("Arabic");
        await description.GetByLabel("Language to add to").PressAsync("Enter");
        await description.GetByLabel("Caption/Description, Arabic (ar)").FillAsync("يعسوب في أواخر الصيف");
        await Property(page, "Maximum available width").GetByRole(AriaRole.Textbox).FillAsync("6000");
        await Property(page, "Type of source for this photo").Locator("input").FillAsync("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture");
        await Expect(Property(page, "Type of source for this photo")).ToContainTextAsync("Digital capture of a real-life scene");
        await Box(Property(page, "Creator's Contact info"), "City").FillAsync("Praha");
        await editor.SaveAsync("Ines Marković");

        var photo = await desk.OnlyAsync("");
        Assert.Equal("Brno", (string?)photo["fields"]!["locationsShown"]![0]!["city"]);
        Assert.Equal("يعسوب في أواخر الصيف", (string?)photo["languages"]!["description"]!["ar"]);
        var copy = await CopyAsync(desk, (long)photo["id"]!);
        var said = await Checkout.ExifToolAsync(copy, "-struct", "-all");
        Assert.Equal("Brno", (string?)said["XMP-iptcExt:LocationShown"]![0]!["City"]);
        Assert.Equal("Třeboň", (string?)said["XMP-iptcExt:LocationShown"]![1]!["City"]);
        Assert.Equal("Rybník Svět", (string?)said["XMP-iptcExt:LocationShown"]![1]!["LocationName"]);
        Assert.Equal("يعسوب في أواخر الصيف", (string?)said["XMP-dc:Description-ar"]);
        Assert.Equal("6000", said["XMP-iptcExt:MaxAvailWidth"]!.ToString());
        Assert.EndsWith("digitalCapture", (string?)said["XMP-iptcExt:DigitalSourceType"], StringComparison.Ordinal);
        Assert.Equal("Praha", (string?)said["XMP-iptcCore:CreatorContactInfo"]!["CiAdrCity"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(250)]
    public async Task Region_WithAPropertyOfItsOwnAndATextInTwoLanguages_LeavesInTheFile(int lineDelay)
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var editor = await browser.OpenAsync(desk, lineDelay: TimeSpan.FromMilliseconds(lineDelay));
        var page = editor.Page;
        await OpenAsync(editor);

        var regions = Property(page, "Image Region(s)");
        await regions.GetByRole(AriaRole.Button, new() { Name = "Add Image Region(s)" }).ClickAsync();
        await Box(regions, "Name").FillAsync("Head");
        await regions.GetByRole(AriaRole.Combobox, new() { Name = "Another property of Image Region(s) 1" }).SelectOptionAsync(new SelectOptionValue { Label = "Keywords" });
        await Expect(Box(regions, "Keywords 1")).ToBeFocusedAsync();
        await Box(regions, "Keywords 1").FillAsync("insect");
        await regions.Locator(".part:has(> [data-path='0/name']) summary").ClickAsync();
        await Box(regions, "Language to add to Name").FillAsync("French");
        await Box(regions, "Language to add to Name").PressAsync("Enter");
        await Expect(Box(regions, "Name, French (fr)")).ToBeFocusedAsync();
        await Box(regions, "Name, French (fr)").FillAsync("Tête");
        await editor.SaveAsync("Ines Marković");
        await editor.ReloadAsync();
        await Expect(Box(regions, "Name, French (fr)")).ToHaveValueAsync("Tête");
        await Expect(Box(regions, "Keywords 1")).ToHaveValueAsync("insect");

        var copy = await CopyAsync(desk, (long)(await desk.OnlyAsync(""))["id"]!);
        var region = (await Checkout.ExifToolAsync(copy, "-struct", "-all"))["XMP-iptcExt:ImageRegion"]![0]!;
        Assert.Equal("Head", (string?)region["Name"]);
        Assert.Equal("Tête", (string?)region["Name-fr"]);
        Assert.Contains("insect", region.ToJsonString(), StringComparison.Ordinal);

        await regions.GetByRole(AriaRole.Button, new() { Name = "Remove Name, French (fr)" }).ClickAsync();
        await Expect(Box(regions, "Name, French (fr)")).ToHaveCountAsync(0);
        await editor.SaveAsync();
        var without = await CopyAsync(desk, (long)(await desk.OnlyAsync(""))["id"]!);
        Assert.Null((await Checkout.ExifToolAsync(without, "-struct", "-all"))["XMP-iptcExt:ImageRegion"]![0]!["Name-fr"]);
    }

    [Fact]
    public async Task AltArrows_SaveAndGoToTheNeighbourInTheSearch_TheCursorStayingInItsField()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg", "fig-bowl.jpg", "fig-cut.jpg");
        await using var editor = await browser.OpenAsync(desk, "/?q=fig");
        await editor.Cells.First.ClickAsync();
        var page = editor.Page;
        var first = await editor.Field("Headline").InputValueAsync();
        await page.Keyboard.PressAsync("F2");
        await Expect(page.Locator("[data-field='headline']")).ToBeEditableAsync();
        await Expect(editor.Button("Photo before")).ToBeDisabledAsync();

        await page.Locator("[data-field='source']").FillAsync("Desk");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await editor.GiveNameAsync("Ines Marković");
        await Expect(page.Locator("[data-field='headline']")).Not.ToHaveValueAsync(first);
        await Expect(page.Locator("[data-field='source']")).ToBeFocusedAsync();
        await Expect(editor.Button("Next photo")).ToBeDisabledAsync();

        // From a box inside a property, too; where the other photo has no such box, the way to add one has the cursor.
        var places = Property(page, "Location shown");
        await places.GetByRole(AriaRole.Button, new() { Name = "Add Location shown" }).ClickAsync();
        await Box(places, "City").FillAsync("Brno");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(page.Locator("[data-field='headline']")).ToHaveValueAsync(first);
        await Expect(places.GetByRole(AriaRole.Button, new() { Name = "Add Location shown" })).ToBeFocusedAsync();
        await Expect(page.Locator("[data-field='source']")).ToHaveValueAsync("Desk");
        await page.Keyboard.PressAsync("F2");

        await Expect(page).ToHaveURLAsync(new Regex(@"/\?q=fig$"));
        await Expect(editor.Field("Headline")).ToHaveValueAsync(first);
        var saved = await desk.GetAsync("/api/search?q=fig");
        Assert.Contains(saved["items"]!.AsArray(), item => item!["fields"]!["locationsShown"]?[0]?["city"]?.ToString() == "Brno");
    }

    [Fact]
    public async Task Draft_InsideAStructure_SurvivesPagesAndReload_AndCanBeDiscardedAndBroughtBack()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var editor = await browser.OpenAsync(desk);
        var page = editor.Page;
        await OpenAsync(editor);
        var licensors = Property(page, "Licensor");
        await licensors.GetByRole(AriaRole.Button, new() { Name = "Add Licensor" }).ClickAsync();
        await Box(licensors, "Licensor Name").FillAsync("Kite Pictures");

        await page.Keyboard.PressAsync("F2");
        await Expect(editor.Panel).ToContainTextAsync("1 field not saved");
        await page.Keyboard.PressAsync("F2");
        await Expect(Box(licensors, "Licensor Name")).ToHaveValueAsync("Kite Pictures");
        await editor.ReloadAsync();
        await Expect(Box(licensors, "Licensor Name")).ToHaveValueAsync("Kite Pictures");

        await editor.Button("Discard").ClickAsync();
        await Expect(Box(licensors, "Licensor Name")).ToHaveCountAsync(0);
        await editor.Button("Bring back").ClickAsync();
        await Expect(Box(licensors, "Licensor Name")).ToHaveValueAsync("Kite Pictures");
        Assert.Null((await desk.OnlyAsync(""))["fields"]!["licensors"]);
    }

    [Fact]
    public async Task TwoEditors_OnTheSameStructure_TheSecondSeesTheFirstAndChooses()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var anna = await browser.OpenAsync(desk);
        await using var bo = await browser.OpenAsync(desk);
        foreach (var (editor, city) in new[] { (anna, "Brno"), (bo, "Praha") })
        {
            await OpenAsync(editor);
            await Property(editor.Page, "Location Created").GetByRole(AriaRole.Button, new() { Name = "Add Location Created" }).ClickAsync();
            await Box(Property(editor.Page, "Location Created"), "City").FillAsync(city);
        }

        await anna.SaveAsync("Anna Lindqvist");
        await bo.Button("Save").ClickAsync();
        await bo.GiveNameAsync("Bo Ekström");

        var block = Property(bo.Page, "Location Created");
        await Expect(block).ToContainTextAsync("Anna Lindqvist");
        await Expect(block).ToContainTextAsync("Brno");
        await block.GetByRole(AriaRole.Button, new() { Name = "Take theirs in Location Created" }).ClickAsync();
        await Expect(Box(block, "City")).ToHaveValueAsync("Brno");
        await Expect(block).Not.ToContainTextAsync("Anna Lindqvist");
    }

    [Fact]
    public async Task Find_ByLabelOrDeskName_LeavesOnlyWhatFits_AndTheKeyLeadsBackToTheSearch()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg", "fig-bowl.jpg");
        await using var editor = await browser.OpenAsync(desk, "/?q=dragonfly");
        await OpenAsync(editor);

        await editor.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a property" }).FillAsync("byline");
        await Expect(editor.Page.Locator("[data-block]:visible")).ToHaveCountAsync(2);
        await editor.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a property" }).FillAsync("");
        await Expect(editor.Page.Locator("[data-block]:visible")).ToHaveCountAsync(66);
        await editor.Page.Keyboard.PressAsync("F2");

        await Expect(editor.Page).ToHaveURLAsync(new Regex(@"/\?q=dragonfly$"));
    }

    [Fact]
    public async Task Draft_TypedJustBeforeThePageIsLeft_OnASlowLine_IsThere()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var editor = await browser.OpenAsync(desk, lineDelay: TimeSpan.FromMilliseconds(400));
        await OpenAsync(editor);
        var licensors = Property(editor.Page, "Licensor");
        await licensors.GetByRole(AriaRole.Button, new() { Name = "Add Licensor" }).ClickAsync();
        await editor.Page.Locator("[data-field='headline']").FillAsync("Dragonfly over the pond");
        await editor.Page.WaitForTimeoutAsync(250); // the headline is on its way
        await Box(licensors, "Licensor Name").FillAsync("Kite Pictures");

        await editor.Page.Keyboard.PressAsync("F2");
        await Expect(editor.Field("Headline")).ToHaveValueAsync("Dragonfly over the pond");
        await editor.Page.Keyboard.PressAsync("F2");

        await Expect(editor.Page.Locator("[data-field='headline']")).ToHaveValueAsync("Dragonfly over the pond");
        await Expect(Box(licensors, "Licensor Name")).ToHaveValueAsync("Kite Pictures");
        await editor.ReloadAsync();
        await Expect(Box(licensors, "Licensor Name")).ToHaveValueAsync("Kite Pictures");
    }

    [Fact]
    public async Task Find_TypedBeforeThePagesScriptIsThere_LeavesOnlyWhatFits()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var editor = await browser.OpenAsync(desk);
        var isTyped = new TaskCompletionSource();
        await editor.Page.RouteAsync("**/AllIptcPage.razor*.js*", async route =>
        {
            await isTyped.Task;
            await route.ContinueAsync();
        });
        await OpenAsync(editor);

        await editor.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a property" }).FillAsync("byline");
        isTyped.SetResult();

        await Expect(editor.Page.Locator("[data-block]:visible")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData("dark", 1600)]
    [InlineData("light", 420)]
    public async Task Page_WithStructuresAndADraft_HasNoViolation(string theme, int width)
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var editor = await browser.OpenAsync(desk, $"/photos/{(await desk.OnlyAsync(""))["id"]}/iptc", width: width, height: 900);
        await Expect(editor.Page.Locator("[data-field='headline']")).ToBeEditableAsync();
        foreach (var label in new[] { "Image Region(s)", "Artwork or object in the image", "Person Shown (Details)" })
        {
            var block = Property(editor.Page, label);
            await block.GetByRole(AriaRole.Button, new() { Name = $"Add {label}" }).ClickAsync();
            await Expect(block.GetByRole(AriaRole.Group, new() { Name = $"{label} 1", Exact = true })).ToBeVisibleAsync();
        }

        await Property(editor.Page, "Image Region(s)").Locator("summary").Filter(new() { HasText = "Add a language" }).First.ClickAsync();

        await editor.UseThemeAsync(theme);
        var violations = (await editor.Page.RunAxe()).Violations;
        Assert.True(violations.Length == 0, string.Join("\n", violations.Select(one => $"{one.Id}: {one.Help}\n  {string.Join("\n  ", one.Nodes.Select(node => node.Html))}")));
    }

    private static async Task OpenAsync(DeskPage editor)
    {
        await editor.ChooseAsync(Dragonfly);
        await editor.Page.Keyboard.PressAsync("F2");
        await Expect(editor.Page.GetByRole(AriaRole.Heading, new() { Name = "All IPTC" })).ToBeVisibleAsync();
        await Expect(editor.Page.Locator("[data-field='headline']")).ToBeEditableAsync();
    }

    /// <summary>The photo as it leaves, in a file.</summary>
    private static async Task<string> CopyAsync(DeskUnderTest desk, long id)
    {
        var copy = Path.Combine(desk.DataFolder, $"{Guid.NewGuid()}.jpg");
        await File.WriteAllBytesAsync(copy, await desk.Http.GetByteArrayAsync($"{desk.Address}/media/{id}/download", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return copy;
    }

    private static ILocator Property(IPage page, string label) =>
        page.Locator("[data-block]").Filter(new() { Has = page.Locator(".label", new() { HasTextRegex = new($"^{Regex.Escape(label)}$") }) });

    private static ILocator Box(ILocator property, string name) => property.GetByLabel(name, new() { Exact = true });
}
