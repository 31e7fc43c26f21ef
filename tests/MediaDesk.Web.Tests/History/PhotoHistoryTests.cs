using Bunit;
using MediaDesk.Captions;
using MediaDesk.History;
using MediaDesk.Metadata;
using MediaDesk.Web.Features.History;

namespace MediaDesk.Web.Tests.History;

public sealed class PhotoHistoryTests : RealDesk
{
    [Fact]
    public async Task LastChange_IsUndoneWithOneClick()
    {
        BrowserKnows("Ines Roth");
        var id = await EditedAsync();
        var history = await OpenAsync(id);

        await history.Find("button[aria-label^=Undo]").ClickAsync();

        await history.WaitForAssertionAsync(() => Assert.Contains("Undone: Headline", history.Find(".said").TextContent, StringComparison.Ordinal));
        Assert.Equal("Second", (await ItemAsync(id)).Fields.Text("headline"));
    }

    [Fact]
    public async Task EarlierChange_ShowsFirstWhatStaysAndWhatGoesBack()
    {
        BrowserKnows("Ines Roth");
        var id = await EditedAsync();
        var history = await OpenAsync(id);

        await history.FindAll("button[aria-label^=Undo]")[1].ClickAsync();

        var ask = history.Find(".ask").TextContent;
        Assert.Contains("Headline stays", ask, StringComparison.Ordinal);
        Assert.Contains("Idlib", ask, StringComparison.Ordinal);
        Assert.Equal("Idlib", (await ItemAsync(id)).Fields.Text("cityName"));
    }

    /// <summary>Two changes: headline and city, then headline again.</summary>
    private async Task<long> EditedAsync()
    {
        var id = await AddPhotoAsync("a.jpg", ("headline", "First"));
        var editor = Get<CaptionEditor>();
        var changes = new Dictionary<string, FieldValue?> { ["headline"] = FieldValue.Of("Second"), ["cityName"] = FieldValue.Of("Idlib") };
        await editor.SaveAsync(id, changes, null, "Marta Keller", Cancel);
        await editor.SaveAsync(id, new Dictionary<string, FieldValue?> { ["headline"] = FieldValue.Of("Third") }, null, "Marta Keller", Cancel);
        return id;
    }

    private async Task<IRenderedComponent<PhotoHistory>> OpenAsync(long id)
    {
        var photo = await Get<MediaDetailsReader>().FindAsync(id, Cancel);
        var lines = await Get<DeskHistory>().OfPhotoAsync(id, 50, Cancel);
        return Render<PhotoHistory>(parameters => parameters.Add(it => it.Photo, photo!).Add(it => it.Lines, lines));
    }
}
