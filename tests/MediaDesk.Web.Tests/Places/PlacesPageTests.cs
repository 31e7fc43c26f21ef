using Bunit;
using MediaDesk.HousePlaces;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Web.Features.Places;

namespace MediaDesk.Web.Tests.Places;

public sealed class PlacesPageTests : RealDesk
{
    [Fact]
    public async Task Page_ListsThePlacesOfTheHouse_AndFindsThemByAnyName()
    {
        // A new desk has those that come with it.
        var given = (await Get<HousePlaceBook>().PlacesAsync(TestContext.Current.CancellationToken)).Count;
        await AddAsync("Vantablock Crossing", "معبر فانتا");
        await AddAsync("Lowermarket");
        var page = Render<PlacesPage>();
        await page.WaitForAssertionAsync(() => Assert.Equal(given + 2, page.FindAll("caption + thead + tbody tr").Count));

        await page.Find("#find-place").InputAsync("فانتا");

        var row = Assert.Single(page.FindAll("caption + thead + tbody tr"));
        Assert.Contains("Vantablock Crossing", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Idlib, Syria", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewPlace_WithFaults_SaysThemAtTheirBoxes_AndIsSavedWhenTheyAreMended()
    {
        BrowserKnows("Ines Roth");
        var page = Render<PlacesPage>();
        await page.FindAll(".page-head .button")[0].ClickAsync();
        await page.Find("#place-name").ChangeAsync("Vantablock");
        await page.Find("#place-position").ChangeAsync("somewhere");

        await page.Find(".place-form").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Equal("true", page.Find("#place-position").GetAttribute("aria-invalid")));
        Assert.Equal("true", page.Find("#place-in").GetAttribute("aria-invalid"));

        await page.Find("#place-position").ChangeAsync("36.24, 36.70");
        await page.InvokeAsync(() => page.FindComponent<Controls.PlacePicker>().Instance.Choose("SY.12"));
        await page.Find(".place-form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Contains("Saved: Vantablock", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Equal("Idlib", Get<Gazetteer>().FindWritten("Vantablock")[0].Region);
    }

    [Fact]
    public async Task Removal_CanBeTakenBack()
    {
        BrowserKnows("Ines Roth");
        await AddAsync("Lowermarket");
        var page = Render<PlacesPage>();
        AngleSharp.Dom.IElement Remove() => page.FindAll("caption + thead + tbody tr").Single(row => row.TextContent.Contains("Lowermarket", StringComparison.Ordinal)).QuerySelector("td .quiet")!;
        await page.WaitForAssertionAsync(() => Assert.NotNull(Remove()));

        await Remove().ClickAsync();
        await page.WaitForAssertionAsync(() => Assert.Empty(Get<Gazetteer>().FindWritten("Lowermarket")));
        await page.Find(".notice .link").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Single(Get<Gazetteer>().FindWritten("Lowermarket")));
    }

    [Fact]
    public async Task Bench_ShowsWhatANameMeans_AndWhatIsNearAPosition()
    {
        var page = Render<PlacesPage>();

        await page.Find("#bench-name").InputAsync("سراقب");
        Assert.Contains("Saraqib Idlib, Syria", page.Find(".bench ol").TextContent, StringComparison.Ordinal);

        await page.Find("#bench-name").InputAsync("-33.9, 18.4");
        Assert.Contains("Cape Town", page.Find(".bench").TextContent, StringComparison.Ordinal);

        await page.Find("#bench-name").InputAsync("<script>alert(1)</script>");
        Assert.Contains("No place has this name", page.Find(".bench").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imports_ShowTheirRejectedLines_WithNumberAndReason()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "too\tshort\n90000001\tFirstville\tFirstville\t\t35.5\t36.5\tP\tPPL\tSY\t\t12\t\t\t\t0\t\t300\tAsia/Damascus\t2024-01-01\n", Cancel);
        await Get<PlaceImporter>().ImportAsync(file, "SY.txt", "upload", null, Cancel);
        File.Delete(file);

        var page = Render<PlaceImports>();

        await page.WaitForAssertionAsync(() => Assert.Contains("SY.txt", page.Find("summary").TextContent, StringComparison.Ordinal));
        Assert.Contains("1 taken, 1 lines rejected", page.Find("summary").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("1", page.Find(".lines li").TextContent.Trim(), StringComparison.Ordinal);
    }

    private Task<PlaceSaved> AddAsync(string name, params string[] others) =>
        Get<HousePlaceBook>().SaveAsync(new(null, name, HousePlaceKind.Site, "SY.12", "36.24, 36.70", others), "Ines Roth", Cancel);
}
