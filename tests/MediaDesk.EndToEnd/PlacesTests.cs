namespace MediaDesk.EndToEnd;

/// <summary>Places chosen by keyboard: in the caption panel, and on the page of the house's places.</summary>
public sealed class PlacesTests(Browser browser)
{
    [Fact]
    public async Task City_TypedInPart_OffersPlaces_AndTheOneTakenFillsRegionCountryAndCode()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var editor = await browser.OpenAsync(desk);
        await editor.ChooseAsync("Late dragonfly");
        var city = editor.Field("City");

        await city.FillAsync("");
        await city.PressSequentiallyAsync("Edli");
        await Expect(editor.Panel.GetByRole(AriaRole.Option).First).ToContainTextAsync("Idlib");
        await city.PressAsync("ArrowDown");
        await Expect(city).ToHaveAttributeAsync("aria-activedescendant", "city-places-0");
        await city.PressAsync("Enter");

        await Expect(city).ToHaveValueAsync("Idlib");
        await Expect(editor.Field("Province/State")).ToHaveValueAsync("Idlib");
        await Expect(editor.Field("Country")).ToHaveValueAsync("Syria");
        await Expect(editor.Field("Country code")).ToHaveValueAsync("SYR");
        await editor.SaveAsync("Anna Lindqvist");
        Assert.Equal("SYR", (string?)(await desk.OnlyAsync(""))["fields"]!["countryCode"]);
    }

    [Fact]
    public async Task City_WithTheListOpen_KeepsWhatIsTyped_OnEscape()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var editor = await browser.OpenAsync(desk);
        await editor.ChooseAsync("Late dragonfly");
        var city = editor.Field("City");

        await city.FillAsync("Praha");
        await Expect(editor.Panel.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await city.PressAsync("Escape");

        await Expect(editor.Panel.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await Expect(city).ToBeFocusedAsync();
        await Expect(city).ToHaveValueAsync("Praha");
        await editor.SaveAsync("Anna Lindqvist");
        Assert.Equal("Praha", (string?)(await desk.OnlyAsync(""))["fields"]!["cityName"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(250)]
    public async Task NewPlace_AddedOnItsPage_IsOfferedInTheList(int lineDelay)
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        await using var editor = await browser.OpenAsync(desk, "/places", lineDelay: TimeSpan.FromMilliseconds(lineDelay));
        await editor.Button("Place").ClickAsync();
        await editor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync("Vantablock");
        var around = editor.Page.GetByRole(AriaRole.Combobox, new() { Name = "Lies in", Exact = true });
        await around.PressSequentiallyAsync("idli");
        await editor.Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await Expect(around).ToHaveValueAsync("Idlib, Syria");
        await editor.Button("Save place").ClickAsync();
        await editor.GiveNameAsync("Anna Lindqvist");

        await Expect(editor.Page.GetByText("Idlib is a city itself.")).ToBeVisibleAsync();
        await editor.Page.GetByLabel("Site: crossing, camp, square, building").CheckAsync();
        await editor.Button("Save place").ClickAsync();

        await Expect(editor.Page.GetByText("Saved: Vantablock.")).ToBeVisibleAsync();
    }
}
