using Bunit;
using MediaDesk.Removal;
using MediaDesk.Web.Features.Removal;

namespace MediaDesk.Web.Tests.Removal;

public sealed class BinPageTests : RealDesk
{
    [Fact]
    public void EmptyBin_SaysHowLongPhotosAreKept() =>
        Assert.Contains("30 days", Render<BinPage>().Find(".page-in").TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task Restore_PutsThePhotoBackOnTheDesk()
    {
        BrowserKnows("Ines Roth");
        var id = await AddPhotoAsync("a.jpg");
        await Get<MediaBin>().RemoveAsync([id], "Marta Keller", Cancel);
        var page = Render<BinPage>();
        Assert.Contains("Marta Keller", page.Find("tbody").TextContent, StringComparison.Ordinal);

        await page.Find("tbody .button").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Contains("1 photo restored", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Null((await ItemAsync(id)).RemovedUtc);
    }
}
