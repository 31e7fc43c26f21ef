using MediaDesk.Captions;
using MediaDesk.Check;
using MediaDesk.CleaningOrder;
using MediaDesk.History;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Search;
using MediaDesk.Tests.Ingest;
using MediaDesk.Tests.Search;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.CleaningOrder;

/// <summary>What rules do to photos that arrive, and what becomes of it when editors, agencies and the rules themselves have their say.</summary>
public sealed class CleanedPhotosTests : IAsyncLifetime
{
    private static readonly (string, string)[] Words = [("dc:creator", "JANE DOE"), ("photoshop:Credit", "JANE DOE/AFP/Getty Images"), ("photoshop:Headline", "First")];

    private IngestDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await IngestDesk.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Arrival_IsCleaned_AndTheReadingStays()
    {
        var item = await ArriveAsync();

        Assert.Equal(("Jane Doe", "AFP/Getty Images", "First"), (item.Fields.Text("creatorNames"), item.Fields.Text("creditLine"), item.Fields.Text("headline")));
        Assert.Empty(item.Overlay.Values);
        var details = (await desk.Desk.Get<MediaDetailsReader>().FindAsync(item.Id, Stop))!;
        Assert.Equal(("JANE DOE", "JANE DOE/AFP/Getty Images"), (details.Reading.Fields.Text("creatorNames"), details.Reading.Fields.Text("creditLine")));
        Assert.Equal(["Names in capitals"], details.CleanedBy["creatorNames"]);
        Assert.Equal(["Byline apart from credit"], details.CleanedBy["creditLine"]);
        Assert.Empty(await FindingsAsync());
        Assert.Equal(["a.jpg"], await FoundAsync("by:\"Jane Doe\" credit:\"AFP/Getty Images\""));
    }

    [Fact]
    public async Task Arrival_TellsInTheHistory_WhatEachRuleDid()
    {
        var item = await ArriveAsync();

        var lines = await HistoryAsync(item.Id);

        Assert.Equal([HistoryKind.Cleaning, HistoryKind.Cleaning, HistoryKind.Ingest], lines.Select(line => line.Kind));
        Assert.Equal(["Names in capitals", "Byline apart from credit", null], lines.Select(line => line.Rule));
        Assert.Equal(new("creatorNames", FieldValue.Of(["JANE DOE"]), FieldValue.Of(["Jane Doe"])), Assert.Single(lines[0].Changes));
        Assert.Equal(new("creditLine", FieldValue.Of("JANE DOE/AFP/Getty Images"), FieldValue.Of("AFP/Getty Images")), Assert.Single(lines[1].Changes));
        Assert.All(lines.Take(2), line => Assert.Equal(("desk", true), (line.Editor, line.CanUndo)));
    }

    [Fact]
    public async Task CleanPhoto_HasNothingToTell()
    {
        await desk.IngestAsync(desk.Write("a.jpg", PhotoFiles.Jpeg(1, ("dc:creator", "Jane Doe"), ("photoshop:Credit", "AFP"))));
        var item = await ItemAsync();

        Assert.Null(item.Cleaning);
        Assert.Equal(HistoryKind.Ingest, Assert.Single(await HistoryAsync(item.Id)).Kind);
    }

    [Fact]
    public async Task CameraText_IsNoCaption_ButStaysInTheReading()
    {
        await desk.IngestAsync(desk.Write("a.jpg", PhotoFiles.Jpeg(1, ("dc:description", "OLYMPUS DIGITAL CAMERA"))));
        var item = await ItemAsync();

        Assert.Null(item.Fields["description"]);
        Assert.Equal(["a.jpg"], await FoundAsync("missing:caption"));
        Assert.Equal("OLYMPUS DIGITAL CAMERA", (await desk.Desk.Get<MediaDetailsReader>().FindAsync(item.Id, Stop))!.Reading.Fields.Text("description"));
    }

    [Fact]
    public async Task Undo_KeepsTheRuleAwayFromThePhoto_AlsoWhenItIsDeliveredAgain()
    {
        var item = await ArriveAsync();
        var lines = await HistoryAsync(item.Id);

        Assert.Equal((true, null), Of(await UndoAsync(lines[0])));

        item = await ItemAsync();
        Assert.Equal(("JANE DOE", "AFP/Getty Images"), (item.Fields.Text("creatorNames"), item.Fields.Text("creditLine")));
        Assert.Empty(await FindingsAsync());
        await desk.IngestAsync(desk.Write("b.jpg", PhotoFiles.Jpeg(1, ("dc:creator", "JANE ROE"), ("photoshop:Credit", "JANE ROE/AFP"))));
        item = await ItemAsync();
        Assert.Equal(("JANE ROE", "AFP"), (item.Fields.Text("creatorNames"), item.Fields.Text("creditLine")));
        Assert.Equal(0, await FollowAnewAsync());
        Assert.Equal("JANE ROE", (await ItemAsync()).Fields.Text("creatorNames"));
        Assert.Empty(await FindingsAsync());
    }

    [Fact]
    public async Task Undo_OfTheUndo_LetsTheRuleComeBack()
    {
        var item = await ArriveAsync();
        await UndoAsync((await HistoryAsync(item.Id))[0]);

        Assert.True((await UndoAsync((await HistoryAsync(item.Id))[0])).Done);

        item = await ItemAsync();
        Assert.Equal("Jane Doe", item.Fields.Text("creatorNames"));
        Assert.Empty(item.Cleaning!.Declined);
        Assert.True((await HistoryAsync(item.Id)).Single(line => line is { Kind: HistoryKind.Cleaning, Rule: "Names in capitals" }).CanUndo);
        Assert.Empty(await FindingsAsync());
    }

    [Fact]
    public async Task EditorsWord_StandsAboveEveryRule_AndItsUndoUncoversTheCleanedValue()
    {
        var item = await ArriveAsync();
        var saved = Assert.IsType<SaveResult.Saved>(await SaveAsync(item.Id, "creatorNames", "JANE DOE"));

        await FollowAnewAsync();
        await desk.IngestAsync(desk.Write("b.jpg", PhotoFiles.Jpeg(1, ("dc:creator", "JANE M. DOE"), ("photoshop:Credit", "JANE DOE/AFP"))));

        item = await ItemAsync();
        Assert.Equal(("JANE DOE", "AFP"), (item.Fields.Text("creatorNames"), item.Fields.Text("creditLine")));
        Assert.Empty(await FindingsAsync());
        Assert.True((await desk.Desk.Get<DeskHistory>().UndoAsync(saved.EntryId!.Value, "Mira", Stop)).Done);
        Assert.Equal("Jane M. Doe", (await ItemAsync()).Fields.Text("creatorNames"));
        Assert.Empty(await FindingsAsync());
    }

    [Fact]
    public async Task Undo_OfARuleThatAnEditorsWordCovers_ChangesNothing()
    {
        var item = await ArriveAsync();
        await SaveAsync(item.Id, "creatorNames", "J. Doe");

        var result = await UndoAsync((await HistoryAsync(item.Id)).Single(line => line.Rule == "Names in capitals"));

        Assert.Equal((false, "Every field of this change has been changed again since."), Of(result));
        Assert.Equal("J. Doe", (await ItemAsync()).Fields.Text("creatorNames"));
    }

    [Fact]
    public async Task NewDelivery_IsCleanedAnew_AndTellsBoth()
    {
        var id = (await ArriveAsync()).Id;

        await desk.IngestAsync(desk.Write("b.jpg", PhotoFiles.Jpeg(1, ("dc:creator", "JOHN ROE"), ("photoshop:Credit", "JANE DOE/AFP/Getty Images"), ("photoshop:Headline", "First"))));

        var item = await ItemAsync();
        Assert.Equal("John Roe", item.Fields.Text("creatorNames"));
        var lines = (await HistoryAsync(id)).TakeWhile(line => line.Changes.All(change => change.After?.Text != "Jane Doe")).ToList();
        Assert.Contains(lines, line => line.Kind == HistoryKind.Delivery && line.Changes.Any(change => (change.Before?.Text, change.After?.Text) == ("Jane Doe", "JOHN ROE")));
        Assert.Contains(lines, line => line.Rule == "Names in capitals" && line.Changes.Any(change => (change.Before?.Text, change.After?.Text) == ("JOHN ROE", "John Roe")));
        Assert.Empty(await FindingsAsync());
    }

    [Fact]
    public async Task RuleSwitchedOff_LetsThePhotosFollow_AndOnAgain()
    {
        var id = (await ArriveAsync()).Id;
        var editor = desk.Desk.Get<CleaningEditor>();

        Assert.True((await editor.SwitchAsync("names-in-capitals", false, "Mira", Stop)).IsSaved);

        await Eventually.TrueAsync(async () => (await ItemAsync()).Fields.Text("creatorNames") == "JANE DOE");
        var line = (await HistoryAsync(id))[0];
        Assert.Equal((HistoryKind.Withdrawal, "Names in capitals", false), (line.Kind, line.Rule, line.CanUndo));
        Assert.Equal(new("creatorNames", FieldValue.Of(["Jane Doe"]), FieldValue.Of(["JANE DOE"])), Assert.Single(line.Changes));
        Assert.Equal("AFP/Getty Images", (await ItemAsync()).Fields.Text("creditLine"));
        await editor.SwitchAsync("names-in-capitals", true, "Mira", Stop);
        await Eventually.TrueAsync(async () => (await ItemAsync()).Fields.Text("creatorNames") == "Jane Doe");
        await Eventually.TrueAsync(async () => !await desk.Desk.Get<CleaningFollowing>().IsDueAsync(Stop));
        Assert.Empty(await FindingsAsync());
        Assert.Equal(["a.jpg"], await FoundAsync("by:\"Jane Doe\""));
    }

    [Fact]
    public async Task PhotoThatWasHereBeforeTheRules_Follows()
    {
        // As the rows of an older desk: nothing cleaned.
        var reading = new FieldValues([KeyValuePair.Create("creatorNames", FieldValue.Of(["JOHN ROE"])!), KeyValuePair.Create("creditLine", FieldValue.Of("JOHN ROE/AFP")!)]);
        var old = await desk.Desk.Services.AddPhotoAsync(reading, "old.jpg");
        await using (var rows = desk.Desk.Rows())
        {
            await rows.CleaningStates.ExecuteUpdateAsync(state => state.SetProperty(row => row.FollowedEdition, 0), Stop);
        }

        Assert.Equal(1, await desk.Desk.Get<CleaningFollowing>().RunAsync(null, Stop));

        var item = await ItemAsync(old.Id);
        Assert.Equal(("John Roe", "AFP", 1L), (item.Fields.Text("creatorNames"), item.Fields.Text("creditLine"), item.Revision));
        Assert.Equal(3, (await HistoryAsync(old.Id)).Count);
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.Kind is "fields" or "cleaning" or "index");
    }

    [Fact]
    public async Task ChangedAgency_IsWrittenSo_OnThePhotosToo()
    {
        await desk.IngestAsync(desk.Write("a.jpg", PhotoFiles.Jpeg(1, ("dc:creator", "Jane Doe"), ("photoshop:Credit", "NEXORA PICTURES/AFP"))));
        Assert.Equal("NEXORA PICTURES/AFP", (await ItemAsync()).Fields.Text("creditLine"));

        await desk.Desk.Get<MediaDesk.Agencies.AgencyEditor>().SaveAsync(null, new("Nexora Pictures", MediaDesk.Credits.AgencyKind.Agency), "Mira", false, Stop);

        await Eventually.TrueAsync(async () => (await ItemAsync()).Fields.Text("creditLine") == "Nexora Pictures/AFP");
    }

    [Fact]
    public async Task RecordTakenOverFromAnotherSystem_IsNotCleaned_ItMayBeAnEditorsWord()
    {
        var file = desk.Write("records.jsonl", """{"id":"1","fields":{"creatorNames":["JANE DOE"],"creditLine":"JANE DOE/AFP"},"filename":"a.jpg"}"""u8.ToArray());

        await desk.Desk.Get<MediaDesk.Ingest.RecordImport>().RunAsync(file, null, null, Stop);
        await FollowAnewAsync();

        Assert.Equal("JANE DOE/AFP", (await ItemAsync()).Fields.Text("creditLine"));
    }

    [Fact]
    public async Task Desk_ThatLooksAtWhatEditorsDid_IsNotDrownedByRules()
    {
        await ArriveAsync();
        var history = desk.Desk.Get<DeskHistory>();

        Assert.Empty(await history.RecentAsync(10, null, null, arrivals: false, Stop));
        Assert.Equal(3, (await history.RecentAsync(10, null, null, arrivals: true, Stop)).Count);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static (bool Done, string? Reason) Of(UndoResult result) => (result.Done, result.Reason);

    private async Task<MediaItem> ArriveAsync()
    {
        Assert.Equal(1, (await desk.IngestAsync(desk.Write("a.jpg", PhotoFiles.Jpeg(1, Words)))).Added);
        return await ItemAsync();
    }

    private async Task<MediaItem> ItemAsync(long? id = null)
    {
        await using var rows = desk.Desk.Rows();
        return await rows.Media.AsNoTracking().SingleAsync(item => id == null || item.Id == id, Stop);
    }

    private Task<IReadOnlyList<HistoryLine>> HistoryAsync(long id) => desk.Desk.Get<DeskHistory>().OfPhotoAsync(id, 50, Stop);

    private Task<UndoResult> UndoAsync(HistoryLine line) => desk.Desk.Get<DeskHistory>().UndoAsync(line.Id, "Mira", Stop);

    private Task<SaveResult> SaveAsync(long id, string field, string text) =>
        desk.Desk.Get<CaptionEditor>().SaveAsync(id, new Dictionary<string, FieldValue?> { [field] = FieldValue.Of(text) }, null, "Mira", Stop);

    /// <summary>Goes through all photos as after an update of the desk.</summary>
    private async Task<int> FollowAnewAsync()
    {
        await using var rows = desk.Desk.Rows();
        await rows.CleaningStates.ExecuteUpdateAsync(state => state.SetProperty(row => row.FollowedEdition, 0), Stop);
        return await desk.Desk.Get<CleaningFollowing>().RunAsync(null, Stop);
    }

    private Task<IReadOnlyList<DeskFinding>> FindingsAsync() => desk.Desk.Get<DeskCheck>().RunAsync(null, Stop);

    private async Task<string[]> FoundAsync(string query) =>
        [.. (await desk.Desk.Get<MediaSearch>().FindAsync(SearchDesk.Parsed(query), 60, null, false, Stop)).Items.Select(photo => photo.FileName)];
}
