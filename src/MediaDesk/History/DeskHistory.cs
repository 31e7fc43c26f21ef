using MediaDesk.Metadata;
using MediaDesk.Model;

namespace MediaDesk.History;

/// <summary>Who did what to which photos, and taking it back.</summary>
public sealed class DeskHistory
{
    /// <summary>What happened to one photo, newest first.</summary>
    public Task<IReadOnlyList<HistoryLine>> OfPhotoAsync(long mediaId, int limit, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>What happened on the desk, newest first; <paramref name="beforeId"/> continues a list, <paramref name="editor"/> narrows it.</summary>
    public Task<IReadOnlyList<HistoryLine>> RecentAsync(int limit, long? beforeId, string? editor, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>
    /// Takes an entry back: fields that were changed again since stay as they are and are told. The undo is itself an entry
    /// that can be undone. Undoing a removal restores the photos.
    /// </summary>
    public Task<UndoResult> UndoAsync(long entryId, string editor, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}

/// <summary>One act as the lists show it. <paramref name="PhotoIds"/> holds at most the first five; <paramref name="PhotoCount"/> counts all.</summary>
public sealed record HistoryLine(
    long Id, DateTime AtUtc, string Editor, HistoryKind Kind, bool IsUndone, bool CanUndo,
    IReadOnlyList<HistoryChange> Changes, IReadOnlyList<long> PhotoIds, int PhotoCount);

public sealed record HistoryChange(string Field, FieldValue? Before, FieldValue? After);

/// <summary>How an undo ended. <paramref name="Kept"/> are fields that stayed because someone changed them since.</summary>
public sealed record UndoResult(bool Done, string? Reason, IReadOnlyList<string> Kept);
