using Bunit;
using MediaDesk.Export;
using MediaDesk.Web.Features.Export;

namespace MediaDesk.Web.Tests.Export;

public sealed class ResultExportTests : RealDesk
{
    private static async IAsyncEnumerable<long> Photos(int count)
    {
        for (var id = 1; id <= count; id++)
        {
            await Task.Yield();
            yield return id;
        }
    }

    private (IRenderedComponent<ResultExport> Screen, string Address) Start(int total)
    {
        var screen = Render<ResultExport>(parameters => parameters.Add(x => x.Query, "agency:AFP").Add(x => x.Total, total));
        screen.Find("button").Click();
        screen.Find(".primary").Click();
        screen.WaitForState(() => JSInterop.Invocations["start"].Count > 0);
        return (screen, (string)JSInterop.Invocations["start"][0].Arguments[0]!);
    }

    private ExportRun Begin(string address) => Get<ExportRuns>().Begin(address.Split("run=")[1]);

    [Fact]
    public async Task Export_TellsHowFarItIsAndThatItIsDone()
    {
        var (screen, address) = Start(40);
        Assert.StartsWith("/api/search/export?q=agency%3AAFP&format=csv&run=", address, StringComparison.Ordinal);
        Assert.Equal("Starting …", screen.Find("[role=progressbar]").GetAttribute("aria-valuetext"));

        var run = Begin(address);
        await run.WriteAsync(async stop => Assert.Equal(40, await run.Counting(Photos(40), stop).CountAsync(stop)), () => Assert.Fail("not aborted"), Cancel);

        await screen.WaitForAssertionAsync(() => Assert.Equal("Done: 40 photos in the file.", screen.Find("[role=status]").TextContent), TimeSpan.FromSeconds(10));
        Assert.Equal("40", screen.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
    }

    [Fact]
    public async Task Export_Stopped_EndsTheWorkAndSaysThatTheFileIsNotWhole()
    {
        var (screen, address) = Start(40);
        var run = Begin(address);
        var isAborted = false;
        var writing = run.WriteAsync(
            async stop =>
            {
                await foreach (var _ in run.Counting(Photos(7), stop))
                {
                }

                await Task.Delay(Timeout.Infinite, stop);
            },
            () => isAborted = true, Cancel);

        await screen.InvokeAsync(() => screen.FindAll("button").Single(button => button.TextContent == "Stop").ClickAsync());
        await writing;

        Assert.True(isAborted);
        await screen.WaitForAssertionAsync(() => Assert.Equal("Stopped after 7 photos. The file is not whole.", screen.Find("[role=status]").TextContent), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void RunThatNobodyWatches_IsOneOfItsOwn() => Assert.NotSame(Get<ExportRuns>().Begin("made-up"), Get<ExportRuns>().Begin(null));
}
