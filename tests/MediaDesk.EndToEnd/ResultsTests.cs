using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;

namespace MediaDesk.EndToEnd;

/// <summary>What stands among results, and what is one click away from a photo: look-alikes, found words, the same event, the pages of names.</summary>
public sealed class ResultsTests(Browser browser, SampleDesk samples)
{
    private const string Front = "Waiting for the ferry";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LookAlikes_OfASearch_StandBehindOneAndAreLaidOpenByAKey()
    {
        await using var desk = await WithCopiesAsync();
        await using var editor = await browser.OpenAsync(desk, "/?q=kilic", width: 1600, height: 1000);

        // Three photos are found; two of them stand behind the third, and the words say why.
        await editor.ShowsAsync(1);
        await Expect(editor.Page.Locator(".result")).ToContainTextAsync("3 photos");
        await Expect(editor.Cells.First).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(editor.Cells.First).ToHaveAttributeAsync("aria-description", new Regex("3 alike"));
        await Expect(editor.Sheet.Locator("mark")).ToHaveTextAsync("Kılıç");
        await AccessibleAsync(editor);
        await PicturesAsync(editor, "results-folded");

        await editor.Cells.First.FocusAsync();
        await editor.Page.Keyboard.PressAsync("u");
        await editor.ShowsAsync(3);
        await Expect(editor.Cells.First).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(editor.Cells.First).ToBeFocusedAsync();
        await AccessibleAsync(editor);
        await PicturesAsync(editor, "results-unfolded");
        await editor.Page.Keyboard.PressAsync("u");
        await editor.ShowsAsync(1);
        await editor.Sheet.Locator("[data-unfold]").ClickAsync();
        await editor.ShowsAsync(3);
        await editor.Sheet.Locator("[data-unfold]").First.ClickAsync();
        await editor.ShowsAsync(1);
    }

    [Fact]
    public async Task Selection_OfAFoldedPhoto_SaysWhatItLeavesOutAndCanIncludeIt()
    {
        await using var desk = await WithCopiesAsync();
        await using var editor = await browser.OpenAsync(desk, "/?q=kilic", width: 1600);
        await editor.ShowsAsync(1);
        await editor.Cells.First.ClickAsync();

        await Expect(editor.Page.Locator(".hidden-alike")).ToContainTextAsync("without 2 folded");
        await editor.Button("Include").ClickAsync();

        await editor.ShowsAsync(3);
        await Expect(editor.Page.Locator(".sel-count")).ToHaveTextAsync("3 selected");
        await Expect(editor.Page.Locator(".hidden-alike")).ToHaveCountAsync(0);
        await Expect(editor.Sheet.Locator("[aria-selected='true']")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Folding_IsInTheAddress_AndTheWholeDeskIsNotFolded()
    {
        await using var desk = await WithCopiesAsync();
        await using var editor = await browser.OpenAsync(desk, width: 1600);
        await editor.ShowsAsync(4);
        await editor.Page.Locator("[data-alike]").ClickAsync();

        await Expect(editor.Page).ToHaveURLAsync(new Regex("alike=folded"));
        await editor.ShowsAsync(2);
        await editor.ReloadAsync();
        await editor.ShowsAsync(2);
        await editor.Page.Locator("[data-alike]").ClickAsync();
        await Expect(editor.Page).ToHaveURLAsync(new Regex("alike=apart"));
        await editor.ShowsAsync(4);
        await editor.Page.GoBackAsync();
        await editor.ShowsAsync(2);
    }

    [Fact]
    public async Task PanelLinks_LeadToTheSameEventSimilarCaptionsAndLookAlikes()
    {
        await using var desk = await WithCopiesAsync();
        await using var editor = await browser.OpenAsync(desk, "/?q=kilic&alike=apart", width: 1600);
        await editor.ShowsAsync(3);
        await editor.Cells.First.ClickAsync();

        await editor.Panel.Locator("[data-way='alike']").ClickAsync();
        await Expect(editor.Page).ToHaveURLAsync(new Regex("q=alike%3A[0-9]+&alike=apart"));
        await editor.ShowsAsync(3);
        await editor.Panel.Locator("[data-way='similar']").ClickAsync();
        await Expect(editor.Page).ToHaveURLAsync(new Regex("q=similar%3A[0-9]+&sort=relevance"));
        await editor.ShowsAsync(1);
        await editor.Panel.Locator("[data-way='event']").ClickAsync();
        await Expect(editor.Page).ToHaveURLAsync(new Regex("q=date%3A2019-09-20%20city%3AIstanbul%20country%3ATUR"));
        await Expect(editor.Page.Locator(".result")).ToContainTextAsync("3 photos");
    }

    [Fact]
    public async Task PhotographersPage_AskedForInAnySpelling_CountsByYearAndLeadsIntoSearches()
    {
        await using var editor = await browser.OpenAsync(samples.Desk, "/?q=by%3A%22lena+marchadier%22", width: 1600, height: 1000);
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "About lena marchadier" }).ClickAsync();

        await Expect(editor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Marchadier");
        await AccessibleAsync(editor);
        await PicturesAsync(editor, "photographer");
        await editor.Page.GetByRole(AriaRole.Region, new() { Name = "By year" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(editor.Page).ToHaveURLAsync(new Regex("date%3A2024"));
        await Expect(editor.Cells.First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AgencysPage_TellsItsOwnFromWhatItDistributes()
    {
        await using var editor = await browser.OpenAsync(samples.Desk, "/agency?name=Agence+France-Presse", width: 1600, height: 1000);

        await Expect(editor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("AFP");
        await Expect(editor.Page.GetByRole(AriaRole.Region, new() { Name = "Comes through" })).ToContainTextAsync("Getty Images");
        await AccessibleAsync(editor);
        await PicturesAsync(editor, "agency");
        await editor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("of its own$") }).ClickAsync();
        await Expect(editor.Page).ToHaveURLAsync(new Regex("q=origin%3AAFP"));
        await Expect(editor.Cells.First).ToBeVisibleAsync();
    }

    private static async Task AccessibleAsync(DeskPage editor) =>
        Assert.Empty((await editor.Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));

    private static async Task PicturesAsync(DeskPage editor, string name)
    {
        foreach (var theme in new[] { "light", "dark" })
        {
            await editor.UseThemeAsync(theme);
            await editor.PictureAsync($"{name}-{theme}");
        }

        await editor.Page.SetViewportSizeAsync(720, 1000);
        await editor.PictureAsync($"{name}-720");
        await editor.Page.SetViewportSizeAsync(1600, 1000);
    }

    /// <summary>A photo, two smaller copies of its picture as other agencies send them, and one that is something else.</summary>
    private static async Task<DeskUnderTest> WithCopiesAsync()
    {
        var desk = await DeskUnderTest.WithAsync("coffee-beirut.jpg", "dragonfly.jpg");
        var folder = Directory.CreateTempSubdirectory("mediadesk-copies-").FullName;
        try
        {
            var found = (await desk.GetAsync("/api/search?q=بيروت"))["items"]!.AsArray();
            var id = (long)Assert.Single(found)!["id"]!;
            foreach (var size in new[] { 1600, 320 })
            {
                var copy = Path.Combine(folder, $"copy-{size}.jpg");
                await File.WriteAllBytesAsync(copy, await desk.Http.GetByteArrayAsync($"{desk.Address}/media/{id}/{size}", Cancellation), Cancellation);
                await desk.AddAsync(copy);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var photo in (await desk.GetAsync("/api/search?q=-dragonfly"))["items"]!.AsArray())
        {
            var address = $"{desk.Address}/api/media/{photo!["id"]}";
            var known = await desk.Http.GetFromJsonAsync<JsonObject>(address, Cancellation);
            using var patch = new HttpRequestMessage(HttpMethod.Patch, address)
            {
                Content = JsonContent.Create(new
                {
                    editor = "Test",
                    fields = new Dictionary<string, object>
                    {
                        ["headline"] = Front, ["description"] = "Passengers drink coffee at the quay in Istanbul, 20 September 2019. Photo by Bülent Kılıç",
                        ["dateCreated"] = "2019-09-20", ["cityName"] = "Istanbul", ["countryCode"] = "TUR", ["keywords"] = new[] { "ferry" },
                    },
                }),
            };
            patch.Headers.IfMatch.Add(EntityTagHeaderValue.Parse((string)known!["etag"]!));
            (await desk.Http.SendAsync(patch, Cancellation)).EnsureSuccessStatusCode();
        }

        return desk;
    }
}
