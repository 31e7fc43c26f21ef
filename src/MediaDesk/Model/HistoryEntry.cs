namespace MediaDesk.Model;

/// <summary>One act on the desk: who did what to which photos, and whether it was taken back.</summary>
public sealed class HistoryEntry
{
    public long Id { get; set; }

    public DateTime AtUtc { get; set; }

    /// <summary>The editor's name, or "desk" for what the desk did by itself.</summary>
    public required string Editor { get; set; }

    public HistoryKind Kind { get; set; }

    /// <summary>For <see cref="HistoryKind.Cleaning"/> and <see cref="HistoryKind.Withdrawal"/> the id of the rule.</summary>
    public string? Rule { get; set; }

    /// <summary>For <see cref="HistoryKind.Undo"/> the entry it takes back.</summary>
    public long? UndoesId { get; set; }

    /// <summary>The entry that took this one back; null while it stands.</summary>
    public long? UndoneById { get; set; }

    public List<CaptionEdit> Edits { get; } = [];

    /// <summary>Every photo the act touched.</summary>
    public List<HistoryPhoto> Photos { get; } = [];
}

/// <summary>A photo touched by a <see cref="HistoryEntry"/>.</summary>
public sealed class HistoryPhoto
{
    public long EntryId { get; set; }

    public long MediaItemId { get; set; }
}

public enum HistoryKind
{
    /// <summary>The photo arrived.</summary>
    Ingest,
    /// <summary>The photo was delivered again with other metadata or pixels.</summary>
    Delivery,
    /// <summary>An editor changed fields.</summary>
    Edit,
    Undo,
    /// <summary>Put into the bin.</summary>
    Removal,
    /// <summary>Taken out of the bin.</summary>
    Restore,
    /// <summary>A rule cleaned what the file says.</summary>
    Cleaning,
    /// <summary>A rule cleans the photo no more: it was switched off, or the rules changed.</summary>
    Withdrawal,
}
