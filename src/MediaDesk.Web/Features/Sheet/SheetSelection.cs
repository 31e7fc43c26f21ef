namespace MediaDesk.Web.Features.Sheet;

/// <summary>
/// Which photo one editor is at and which ones are selected, by id, so that both survive paging, other pages and live
/// refreshes. Arrow keys change it in the browser first; it arrives here once the editor pauses.
/// </summary>
public sealed class SheetSelection
{
    private HashSet<long> selected = [];

    /// <summary>The photo the caption panel is about; null on an empty sheet.</summary>
    public long? FocusedId { get; private set; }

    public IReadOnlySet<long> SelectedIds => selected;

    /// <summary>Raised after either has changed, on the circuit's own thread.</summary>
    public event Action? Changed;

    public void Focus(long? mediaId) => Set(mediaId, selected);

    public void Set(long? focusedId, IEnumerable<long> selectedIds)
    {
        var next = selectedIds.ToHashSet();
        if (FocusedId == focusedId && selected.SetEquals(next))
        {
            return;
        }

        (FocusedId, selected) = (focusedId, next);
        Changed?.Invoke();
    }

    /// <summary>Forgets photos that have left the desk.</summary>
    public void Drop(IReadOnlyCollection<long> mediaIds) =>
        Set(FocusedId is { } id && mediaIds.Contains(id) ? null : FocusedId, selected.Except(mediaIds));
}
