namespace MediaDesk.Model;

/// <summary>How far an editor has seen the results of a saved search: what arrived later is new to them.</summary>
public sealed class SavedSearchVisit
{
    public long SavedSearchId { get; set; }

    public required string Editor { get; set; }

    /// <summary>The last photo that was on the desk then; the numbers of photos only grow.</summary>
    public long LastMediaId { get; set; }
}
