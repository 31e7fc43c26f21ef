namespace MediaDesk.EndToEnd;

/// <summary>A pasted article becomes the captions of photos.</summary>
public sealed class ArticleTests(Browser browser)
{
    private const string Photos = """
        tram, riga, strike
        A tram passes in Riga, Latvia, May 3, 2023, during a strike. JURIS BERZINS/AFP/Getty Images
        """;

    [Theory]
    [InlineData("dark", 1600)]
    [InlineData("light", 1100)]
    [InlineData("dark", 420)]
    public async Task PastedArticle_LongerThanOneMessage_GoesIntoThePhotoChosen(string theme, int width)
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg", "creek.jpg");
        await using var editor = await browser.OpenAsync(desk, "/article", width, 900);
        await editor.UseThemeAsync(theme);
        var prose = string.Concat(Enumerable.Repeat("The drivers ask for more pay, and the city says it has none. <script>document.title = 'run'</script>\n\n", 600));

        await editor.Page.GetByLabel("Article text").FillAsync(prose + Photos);
        await editor.Button("Find photos").ClickAsync();
        await Expect(editor.Page.GetByText("1 photo found")).ToBeVisibleAsync();
        await editor.Page.GetByLabel("Find a photo for photo 1").FillAsync("dragonfly");
        await editor.Button("Find").ClickAsync();
        await editor.Page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Riga" }).First).ToBeVisibleAsync();
        await editor.PictureAsync($"article-{theme}-{width}");
        await editor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Put .* into the photo") }).ClickAsync();
        await editor.GiveNameAsync("Ines Marković");

        await Expect(editor.Page.GetByText("Saved.")).ToBeVisibleAsync();
        Assert.DoesNotContain("run", await editor.Page.TitleAsync(), StringComparison.Ordinal);
    }
}
