using System.Text.Json.Serialization;
using MediaDesk.Cleaning;
using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.History;

/// <summary>Who did what to which photos, and taking it back.</summary>
public sealed class DeskHistory(IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, Cleaner cleaner, TimeProvider clock)
{
    private const int PhotosShown = 5;
    private const int ChangesShown = 100;

    /// <summary>What happened to one photo, newest first.</summary>
    public async Task<IReadOnlyList<HistoryLine>> OfPhotoAsync(long mediaId, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = db.History.Where(entry => entry.Photos.Any(photo => photo.MediaItemId == mediaId));
        return await LinesAsync(entries, limit, mediaId, cancellationToken);
    }

    /// <summary>What happened on the desk, newest first; <paramref name="beforeId"/> continues a list, <paramref name="editor"/> narrows it.</summary>
    /// <param name="arrivals">
    /// True for new photos, new versions and what rules did to them alone, false for everything but new photos and rules: an
    /// agency sends hundreds an hour, and what editors did must not drown among them. Null for both.
    /// </param>
    public async Task<IReadOnlyList<HistoryLine>> RecentAsync(
        int limit, long? beforeId, string? editor, bool? arrivals, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = db.History
            .Where(entry => beforeId == null || entry.Id < beforeId)
            .Where(entry => editor == null || entry.Editor == editor);
        entries = arrivals switch
        {
            true => entries.Where(entry => entry.Kind == HistoryKind.Ingest || entry.Kind == HistoryKind.Delivery || entry.Rule != null),
            false => entries.Where(entry => entry.Kind != HistoryKind.Ingest && entry.Rule == null),
            null => entries,
        };
        return await LinesAsync(entries, limit, null, cancellationToken);
    }

    /// <summary>
    /// Takes an entry back: fields that were changed again since stay as they are and are told. The undo is itself an entry
    /// that can be undone. Undoing a removal restores the photos; undoing what a rule did keeps that rule away from the photo.
    /// </summary>
    public async Task<UndoResult> UndoAsync(long entryId, string editor, CancellationToken cancellationToken) =>
        EditorName.Clean(editor) is { } name
            ? await writer.WriteAsync(
                db => new Undoing(db, cleaner, name, clock.GetUtcNow().UtcDateTime).RunAsync(entryId, cancellationToken), cancellationToken)
            : new(false, $"Undoing needs the name of its editor, at most {EditorName.MaxLength} characters long.", []);

    internal static bool CanUndo(HistoryEntry entry) =>
        entry.UndoneById is null
        && entry.Kind is HistoryKind.Edit or HistoryKind.Undo or HistoryKind.Removal or HistoryKind.Restore or HistoryKind.Cleaning;

    /// <summary>Changes of one photo, or of all the photos an entry touched.</summary>
    private static async Task<IReadOnlyList<HistoryLine>> LinesAsync(
        IQueryable<HistoryEntry> entries, int limit, long? mediaId, CancellationToken cancellationToken)
    {
        var rows = await entries.AsNoTracking()
            .OrderByDescending(entry => entry.Id)
            .Take(limit)
            .Select(entry => new
            {
                Entry = entry,
                Edits = entry.Edits.Where(edit => mediaId == null || edit.MediaItemId == mediaId).OrderBy(edit => edit.Id).Take(ChangesShown).ToList(),
                PhotoIds = entry.Photos.OrderBy(photo => photo.MediaItemId).Select(photo => photo.MediaItemId).Take(PhotosShown).ToList(),
                PhotoCount = entry.Photos.Count,
            })
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new HistoryLine(
                row.Entry.Id, row.Entry.AtUtc, row.Entry.Editor, row.Entry.Kind, row.Entry.UndoneById is not null, CanUndo(row.Entry),
                [.. row.Edits.Select(edit => new HistoryChange(edit.Property, edit.Before, edit.After) { Understood = edit.Understood })],
                row.PhotoIds, row.PhotoCount, row.Entry.Rule is { } rule ? CleaningRules.NameOf(rule) : null)),
        ];
    }
}

/// <summary>One act as the lists show it. <paramref name="PhotoIds"/> holds at most the first five; <paramref name="PhotoCount"/> counts all.</summary>
/// <param name="Rule">The name of the rule that cleaned, or cleans no more.</param>
public sealed record HistoryLine(
    long Id, DateTime AtUtc, string Editor, HistoryKind Kind, bool IsUndone, bool CanUndo,
    IReadOnlyList<HistoryChange> Changes, IReadOnlyList<long> PhotoIds, int PhotoCount, string? Rule = null);

public sealed record HistoryChange(string Field, FieldValue? Before, FieldValue? After)
{
    /// <summary>Where the value was taken because the photo's own text says it; else null, and not in JSON.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Understanding? Understood { get; init; }
}

/// <summary>How an undo ended. <paramref name="Kept"/> are fields that stayed because someone changed them since.</summary>
public sealed record UndoResult(bool Done, string? Reason, IReadOnlyList<string> Kept);
