namespace MediaDesk.EndToEnd;

/// <summary>Saving, history and undo, and what becomes of words when two people or a power cut come in between.</summary>
public sealed class EditingTests(Browser browser)
{
    private const string Dragonfly = "Late dragonfly";

    [Fact]
    public async Task TwoEditors_OnTheSameField_TheSecondSeesTheFirstAndChooses()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var anna = await browser.OpenAsync(desk);
        await using var bo = await browser.OpenAsync(desk);
        await anna.ChooseAsync(Dragonfly);
        await bo.ChooseAsync(Dragonfly);

        await bo.Field("City").FillAsync("Praha");
        await anna.Field("City").FillAsync("Brno");
        await anna.SaveAsync("Anna Lindqvist");
        await bo.Button("Save").ClickAsync();
        await bo.GiveNameAsync("Bo Ekström");

        await Expect(bo.Panel).ToContainTextAsync("Anna Lindqvist");
        await Expect(bo.Panel).ToContainTextAsync("Brno");
        await Expect(bo.Field("City")).ToHaveValueAsync("Praha");
        Assert.Equal("Brno", (string?)(await desk.OnlyAsync(""))["fields"]!["cityName"]);

        await bo.Panel.GetByRole(AriaRole.Button, new() { Name = "Keep mine in City" }).ClickAsync();
        await bo.SaveAsync();
        Assert.Equal("Praha", (string?)(await desk.OnlyAsync(""))["fields"]!["cityName"]);
        await Expect(anna.Field("City")).ToHaveValueAsync("Praha");
    }

    [Fact]
    public async Task TwoEditors_OnDifferentFields_BothAreKept()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var anna = await browser.OpenAsync(desk);
        await using var bo = await browser.OpenAsync(desk);
        await anna.ChooseAsync(Dragonfly);
        await bo.ChooseAsync(Dragonfly);

        await bo.Field("Instructions").FillAsync("For Saturday's page");
        await anna.Field("City").FillAsync("Brno");
        await anna.SaveAsync("Anna Lindqvist");
        await bo.SaveAsync("Bo Ekström");

        var fields = (await desk.OnlyAsync(""))["fields"]!;
        Assert.Equal("Brno", (string?)fields["cityName"]);
        Assert.Equal("For Saturday's page", (string?)fields["instructions"]);
    }

    [Fact]
    public async Task Draft_NotSaved_SurvivesReloadAndTheDeathOfTheDesk()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var editor = await browser.OpenAsync(desk);
        await editor.ChooseAsync(Dragonfly);
        await editor.Field("Caption").FillAsync("A word that nobody may lose.");

        await editor.ReloadAsync();
        await editor.ChooseAsync(Dragonfly);
        await Expect(editor.Field("Caption")).ToHaveValueAsync("A word that nobody may lose.");

        await desk.KillAndStartAgainAsync();
        await editor.ReloadAsync();
        await editor.ChooseAsync(Dragonfly);
        await Expect(editor.Field("Caption")).ToHaveValueAsync("A word that nobody may lose.");
        await editor.SaveAsync("Ines Marković");
        Assert.Equal("A word that nobody may lose.", (string?)(await desk.OnlyAsync(""))["fields"]!["description"]);
    }

    [Fact]
    public async Task SavedWords_AfterTheDeathOfTheDesk_AreThere()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using (var editor = await browser.OpenAsync(desk))
        {
            await editor.ChooseAsync(Dragonfly);
            await editor.Field("Headline").FillAsync("Stored before the power cut");
            await editor.SaveAsync("Ines Marković");
        }

        await desk.KillAndStartAgainAsync();

        await using var later = await browser.OpenAsync(desk);
        await Expect(later.Cell("Stored before the power cut")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public async Task History_OfAPhoto_TellsWhoChangedWhatAndTakesItBack(int lineDelay)
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var editor = await browser.OpenAsync(desk, lineDelay: TimeSpan.FromMilliseconds(lineDelay));
        await editor.ChooseAsync(Dragonfly);
        await editor.Field("City").FillAsync("Brno");
        await editor.SaveAsync("Ines Marković");

        var entry = editor.Panel.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Ines Marković" });
        await entry.Locator("summary").ClickAsync();
        await Expect(entry).ToContainTextAsync("Třeboň");
        await Expect(entry).ToContainTextAsync("Brno");
        await entry.GetByRole(AriaRole.Button, new() { NameRegex = new("^Undo") }).ClickAsync();

        await Expect(editor.Field("City")).ToHaveValueAsync("Třeboň");
        Assert.Equal("Třeboň", (string?)(await desk.OnlyAsync(""))["fields"]!["cityName"]);
    }

    [Fact]
    public async Task Name_OnceGiven_IsNotAskedAgain()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var editor = await browser.OpenAsync(desk);
        await editor.ChooseAsync(Dragonfly);
        await editor.Field("City").FillAsync("Brno");
        await editor.SaveAsync("Ines Marković");

        await editor.ReloadAsync();
        await editor.ChooseAsync(Dragonfly);
        await editor.Field("City").FillAsync("Praha");
        await editor.Page.Keyboard.PressAsync("Control+s");

        await editor.SavedAsync();
        await Expect(editor.YourName).ToHaveCountAsync(0);
        Assert.Equal("Praha", (string?)(await desk.OnlyAsync(""))["fields"]!["cityName"]);
    }
}
