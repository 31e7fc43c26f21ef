using Bunit;
using MediaDesk.Captions;
using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Web.Features.History;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Tests.History;

public sealed class HistoryPageTests : RealDesk
{
    [Fact]
    public async Task Everyone_AfterMoreArrivalsThanAPage_StillShowsWhatEditorsDid()
    {
        await EditedThenFloodedAsync(arrivals: 60);

        var entry = Assert.Single(await EntriesAsync("history"));

        Assert.Contains("Marta Keller: Headline", entry, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrivals_ShowNewPhotosAlone()
    {
        await EditedThenFloodedAsync(arrivals: 3);

        var entries = await EntriesAsync("history?by=desk");

        Assert.Equal(3, entries.Count);
        Assert.All(entries, entry => Assert.Contains("desk: Added", entry, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> EntriesAsync(string address)
    {
        BrowserKnows("Ines Roth");
        Get<NavigationManager>().NavigateTo(address);
        var page = Render<HistoryPage>();
        await page.WaitForElementAsync(".entry");
        return [.. page.FindAll(".entry").Select(entry => entry.GetAttribute("aria-label")!)];
    }

    private async Task EditedThenFloodedAsync(int arrivals)
    {
        var photo = await AddPhotoAsync("a.jpg", ("headline", "First"));
        await Get<CaptionEditor>().SaveAsync(
            photo, new Dictionary<string, FieldValue?> { ["headline"] = FieldValue.Of("Second") }, null, "Marta Keller", Cancel);
        await Get<DeskWriter>().WriteAsync(
            async db =>
            {
                for (var arrival = 0; arrival < arrivals; arrival++)
                {
                    db.History.Add(new()
                    {
                        AtUtc = Get<TimeProvider>().GetUtcNow().UtcDateTime, Editor = "desk", Kind = HistoryKind.Ingest,
                        Photos = { new() { MediaItemId = photo } },
                    });
                }

                return await db.SaveChangesAsync(Cancel);
            },
            Cancel);
    }
}
