namespace MediaDesk.Model;

/// <summary>Who changed the rules of which agency.</summary>
public sealed class AgencyChange
{
    public long Id { get; set; }

    public DateTime AtUtc { get; set; }

    public required string Editor { get; set; }

    public required string Agency { get; set; }

    /// <summary>What changed, as a sentence.</summary>
    public required string What { get; set; }
}
