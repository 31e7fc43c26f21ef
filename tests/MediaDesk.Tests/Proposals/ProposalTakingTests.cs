using MediaDesk.Captions;
using MediaDesk.Check;
using MediaDesk.History;
using MediaDesk.Model;
using MediaDesk.Proposals;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Proposals;

/// <summary>Nothing is applied by itself; what an editor takes is that editor's edit, and the history tells how it was understood.</summary>
public sealed class ProposalTakingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OneTaken_IsAnEdit_OfWhichTheHistoryTellsTheRule()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption));
        var city = Assert.Single(await desk.RowsAsync(photo), row => row.Field == "cityName");

        var taken = Assert.IsType<TakeResult.Taken>(await desk.Desk.Get<ProposalTaking>().TakeAsync(photo, [city.Id], null, "Ada", Token));

        var line = (await desk.Desk.Get<DeskHistory>().OfPhotoAsync(photo, 10, Token))[0];
        Assert.Equal((taken.EntryId, "Ada", HistoryKind.Edit), (line.Id, line.Editor, line.Kind));
        Assert.Equal(new Understanding("description", city.Rule), Assert.Single(line.Changes).Understood);
        var details = await desk.Desk.Get<MediaDetailsReader>().FindAsync(photo, Token);
        Assert.Equal("Idlib", details!.Fields.Text("cityName"));
        Assert.Equal("description", details.Understood["cityName"].From);
        Assert.DoesNotContain(details.Proposals, row => row.Field == "cityName");
        Assert.DoesNotContain(await desk.Desk.Get<DeskCheck>().RunAsync(null, Token), finding => finding.Kind is "index" or "fields" or "row");
    }

    [Fact]
    public async Task Undone_TheFieldIsEmptyAgain_AndProposedAgain()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption));
        var before = await desk.WaitingAsync(photo);
        var taken = Assert.IsType<TakeResult.Taken>(await desk.Desk.Get<ProposalTaking>().TakeAsync(photo, null, null, "Ada", Token));
        Assert.Equal(8, taken.Fields);
        Assert.Empty(await desk.RowsAsync(photo));

        Assert.True((await desk.Desk.Get<DeskHistory>().UndoAsync(taken.EntryId!.Value, "Ada", Token)).Done);

        Assert.Null((await desk.PhotoAsync(photo)).Fields.Text("cityName"));
        Assert.Equal(before, await desk.WaitingAsync(photo));
    }

    [Fact]
    public async Task ValueThatAnEditorTypedOver_IsUnderstoodNoMore()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption));
        await desk.Desk.Get<ProposalTaking>().TakeAsync(photo, null, null, "Ada", Token);

        await desk.SetAsync(photo, "cityName", "Saraqib");

        Assert.DoesNotContain("cityName", (await desk.Desk.Get<MediaDetailsReader>().FindAsync(photo, Token))!.Understood.Keys);
    }

    [Fact]
    public async Task FieldFilledMeanwhile_KeepsWhatWasTyped()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption));
        var city = Assert.Single(await desk.RowsAsync(photo), row => row.Field == "cityName");
        var seen = (await desk.PhotoAsync(photo)).Revision;
        await desk.SetAsync(photo, "cityName", "Saraqib");

        Assert.IsType<TakeResult.Overtaken>(await desk.Desk.Get<ProposalTaking>().TakeAsync(photo, [city.Id], seen, "Ada", Token));
        Assert.IsType<TakeResult.Overtaken>(await desk.Desk.Get<ProposalTaking>().TakeAsync(photo, [city.Id], null, "Ada", Token));

        Assert.Equal("Saraqib", (await desk.PhotoAsync(photo)).Fields.Text("cityName"));
    }

    [Fact]
    public async Task OtherFieldChangedMeanwhile_DoesNotStandInTheWay()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption));
        var city = Assert.Single(await desk.RowsAsync(photo), row => row.Field == "cityName");
        var seen = (await desk.PhotoAsync(photo)).Revision;
        await desk.SetAsync(photo, "headline", "Bread");

        Assert.IsType<TakeResult.Taken>(await desk.Desk.Get<ProposalTaking>().TakeAsync(photo, [city.Id], seen, "Ada", Token));
    }

    [Fact]
    public async Task TakeAllOfOnePhoto_LeavesOffersAndDisagreements()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption), ("cityName", "Aleppo"), ("dateCreated", "2019-09-20"));

        await desk.Desk.Get<ProposalTaking>().TakeAsync(photo, null, null, "Ada", Token);

        var now = await desk.PhotoAsync(photo);
        Assert.Equal(("Aleppo", null, "AFP"), (now.Fields.Text("cityName"), now.Fields.Text("countryName"), now.Fields.Text("creditLine")));
        Assert.Equal("offer countryCode SYR; offer countryName Syria; disagreement cityName Idlib", string.Join("; ", (await desk.WaitingAsync(photo)).Split("; ").Where(one => !one.Contains("provinceState")).OrderByDescending(one => one[0])));
    }

    [Fact]
    public async Task Selection_IsTakenAsOneAct_WithAReportOfWhatWasLeft()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var full = await desk.AddAsync(("description", ProposalDesk.Caption));
        var disagreeing = await desk.AddAsync(("description", ProposalDesk.Caption), ("cityName", "Aleppo"));
        var silent = await desk.AddAsync(("headline", "Nothing said"));
        var removed = await desk.AddAsync(("description", ProposalDesk.Caption));
        await desk.ChangeAsync(async db => (await db.Media.SingleAsync(item => item.Id == removed, Token)).RemovedUtc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var report = await desk.Desk.Get<ProposalTaking>().TakeAllAsync([silent, disagreeing, full, removed, 999], "Ada", Token);

        Assert.Equal((2, 1), (report.Photos, report.DisagreementsLeft));
        Assert.True(report.OffersLeft > 0);
        var line = (await desk.Desk.Get<DeskHistory>().RecentAsync(1, null, null, false, Token))[0];
        Assert.Equal((report.EntryId, 2), (line.Id, line.PhotoCount));
        Assert.Equal(report.Fields, line.Changes.Count);
        Assert.Null((await desk.PhotoAsync(removed)).Fields.Text("cityName"));
        Assert.DoesNotContain(await desk.Desk.Get<DeskCheck>().RunAsync(null, Token), finding => finding.Kind is "index" or "fields" or "row");
        Assert.True((await desk.Desk.Get<DeskHistory>().UndoAsync(report.EntryId!.Value, "Ada", Token)).Done);
        Assert.Null((await desk.PhotoAsync(full)).Fields.Text("cityName"));
        Assert.DoesNotContain(await desk.Desk.Get<DeskCheck>().RunAsync(null, Token), finding => finding.Kind is "index" or "fields" or "row");
    }

    [Fact]
    public async Task SelectionWithNothingToTake_LeavesNoEntry()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var silent = await desk.AddAsync(("headline", "Nothing said"));

        var report = await desk.Desk.Get<ProposalTaking>().TakeAllAsync([silent], "Ada", Token);

        Assert.Equal(new TakenReport(0, 0, 0, 0, null), report);
        Assert.Single(await desk.Desk.Get<DeskHistory>().RecentAsync(10, null, null, null, Token));
    }

    [Fact]
    public async Task ActThatFails_LeavesNeitherEditNorProposal()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption));
        var before = await desk.WaitingAsync(photo);

        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.ChangeAsync(async db =>
        {
            var item = await db.Media.SingleAsync(Token);
            item.Say("description", Metadata.FieldValue.Of("A tram in Lyon, France, on May 3, 2021."));
            await db.SaveChangesAsync(Token);
            throw new InvalidOperationException("The process is killed here.");
        }));

        Assert.Equal(before, await desk.WaitingAsync(photo));
        Assert.DoesNotContain(await desk.Desk.Get<DeskCheck>().RunAsync(null, Token), finding => finding.Kind == "index");
    }

    [Fact]
    public async Task Taking_NeedsAName_AndAPhoto()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption));

        Assert.IsType<TakeResult.NoName>(await desk.Desk.Get<ProposalTaking>().TakeAsync(photo, null, null, "  ", Token));
        Assert.IsType<TakeResult.NotFound>(await desk.Desk.Get<ProposalTaking>().TakeAsync(photo + 1, null, null, "Ada", Token));
    }
}
