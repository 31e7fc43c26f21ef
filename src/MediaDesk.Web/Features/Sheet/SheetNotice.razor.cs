using MediaDesk.History;
using MediaDesk.Removal;
using MediaDesk.Web.Features.Editor;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Sheet;

/// <summary>Puts photos into the bin, says so, and takes it back.</summary>
public sealed partial class SheetNotice(MediaBin bin, DeskHistory history, CurrentEditor editor) : ComponentBase
{
    private string? text;
    private bool failed;
    private long? entry;

    /// <summary>False when the editor did not say who removes them, or none of them was on the desk any more.</summary>
    public async Task<bool> RemoveAsync(IReadOnlyCollection<long> mediaIds)
    {
        if (await editor.RequireAsync() is not { } name)
        {
            return false;
        }

        var removed = await bin.RemoveAsync(mediaIds, name, CancellationToken.None);
        Say(
            removed is null ? "Nothing to remove: someone else was faster."
            : mediaIds.Count == 1 ? "1 photo is in the bin, kept for 30 days."
            : $"{mediaIds.Count:N0} photos are in the bin, kept for 30 days.",
            removed);
        return removed is not null;
    }

    private async Task UndoAsync()
    {
        if (entry is not { } id || await editor.RequireAsync() is not { } name)
        {
            return;
        }

        var undo = await history.UndoAsync(id, name, CancellationToken.None);
        Say(undo.Done ? "Back on the desk." : undo.Reason ?? "This could not be taken back.", null, !undo.Done);
    }

    private void Close() => Say(null, null);

    private void Say(string? sentence, long? undoable, bool isFailure = false)
    {
        (text, entry, failed) = (sentence, undoable, isFailure);
        StateHasChanged();
    }
}
