namespace MediaDesk.Model;

/// <summary>Whether and when a cleaning rule works. The rule itself is code; see <c>Cleaning/CleaningRule</c>.</summary>
public sealed class CleaningRow
{
    /// <summary>The id of the rule.</summary>
    public required string Rule { get; set; }

    /// <summary>Rules work from the smallest on.</summary>
    public int Position { get; set; }

    public bool IsOn { get; set; }
}
