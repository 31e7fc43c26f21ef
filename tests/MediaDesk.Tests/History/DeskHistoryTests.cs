using MediaDesk.Captions;
using MediaDesk.Data;
using MediaDesk.History;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Removal;
using Microsoft.EntityFrameworkCore;
using static MediaDesk.Tests.DeskPhotos;

namespace MediaDesk.Tests.History;

public sealed class DeskHistoryTests : IAsyncLifetime
{
    private DeskFixture desk = null!;
    private long photo;

    public async ValueTask InitializeAsync()
    {
        desk = await DeskFixture.OpenAsync();
        photo = (await desk.Services.AddPhotoAsync(Fields(("headline", "From the file"), ("dateCreated", "2020-02-24")))).Id;
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task OfPhoto_AfterAnEdit_TellsWhoWhatBeforeAndAfterNewestFirst()
    {
        await SaveAsync("headline", "Edited");

        var lines = await History.OfPhotoAsync(photo, 10, Token);

        Assert.Equal([HistoryKind.Edit, HistoryKind.Ingest], lines.Select(line => line.Kind));
        Assert.Equal(("Mira", true, false), (lines[0].Editor, lines[0].CanUndo, lines[0].IsUndone));
        Assert.Equal(new("headline", FieldValue.Of("From the file"), FieldValue.Of("Edited")), Assert.Single(lines[0].Changes));
        Assert.Equal([photo], lines[0].PhotoIds);
        Assert.False(lines[1].CanUndo);
    }

    [Fact]
    public async Task Undo_OfTheFirstEdit_UncoversWhatTheFileSays()
    {
        var result = await UndoAsync(await SaveAsync("headline", "Edited"));

        Assert.Equal((true, null), (result.Done, result.Reason));
        var item = await ItemAsync();
        Assert.Equal("From the file", item.Fields.Text("headline"));
        Assert.False(item.Overlay.Covers("headline"));
        Assert.Equal(2, item.Revision);
        var lines = await History.OfPhotoAsync(photo, 10, Token);
        Assert.Equal((HistoryKind.Undo, "Jonas", true), (lines[0].Kind, lines[0].Editor, lines[0].CanUndo));
        Assert.Equal((true, false), (lines[1].IsUndone, lines[1].CanUndo));
    }

    [Fact]
    public async Task Undo_AfterANewDelivery_UncoversWhatTheNewFileSays()
    {
        var edit = await SaveAsync("headline", "Edited");
        await desk.Get<DeskWriter>().WriteAsync(
            async db => await db.DeliverAsync(
                await db.Media.SingleAsync(Token), new() { Fields = Fields(("headline", "From the second file")) }, new string('a', 64), 1, DateTime.UnixEpoch),
            Token);
        Assert.Equal("Edited", (await ItemAsync()).Fields.Text("headline"));

        await UndoAsync(edit);

        Assert.Equal("From the second file", (await ItemAsync()).Fields.Text("headline"));
    }

    [Fact]
    public async Task Undo_OfAnUndo_IsARedoAndCanBeUndoneAgain()
    {
        var edit = await SaveAsync("headline", "Edited");
        await UndoAsync(edit);
        await UndoAsync(await NewestAsync());
        Assert.Equal("Edited", (await ItemAsync()).Fields.Text("headline"));
        Assert.True((await ItemAsync()).Overlay.Covers("headline"));

        var again = await UndoAsync(edit);

        Assert.True(again.Done);
        Assert.Equal("From the file", (await ItemAsync()).Fields.Text("headline"));
    }

    [Fact]
    public async Task Undo_StepByStep_GoesBackToTheFile()
    {
        var first = await SaveAsync("headline", "One");
        var second = await SaveAsync("headline", "Two");

        Assert.True((await UndoAsync(second)).Done);
        Assert.Equal("One", (await ItemAsync()).Fields.Text("headline"));
        Assert.True((await UndoAsync(first)).Done);
        Assert.Equal("From the file", (await ItemAsync()).Fields.Text("headline"));
    }

    [Fact]
    public async Task Undo_OfAFieldThatWasChangedSince_KeepsItAndTells()
    {
        var first = await desk.Get<CaptionEditor>().SaveAsync(
            photo, new Dictionary<string, FieldValue?> { ["headline"] = FieldValue.Of("One"), ["source"] = FieldValue.Of("AFP") }, null, "Mira", Token);
        await SaveAsync("headline", "Two");

        var result = await UndoAsync(((SaveResult.Saved)first).EntryId!.Value);

        Assert.True(result.Done);
        Assert.Equal(["headline"], result.Kept);
        var item = await ItemAsync();
        Assert.Equal("Two", item.Fields.Text("headline"));
        Assert.Null(item.Fields["source"]);
    }

    [Fact]
    public async Task Undo_OfAFieldThatWasChangedAwayAndBack_KeepsTheLaterWord()
    {
        var first = await SaveAsync("headline", "One");
        await SaveAsync("headline", "Two");
        await SaveAsync("headline", "One");

        var result = await UndoAsync(first);

        Assert.False(result.Done);
        Assert.Equal(["headline"], result.Kept);
        Assert.Equal("One", (await ItemAsync()).Fields.Text("headline"));
    }

    [Fact]
    public async Task Undo_OfADate_MovesThePhotoBackOnTheSheet()
    {
        var before = (await ItemAsync()).SheetKey;
        var edit = await SaveAsync("dateCreated", "2021");
        Assert.NotEqual(before, (await ItemAsync()).SheetKey);

        await UndoAsync(edit);

        Assert.Equal(SheetKeys.First(new(2020, 2, 24)), (await ItemAsync()).SheetKey);
    }

    [Fact]
    public async Task Undo_Twice_IsRefused()
    {
        var edit = await SaveAsync("headline", "Edited");
        await UndoAsync(edit);

        var result = await UndoAsync(edit);

        Assert.False(result.Done);
        Assert.NotNull(result.Reason);
    }

    [Fact]
    public async Task Undo_ByTwoAtOnce_IsDoneOnce()
    {
        var edit = await SaveAsync("headline", "Edited");

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => UndoAsync(edit)));

        Assert.Single(results, result => result.Done);
        Assert.Equal(2, (await ItemAsync()).Revision);
    }

    [Fact]
    public async Task Undo_OfARemoval_RestoresAndItsUndoRemovesAgain()
    {
        var removal = await desk.Get<MediaBin>().RemoveAsync([photo], "Mira", Token);

        Assert.True((await UndoAsync(removal!.Value)).Done);
        Assert.Null((await ItemAsync()).RemovedUtc);
        Assert.True((await UndoAsync(await NewestAsync())).Done);
        Assert.NotNull((await ItemAsync()).RemovedUtc);
        Assert.Equal("Jonas", Assert.Single(await desk.Get<MediaBin>().ListAsync(10, Token)).RemovedBy);
    }

    [Fact]
    public async Task Undo_OfARestore_RemovesAgain()
    {
        await desk.Get<MediaBin>().RemoveAsync([photo], "Mira", Token);
        var restore = await desk.Get<MediaBin>().RestoreAsync([photo], "Mira", Token);

        Assert.True((await UndoAsync(restore!.Value)).Done);

        Assert.NotNull((await ItemAsync()).RemovedUtc);
    }

    [Fact]
    public async Task Undo_OfAnArrival_IsRefusedWithASentence()
    {
        var result = await UndoAsync(await NewestAsync());

        Assert.False(result.Done);
        Assert.NotNull(result.Reason);
    }

    [Fact]
    public async Task Undo_WithoutAName_IsRefused() => Assert.False((await History.UndoAsync(await SaveAsync("headline", "x"), " ", Token)).Done);

    [Fact]
    public async Task Undo_OfAnEntryThatIsNotThere_IsRefused() => Assert.False((await UndoAsync(4711)).Done);

    [Fact]
    public async Task Recent_OfOneEditor_PagesThroughTheirActsAlone()
    {
        var first = await SaveAsync("headline", "One");
        var second = await SaveAsync("headline", "Two");
        await UndoAsync(second);

        var newest = Assert.Single(await History.RecentAsync(1, null, "Mira", null, Token));
        var older = Assert.Single(await History.RecentAsync(10, newest.Id, "Mira", null, Token));

        Assert.Equal((second, first), (newest.Id, older.Id));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DeskHistory History => desk.Get<DeskHistory>();

    private async Task<long> SaveAsync(string property, string? text)
    {
        var result = await desk.Get<CaptionEditor>().SaveAsync(
            photo, new Dictionary<string, FieldValue?> { [property] = FieldValue.Of(text) }, null, "Mira", Token);
        return Assert.IsType<SaveResult.Saved>(result).EntryId!.Value;
    }

    private Task<UndoResult> UndoAsync(long entry) => History.UndoAsync(entry, "Jonas", Token);

    private async Task<long> NewestAsync() => (await History.RecentAsync(1, null, null, null, Token))[0].Id;

    private async Task<MediaItem> ItemAsync()
    {
        await using var db = desk.Rows();
        return await db.Media.SingleAsync(item => item.Id == photo, Token);
    }
}
