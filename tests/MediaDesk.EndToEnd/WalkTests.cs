using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MediaDesk.EndToEnd;

/// <summary>
/// What a photo editor does on the first morning: open the desk, drop photos on it, watch it fill, correct caption, credit, date and
/// place of one, find it again by place and by agency, and take it away with the corrections inside.
/// </summary>
public sealed partial class WalkTests(Browser browser)
{
    [Fact]
    public async Task FirstRun_OnAFreshMachine_ShowsTheSamplePhotosWithTheirCaptions()
    {
        await using var desk = await DeskUnderTest.FirstRunAsync();
        await using var editor = await browser.OpenAsync(desk);

        await editor.ShowsAsync(Checkout.Samples.Count);
        await editor.ChooseAsync("Late dragonfly");
        await Expect(editor.Field("Caption")).ToHaveValueAsync(new Regex("A dragonfly rests on a hazel twig"));
        await Expect(editor.Field("City")).ToHaveValueAsync("Třeboň");
        await Expect(editor.Problems).ToHaveCountAsync(0);
        await EveryPictureIsShownAsync(editor);
    }

    [Fact]
    public Task SamplePhotos_FromDropToDownload_CarryTheEditorsWords() =>
        WalkAsync(Checkout.Samples, "TIDE-", "estuary-bridge.jpg", agency: "AFP");

    [Fact]
    public Task AgencyPhotos_FromDropToDownload_CarryTheEditorsWords()
    {
        var photos = Directory.EnumerateFiles(Checkout.Corpus("grid"), "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();

        return WalkAsync(photos, "CORPUS-", "getty.jpg", agency: "AFP");
    }

    private async Task WalkAsync(IReadOnlyList<string> photos, string mark, string subject, string agency)
    {
        await using var desk = await DeskUnderTest.EmptyAsync();
        await using var editor = await browser.OpenAsync(desk);
        await Expect(editor.Page.GetByText("No photos on this desk yet")).ToBeVisibleAsync();

        // Every file is a request of its own, answered when the file has been taken in.
        var answered = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        editor.Page.RequestFinished += (_, request) =>
        {
            if (request.Method == "POST" && request.Url.EndsWith("/api/media", StringComparison.Ordinal) && Interlocked.Increment(ref answered) == photos.Count)
            {
                all.SetResult();
            }
        };

        // Half through the file dialog, half dropped.
        await editor.AddAsync([.. photos.Take(photos.Count / 2)]);
        await Expect(editor.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Ingest", Exact = true })).ToBeVisibleAsync();
        await Expect(editor.Cells.First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await editor.DropAsync([.. photos.Skip(photos.Count / 2)]);
        await all.Task.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        // The same photo delivered twice is one.
        var total = (int)(await desk.GetAsync("/api/search?q=&limit=1"))["total"]!;
        Assert.InRange(total, photos.Count / 2, photos.Count);
        await editor.ShowsAsync(total);
        await EveryPictureIsShownAsync(editor);

        var original = photos.Single(photo => Path.GetFileName(photo) == subject);
        var item = await FindAsync(desk, subject);
        await editor.Cell(NameOf(item)).First.ClickAsync();
        await Expect(editor.Field("Credit line")).ToHaveValueAsync((string)item["fields"]!["creditLine"]!);
        await editor.Field("Headline").FillAsync(mark + "corrected");
        await editor.Field("Caption").FillAsync("Corrected at the desk: two lines,\nthe second with ž and عربي.");
        await editor.Field("Credit line").FillAsync("Ana Kovačić / AFP via Getty Images");
        await editor.Field("Date created").FillAsync("2024-03-13");
        await editor.Field("City").FillAsync("Ljubljana");
        await editor.Field("Country").FillAsync("Slovenia");
        await editor.Field("Country code").FillAsync("SI");
        await editor.SaveAsync("Ines Marković");

        await editor.SearchAsync("in:Ljubljana");
        await Expect(editor.Cells).ToHaveCountAsync(1);
        await Expect(editor.Cell(mark + "corrected")).ToBeVisibleAsync();
        await editor.ClearSearchAsync();
        await editor.SearchAsync($"agency:{agency} date:2024-03-13");
        await Expect(editor.Cell(mark + "corrected")).ToBeVisibleAsync();
        await editor.ClearSearchAsync();
        await editor.ShowsAsync(total);
        await editor.Page.Locator("#filters").GetByTitle(agency, new() { Exact = true }).ClickAsync();
        await Expect(editor.Page).ToHaveURLAsync(FoundByAgency());
        await Expect(editor.Cell(mark + "corrected")).ToBeVisibleAsync();

        await editor.ChooseAsync(mark + "corrected");
        var download = await editor.Page.RunAndWaitForDownloadAsync(
            () => editor.Page.GetByRole(AriaRole.Link, new() { Name = "Download 1", Exact = true }).First.ClickAsync());
        await CarriesTheEditorsWordsAsync(await download.PathAsync(), original, mark);
    }

    /// <summary>What was corrected leaves inside the photo, in every layer other software reads; the image is the one that arrived.</summary>
    private static async Task CarriesTheEditorsWordsAsync(string download, string original, string mark)
    {
        var said = await Checkout.ExifToolAsync(download, "-api", "ImageHashType=SHA256", "-all", "-ImageDataHash");
        var before = await Checkout.ExifToolAsync(original, "-api", "ImageHashType=SHA256", "-ImageDataHash");
        Assert.NotNull((string?)before["File:ImageDataHash"]);
        Assert.Equal((string?)before["File:ImageDataHash"], (string?)said["File:ImageDataHash"]);
        Assert.Equal(mark + "corrected", (string?)said["XMP-photoshop:Headline"]);
        Assert.Equal(mark + "corrected", (string?)said["IPTC:Headline"]);
        Assert.Equal("Ana Kovačić / AFP via Getty Images", (string?)said["XMP-photoshop:Credit"]);
        Assert.StartsWith("2024:03:13", (string?)said["XMP-photoshop:DateCreated"], StringComparison.Ordinal);
        Assert.Equal("Ljubljana", (string?)said["XMP-photoshop:City"]);
        Assert.Equal("Ljubljana", (string?)said["IPTC:City"]);
        Assert.Equal("SVN", (string?)said["XMP-iptcCore:CountryCode"]);
        Assert.Equal("Corrected at the desk: two lines,\nthe second with ž and عربي.", (string?)said["XMP-dc:Description"]);
    }

    private static async Task<JsonObject> FindAsync(DeskUnderTest desk, string fileName)
    {
        var found = await desk.GetAsync("/api/search?q=&limit=200");
        return found["items"]!.AsArray().Single(item => (string)item!["filename"]! == fileName)!.AsObject();
    }

    [GeneratedRegex("q=agency")]
    private static partial Regex FoundByAgency();

    private static string NameOf(JsonObject item) => (string?)item["fields"]!["headline"] ?? (string)item["filename"]!;

    private static async Task EveryPictureIsShownAsync(DeskPage editor)
    {
        var pictures = editor.Sheet.Locator("img");
        foreach (var picture in await pictures.AllAsync())
        {
            await picture.ScrollIntoViewIfNeededAsync();
            await Expect(picture).ToHaveJSPropertyAsync("complete", true);
            Assert.True(await picture.EvaluateAsync<int>("picture => picture.naturalWidth") > 0, await picture.GetAttributeAsync("src"));
        }
    }
}
