namespace MediaDesk.Web.Features.Captions;

/// <summary>How this editor's last save went, for the foot of the panel and the bar at the foot of the page.</summary>
public sealed class SaveState
{
    /// <summary>The photo that the panel edits; null when no panel is open.</summary>
    public long? MediaId { get; private set; }

    public bool IsSaving { get; private set; }

    /// <summary>Why the last save stored nothing or not everything, a sentence; null when it did.</summary>
    public string? Failure { get; private set; }

    /// <summary>When and by whom something was last stored; null before the first time.</summary>
    public (DateTime AtUtc, string Editor)? LastSaved { get; private set; }

    /// <summary>Raised on the circuit's own thread.</summary>
    public event Action? Changed;

    public void Open(long? mediaId)
    {
        if (MediaId != mediaId)
        {
            (MediaId, Failure) = (mediaId, null);
            Changed?.Invoke();
        }
    }

    public void Begin() => Set(true, null);

    public void Stored(DateTime atUtc, string editor)
    {
        LastSaved = (atUtc, editor);
        Set(false, null);
    }

    /// <param name="why">A sentence; null when the reason is gone.</param>
    public void Failed(string? why) => Set(false, why);

    private void Set(bool isSaving, string? failure)
    {
        (IsSaving, Failure) = (isSaving, failure);
        Changed?.Invoke();
    }
}
