namespace MediaDesk.Export;

/// <summary>How far an <see cref="ExportRun"/> is.</summary>
public enum ExportState
{
    /// <summary>Nobody has come for it yet.</summary>
    Waiting,
    Running,
    /// <summary>Everything has been handed over.</summary>
    Done,
    /// <summary>By the editor, or by the browser.</summary>
    Stopped,
}
