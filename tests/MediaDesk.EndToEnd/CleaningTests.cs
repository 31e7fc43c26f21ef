namespace MediaDesk.EndToEnd;

/// <summary>What a rule did is seen beside the field and in the history, taken back there, and switched off for all photos.</summary>
public sealed class CleaningTests(Browser browser)
{
    [Theory]
    [InlineData("dark", 1600)]
    [InlineData("light", 720)]
    public async Task Rule_IsTriedAndSwitchedOff_AndThePhotosFollow(string theme, int width)
    {
        await using var desk = await DeskUnderTest.WithAsync("creek.jpg");
        await using var editor = await browser.OpenAsync(desk, "/cleaning", width: width, height: 1000);
        await editor.UseThemeAsync(theme);
        var page = editor.Page;
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Byline", Exact = true }).FillAsync("By JANE DOE/AFP");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "What the rules do, one after the other" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await editor.PictureAsync($"cleaning-{theme}-{width}");

        await page.GetByRole(AriaRole.Switch, new() { Name = "Names in capitals" }).ClickAsync();
        await editor.GiveNameAsync("Ines Roth");

        await Expect(editor.Status.Filter(new() { HasText = "“Names in capitals” is off" })).ToBeVisibleAsync();
        await editor.GoToAsync(desk.Address + "/?q=by:%22NEREA+GOIKOLEAGA%22");
        await editor.ShowsAsync(1);
        Assert.Equal("NEREA GOIKOLEAGA", await BylineOnceFollowedAsync(desk));
    }

    [Fact]
    public async Task Rule_IsToldBesideTheField_AndTakenBackInTheHistory()
    {
        await using var desk = await DeskUnderTest.WithAsync("creek.jpg");
        await using var editor = await browser.OpenAsync(desk, "/");
        await editor.ShowsAsync(1);
        await editor.Cells.First.ClickAsync();
        await Expect(editor.Field("Byline")).ToHaveValueAsync("Nerea Goikoleaga");
        await Expect(editor.Panel.Locator("#f-creatorNames-from")).ToHaveTextAsync("Cleaned");

        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Undo Cleaned by rule “Names in capitals”: Byline" }).ClickAsync();
        await editor.GiveNameAsync("Ines Roth");

        await Expect(editor.Field("Byline")).ToHaveValueAsync("NEREA GOIKOLEAGA");
        await Expect(editor.Panel.Locator("#f-creatorNames-from")).Not.ToHaveTextAsync("Cleaned");
    }

    private static async Task<string> BylineOnceFollowedAsync(DeskUnderTest desk)
    {
        for (var attempt = 0; ; attempt++)
        {
            var byline = (await desk.GetAsync("/api/media/1"))["fields"]!["creatorNames"]![0]!.GetValue<string>();
            if (byline != "Nerea Goikoleaga" || attempt == 100)
            {
                return byline;
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }
}
