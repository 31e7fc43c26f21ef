namespace MediaDesk.Model;

/// <summary>Who switched or moved which cleaning rule.</summary>
public sealed class CleaningChange
{
    public long Id { get; set; }

    public DateTime AtUtc { get; set; }

    public required string Editor { get; set; }

    /// <summary>The id of the rule.</summary>
    public required string Rule { get; set; }

    /// <summary>What changed, as a sentence.</summary>
    public required string What { get; set; }
}
