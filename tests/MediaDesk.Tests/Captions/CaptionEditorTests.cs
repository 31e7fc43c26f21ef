using MediaDesk.Captions;
using MediaDesk.History;
using MediaDesk.Metadata;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;
using static MediaDesk.Tests.DeskPhotos;

namespace MediaDesk.Tests.Captions;

public sealed class CaptionEditorTests : IAsyncLifetime
{
    private DeskFixture desk = null!;
    private MediaItem photo = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await DeskFixture.OpenAsync();
        photo = await desk.Services.AddPhotoAsync(Fields(("headline", "Snow in Idlib"), ("cityName", "Idlib"), ("dateCreated", "2020-02-24")));
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Save_OfNewValues_IsCurrentAtOnceAndInTheHistory()
    {
        var saved = Assert.IsType<SaveResult.Saved>(await SaveAsync(("headline", "Snow in Saraqib"), ("source", "AFP"), ("cityName", null)));

        await using var db = desk.Rows();
        var item = await db.Media.SingleAsync(Token);
        Assert.Equal("Snow in Saraqib", item.Fields.Text("headline"));
        Assert.Equal("AFP", item.Fields.Text("source"));
        Assert.Null(item.Fields["cityName"]);
        Assert.True(item.Overlay.Covers("cityName"));
        Assert.Equal(1, item.Revision);
        Assert.Equal(saved.Revision, item.Revision);
        var edits = await db.CaptionEdits.Where(edit => edit.EntryId == saved.EntryId).OrderBy(edit => edit.Property).ToListAsync(Token);
        Assert.Equal(["cityName", "headline", "source"], edits.Select(edit => edit.Property));
        Assert.Equal("Idlib", edits[0].Before?.Text);
        Assert.All(edits, edit => Assert.True(edit is { BeforeFromFile: true, AfterFromFile: false, Revision: 1 }));
        Assert.Equal("Mira", (await db.History.SingleAsync(entry => entry.Id == saved.EntryId, Token)).Editor);
    }

    [Fact]
    public async Task Save_OfTheValueThatStandsThere_IsNoChange()
    {
        var saved = Assert.IsType<SaveResult.Saved>(await SaveAsync(("headline", " Snow in Idlib\r\n"), ("source", "  ")));

        Assert.Null(saved.EntryId);
        Assert.Equal(0, saved.Revision);
    }

    [Fact]
    public async Task Save_AfterSomeoneElseChangedTheField_StoresNothingAndTellsWho()
    {
        await SaveAsync(("headline", "First"));
        var result = await Editor.SaveAsync(photo.Id, Changes(("headline", "Second"), ("source", "AFP")), ifRevision: 0, "Jonas", Token);

        var conflict = Assert.IsType<SaveResult.Conflict>(result);
        var field = Assert.Single(conflict.Fields);
        Assert.Equal(("headline", "First", "Mira"), (field.Field, field.Current?.Text, field.Editor));
        await using var db = desk.Rows();
        Assert.Null((await db.Media.SingleAsync(Token)).Fields["source"]);
    }

    [Fact]
    public async Task Save_AfterSomeoneElseChangedAnotherField_IsStored()
    {
        await SaveAsync(("headline", "First"));
        var result = await Editor.SaveAsync(photo.Id, Changes(("source", "AFP")), ifRevision: 0, "Jonas", Token);

        var saved = Assert.IsType<SaveResult.Saved>(result);
        Assert.Equal("First", saved.Fields.Text("headline"));
        Assert.Equal("AFP", saved.Fields.Text("source"));
    }

    [Fact]
    public async Task Save_OfWhatSomeoneElseHasAlreadySaid_IsNoConflict()
    {
        await SaveAsync(("headline", "Same"));

        var saved = Assert.IsType<SaveResult.Saved>(await Editor.SaveAsync(photo.Id, Changes(("headline", "Same")), ifRevision: 0, "Jonas", Token));

        Assert.Null(saved.EntryId);
    }

    [Fact]
    public async Task Save_WithARevisionThatNeverWas_IsAConflict() =>
        Assert.IsType<SaveResult.Conflict>(await Editor.SaveAsync(photo.Id, Changes(("headline", "New")), ifRevision: 99, "Jonas", Token));

    [Fact]
    public async Task Save_ByTwentyEditorsAtOnce_LetsOneOfThemWinEachRevision()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(n =>
            Editor.SaveAsync(photo.Id, Changes(("headline", $"Headline {n}")), ifRevision: 0, $"Editor {n}", Token)));

        Assert.Single(results.OfType<SaveResult.Saved>());
        Assert.Equal(19, results.OfType<SaveResult.Conflict>().Count());
    }

    [Fact]
    public async Task Save_OfADate_MovesThePhotoOnTheSheet()
    {
        await SaveAsync(("dateCreated", "24 Feb 2021 10:14"));

        await using var db = desk.Rows();
        var item = await db.Media.SingleAsync(Token);
        Assert.Equal("2021-02-24T10:14:00", item.Fields.Text("dateCreated"));
        Assert.Equal(SheetKeys.First(new(2021, 2, 24, 10, 14, 0)), item.SheetKey);
    }

    [Fact]
    public async Task Save_OfSeveralThatCannotBeKept_TellsAllAndStoresNothing()
    {
        var result = await Editor.SaveAsync(
            photo.Id, Changes(("headline", "Fine"), ("countryCode", "QQ"), ("dateCreated", "24/02/2020"), ("nonsense", "x")), null, " ", Token);

        var invalid = Assert.IsType<SaveResult.Invalid>(result);
        Assert.Equal(["countryCode", "dateCreated", "editor", "nonsense"], invalid.Reasons.Keys.Order(StringComparer.Ordinal));
        await using var db = desk.Rows();
        Assert.Equal(0, (await db.Media.SingleAsync(Token)).Revision);
    }

    [Fact]
    public async Task Save_OfAPhotoThatIsNotThere_IsNotFound() =>
        Assert.IsType<SaveResult.NotFound>(await Editor.SaveAsync(4711, Changes(("headline", "x")), null, "Mira", Token));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TextInAnotherLanguage_IsSavedBesideTheDefault_AndCanBeTakenBack()
    {
        await SaveAsync(("description", "Snow"));
        var saved = Assert.IsType<SaveResult.Saved>(await SaveAsync(("description@fr", "Neige")));

        var details = await desk.Get<MediaDetailsReader>().FindAsync(photo.Id, Token);
        Assert.Equal(("Snow", "Neige"), (details!.Fields.Text("description"), details.Languages.Text("description@fr")));
        Assert.DoesNotContain("description@fr", details.Fields.Keys);

        Assert.True((await desk.Get<DeskHistory>().UndoAsync(saved.EntryId!.Value, "Mira", Token)).Done);
        details = await desk.Get<MediaDetailsReader>().FindAsync(photo.Id, Token);
        Assert.Empty(details!.Languages);
        Assert.Equal("Snow", details.Fields.Text("description"));
    }

    [Fact]
    public async Task TextInAnotherLanguage_WithoutOneInTheDefaultLanguage_IsRefused()
    {
        var invalid = Assert.IsType<SaveResult.Invalid>(await SaveAsync(("title@fr", "Neige")));

        Assert.Contains("Write the text without a language first", invalid.Reasons["title@fr"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TextInAnotherLanguage_ChangedBySomeoneElse_ConflictsAloneAndNotWithTheDefault()
    {
        await SaveAsync(("description", "Snow"), ("description@fr", "Neige"));
        var revision = (await desk.Get<MediaDetailsReader>().FindAsync(photo.Id, Token))!.Revision;
        await SaveAsync(("description@fr", "La neige"));

        var conflict = Assert.IsType<SaveResult.Conflict>(await Editor.SaveAsync(photo.Id, Changes(("description@fr", "De la neige")), revision, "Jonas", Token));

        Assert.Equal("La neige", Assert.Single(conflict.Fields).Current?.Text);
        Assert.IsType<SaveResult.Saved>(await Editor.SaveAsync(photo.Id, Changes(("description", "Snow falls")), revision, "Jonas", Token));
    }

    private CaptionEditor Editor => desk.Get<CaptionEditor>();

    private Task<SaveResult> SaveAsync(params (string Property, string? Text)[] changes) =>
        Editor.SaveAsync(photo.Id, Changes(changes), null, " Mira ", Token);

    private static Dictionary<string, FieldValue?> Changes(params (string Property, string? Text)[] changes) =>
        changes.ToDictionary(change => change.Property, change => FieldValue.Of(change.Text));
}
