using Bunit;
using MediaDesk.Data;
using MediaDesk.Ingest;
using MediaDesk.Web.Features.Ingest;
using MediaDesk.Web.Features.Problems;

namespace MediaDesk.Web.Tests.Problems;

public sealed class ProblemsPageTests : RealDesk
{
    private DateTime Now => Get<TimeProvider>().GetUtcNow().UtcDateTime;

    [Fact]
    public async Task FailedFile_IsListedWithItsReason_UntilItIsDismissed()
    {
        await Get<DeskWriter>().WriteAsync(
            async db => await db.IngestJobs.AddAsync(
                new()
                {
                    BatchId = 1, FileName = "empty.jpg", Path = "/gone/empty.jpg", DeliveredBy = "upload", State = Model.IngestState.Failed,
                    Reason = "The file is empty (0 bytes).", Attempts = 1, CreatedUtc = Now, FinishedUtc = Now,
                },
                Cancel),
            Cancel);
        var page = Render<ProblemsPage>();
        await page.WaitForElementAsync("tbody tr");
        Assert.Equal("Problems", page.Find("[role=region]").GetAttribute("aria-label"));
        Assert.Contains("empty", page.Find("tbody tr").TextContent, StringComparison.Ordinal);

        await page.Find("tbody .quiet").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll("tbody tr")));
        Assert.Equal(0, await Get<IngestProblems>().CountAsync(Cancel));
    }

    [Fact]
    public async Task FileThatNeverReachedTheDesk_IsListedToo_AndCanBeSentAgain()
    {
        var sentAgain = "";
        var page = Render<ProblemsStrip>();
        Assert.Empty(page.FindAll("section"));

        await page.InvokeAsync(() => Get<Uploads>().Fail(new("k1", "a.jpg", "The connection to the desk broke."), key =>
        {
            sentAgain = key;
            return Task.CompletedTask;
        }));
        await page.Find("tbody .button").ClickAsync();

        Assert.Equal("k1", sentAgain);
        Assert.Empty(page.FindAll("section"));
    }
}
