namespace MediaDesk.Search;

/// <summary>What becomes of results that look alike.</summary>
public enum SheetFolding
{
    /// <summary>Nothing: each stands for itself, and none is counted.</summary>
    None,
    /// <summary>Each stands for itself, with the number of those that look like it.</summary>
    Counted,
    /// <summary>The first of them in the order stands for all, with their number.</summary>
    Folded,
}
