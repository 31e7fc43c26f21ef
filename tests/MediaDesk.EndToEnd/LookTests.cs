namespace MediaDesk.EndToEnd;

/// <summary>The desk in both themes and in a narrow window; its pictures are left in artifacts/ for a person to look at.</summary>
public sealed class LookTests(Browser browser, SampleDesk samples)
{
    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public async Task Desk_Wide_ShowsFiltersSheetAndCaptionSideBySide(string theme)
    {
        await using var editor = await browser.OpenAsync(samples.Desk);
        await editor.ShowsAsync(Checkout.Samples.Count);
        await editor.UseThemeAsync(theme);
        await editor.ChooseAsync("Studio opens its doors");

        var filters = await BoxAsync(editor.Page.Locator("#filters"));
        var sheet = await BoxAsync(editor.Sheet);
        var panel = await BoxAsync(editor.Panel);
        Assert.True(filters.X + filters.Width <= sheet.X + 1 && sheet.X + sheet.Width <= panel.X + 1, "three columns, none over another");
        await NothingScrollsSidewaysAsync(editor);
        await editor.PictureAsync($"desk-{theme}");
        await editor.Cell("Studio opens its doors").PressAsync("Space");
        await Expect(editor.Page.GetByRole(AriaRole.Img, new() { Name = "Studio opens its doors", Exact = true })).ToBeVisibleAsync();
        await editor.PictureAsync($"loupe-{theme}");
    }

    [Fact]
    public async Task Desk_Narrow_OpensTheCaptionOverTheSheet()
    {
        await using var editor = await browser.OpenAsync(samples.Desk, width: 420, height: 860);
        await editor.ShowsAsync(Checkout.Samples.Count);
        await Expect(editor.Panel).ToBeHiddenAsync();
        await NothingScrollsSidewaysAsync(editor);
        await editor.PictureAsync("narrow-sheet");

        await editor.Cell("Late dragonfly").ClickAsync();
        await editor.Button("Caption").ClickAsync();

        await Expect(editor.Field("Headline")).ToBeVisibleAsync();
        await Expect(editor.Field("Headline")).ToHaveValueAsync("Late dragonfly");
        await NothingScrollsSidewaysAsync(editor);
        await editor.PictureAsync("narrow-caption");
        await editor.Button("Back to the sheet").Last.ClickAsync();
        await Expect(editor.Cell("Late dragonfly")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Theme_OnceChosen_IsRemembered()
    {
        await using var editor = await browser.OpenAsync(samples.Desk);
        var root = editor.Page.Locator("html");
        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");

        await editor.Button("Light or dark").ClickAsync();
        await Expect(root).ToHaveAttributeAsync("data-theme", "light");

        await editor.ReloadAsync();
        await Expect(root).ToHaveAttributeAsync("data-theme", "light");
    }

    /// <summary>A page scrolls within its own part: a second scrollbar beside it moves the bar at the top out of the window.</summary>
    [Theory]
    [InlineData(1600)]
    [InlineData(720)]
    [InlineData(420)]
    public async Task EveryPage_HasNoScrollbarBesideItsOwn(int width)
    {
        await using var editor = await browser.OpenAsync(samples.Desk, width: width, height: 1000);
        foreach (var path in (string[])["/", "/article", "/history", "/agencies", "/agencies?agency=AFP", "/cleaning", "/places", "/bin", "/problems", "/about", "/photos/1/iptc", "/?photo=1"])
        {
            await editor.GoToAsync(samples.Desk.Address + path);
            var over = await editor.Page.EvaluateAsync<string>(
                "() => { const r = document.documentElement, d = document.querySelector('.desk-root'); return [r.scrollWidth - innerWidth, r.scrollHeight - innerHeight, d.scrollHeight - d.clientHeight].join(' '); }");
            Assert.True(over == "0 0 0", $"{path} at {width}: {over} pixels beyond its window.");
        }
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(1000, 700)]
    [InlineData(720, 450)]
    [InlineData(420, 860)]
    public async Task Conditions_ThatDoNotFit_WrapAndNothingOfThemIsCut(int width, int height)
    {
        const string query = "agency:AFP by:\"Lena Marchadier\" in:France date:2019..2026 -status:incomplete has:gps -keyword:agriculture orientation:landscape \"the long evening light over the harbour of a town at the sea, with boats\"";
        await using var editor = await browser.OpenAsync(samples.Desk, $"/?q={Uri.EscapeDataString(query)}", width, height);
        await Expect(editor.Page.Locator(".chip")).ToHaveCountAsync(9);

        var search = await BoxAsync(editor.Page.Locator(".search"));
        foreach (var chip in await editor.Page.Locator(".chip").AllAsync())
        {
            var box = await BoxAsync(chip);
            Assert.True(box.X >= search.X && box.X + box.Width <= search.X + search.Width && box.Y >= search.Y && box.Y + box.Height <= search.Y + search.Height + .5, $"{await chip.InnerTextAsync()} is cut");
            // The cross stands in the middle of its button.
            var (button, cross) = (await BoxAsync(chip.Locator(".chip-remove")), await BoxAsync(chip.Locator(".chip-remove svg")));
            Assert.InRange(cross.Y + (cross.Height / 2), button.Y + (button.Height / 2) - .6, button.Y + (button.Height / 2) + .6);
            Assert.Equal(0, await chip.EvaluateAsync<int>("chip => chip.scrollWidth - chip.clientWidth"));
        }

        var typing = await BoxAsync(editor.SearchBox);
        Assert.InRange(typing.Width, 90, width);
        await NothingScrollsSidewaysAsync(editor);
        await editor.PictureAsync($"conditions-{width}");
    }

    [Fact]
    public async Task Zoomed_WithProblemsAndTheMap_KeepsARowOfPhotosAndTheBarAboveTheFoot()
    {
        await using var desk = await WithProblemsAsync();
        await using var editor = await browser.OpenAsync(desk, width: 720, height: 450);
        await editor.ShowsAsync(2);
        await Expect(editor.Problems).ToBeVisibleAsync();
        foreach (var view in (string[])["", "?view=map"])
        {
            await editor.GoToAsync($"{desk.Address}/{view}");
            await Expect(editor.Problems).ToBeAttachedAsync();
            Assert.InRange((await BoxAsync(editor.Sheet)).Height, 155, 400);
            var bar = await BoxAsync(editor.Page.Locator(".selection-bar"));
            var foot = await BoxAsync(editor.Page.Locator(".foot"));
            Assert.InRange(bar.Y + bar.Height, foot.Y - 1, foot.Y + 1);
            await editor.PictureAsync($"zoomed{(view.Length > 0 ? "-map" : "")}");
        }
    }

    [Theory]
    [InlineData("nothing-has-this-word", "No photo fits this search")]
    [InlineData("agancy:AFP", "This search cannot be understood")]
    public async Task Narrow_WithoutAPhoto_HasTheBarAtTheBottom(string query, string heading)
    {
        await using var editor = await browser.OpenAsync(samples.Desk, $"/?q={query}", width: 420, height: 860);
        await Expect(editor.Page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();

        var bar = await BoxAsync(editor.Page.Locator(".selection-bar"));
        var foot = await BoxAsync(editor.Page.Locator(".foot"));

        Assert.InRange(bar.Y + bar.Height, foot.Y - 1, foot.Y + 1);
        await editor.PictureAsync($"narrow-nothing-{query[..6]}");
    }

    [Fact]
    public async Task Narrow_WithProblems_DoesNotScrollSideways()
    {
        await using var desk = await WithProblemsAsync();
        await using var editor = await browser.OpenAsync(desk, width: 420, height: 860);
        await Expect(editor.Problems).ToBeVisibleAsync();

        await NothingScrollsSidewaysAsync(editor);
    }

    /// <summary>A desk with two photos and some files that are none.</summary>
    private static async Task<DeskUnderTest> WithProblemsAsync()
    {
        var desk = await DeskUnderTest.WithAsync("dragonfly.jpg", "fig-bowl.jpg");
        var folder = Directory.CreateTempSubdirectory("mediadesk-notes-").FullName;
        try
        {
            var notes = Enumerable.Range(1, 4).Select(number => Path.Combine(folder, $"notes-{number}.jpg")).ToArray();
            foreach (var note in notes)
            {
                await File.WriteAllTextAsync(note, $"{note} is no photo.", TestContext.Current.CancellationToken);
            }

            await desk.AddAsync(notes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return desk;
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator part)
    {
        await Expect(part).ToBeVisibleAsync();
        return (await part.BoundingBoxAsync())!;
    }

    private static async Task NothingScrollsSidewaysAsync(DeskPage editor) =>
        Assert.True(await editor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "the page is wider than its window");
}
