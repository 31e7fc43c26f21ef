using Bunit;
using MediaDesk.Web.Features.Ingest;

namespace MediaDesk.Web.Tests.Ingest;

public sealed class IngestStatusTests : RealDesk
{
    [Fact]
    public void NothingTakenIn_ShowsNoProgressButTheRoomOnTheDisk()
    {
        var status = Render<IngestStatus>();

        Assert.Empty(status.FindAll("[role=progressbar]"));
        Assert.EndsWith("free", status.Find(".disk").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FinishedUpload_StaysVisibleWithItsOutcome()
    {
        var status = Render<IngestStatus>();

        await status.InvokeAsync(() => Get<Uploads>().Report(new(24, 10, 100, 40, 10, 0, 0, 0, 0, [])));
        await status.InvokeAsync(() => Get<Uploads>().Report(new(24, 24, 100, 100, 20, 3, 0, 0, 1, [])));

        await status.WaitForAssertionAsync(() => Assert.Contains("24 of 24", status.Markup, StringComparison.Ordinal));
        var bar = status.Find("[role=progressbar][aria-label=Ingest]");
        Assert.Equal(("24", "24"), (bar.GetAttribute("aria-valuenow"), bar.GetAttribute("aria-valuemax")));
        Assert.Contains("20 added, 3 already here, 1 not taken in", status.Markup, StringComparison.Ordinal);
    }
}
