using MediaDesk.Captions;
using MediaDesk.History;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using MediaDesk.Web.Features.Editor;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.History;

/// <summary>
/// What happened to one photo. The last change is taken back with one click; an earlier one shows first what goes back and
/// what stays because it was changed again.
/// </summary>
public sealed partial class PhotoHistory(DeskHistory history, CurrentEditor person)
{
    private long? chosen;
    private string? said;
    private long? photoId;

    [Parameter, EditorRequired] public required MediaDetails Photo { get; set; }

    /// <summary>Newest first.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<HistoryLine> Lines { get; set; }

    [Parameter] public EventCallback OnUndone { get; set; }

    protected override void OnParametersSet()
    {
        if (photoId != Photo.Id)
        {
            (photoId, chosen, said) = (Photo.Id, null, null);
        }
    }

    /// <summary>A delivery's differences are those of its reading, whether or not edits cover them.</summary>
    private IEnumerable<HistoryChange> Changes(HistoryLine line)
    {
        if (line.Kind != HistoryKind.Delivery || line.Changes.Count > 0)
        {
            return line.Changes;
        }

        var delivery = Photo.Deliveries.MinBy(delivery => (delivery.ReceivedUtc - line.AtUtc).Duration());
        return delivery?.Differences.Select(difference => new HistoryChange(difference.Field, difference.Before, difference.After)) ?? [];
    }

    /// <summary>By its number: a click may come from the rendering before the lines were read anew.</summary>
    private bool IsLast(HistoryLine line) => line.Id == Lines.FirstOrDefault(other => other.CanUndo)?.Id;

    private async Task UndoAsync(HistoryLine line)
    {
        if (IsLast(line))
        {
            await ConfirmAsync(line);
        }
        else
        {
            chosen = chosen == line.Id ? null : line.Id;
        }
    }

    private async Task ConfirmAsync(HistoryLine line)
    {
        chosen = null;
        if (await person.RequireAsync() is not { } name)
        {
            said = "Not undone: a change needs your name.";
            return;
        }

        var result = await history.UndoAsync(line.Id, name, CancellationToken.None);
        said = result switch
        {
            { Done: false } => result.Reason,
            { Kept.Count: > 0 } => $"Undone. Changed again since, and left as it is: {string.Join(", ", result.Kept.Select(HistoryWords.Label))}.",
            _ => $"Undone: {HistoryWords.Of(line)}.",
        };
        await OnUndone.InvokeAsync();
    }
}
