namespace MediaDesk.Export;

/// <summary>Configuration section <c>Export</c>.</summary>
public sealed class ExportOptions
{
    /// <summary>How metadata leaves when nobody says otherwise.</summary>
    public LeavingAs As { get; set; }
}
