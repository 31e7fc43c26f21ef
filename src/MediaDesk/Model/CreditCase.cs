namespace MediaDesk.Model;

/// <summary>A credit line that must keep being read as it was when it was saved.</summary>
public sealed class CreditCase
{
    public long Id { get; set; }

    public required string Line { get; set; }

    public List<string> Byline { get; set; } = [];

    /// <summary>From origin to distributor.</summary>
    public List<string> Agencies { get; set; } = [];

    public bool Pool { get; set; }

    public bool Handout { get; set; }

    public bool File { get; set; }

    public required string SavedBy { get; set; }

    public DateTime SavedUtc { get; set; }
}
