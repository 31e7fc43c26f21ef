namespace MediaDesk.Model;

/// <summary>The one row that tells how far the proposals of the photos follow the rules by which they are made.</summary>
public sealed class ProposalState
{
    public const int TheRow = 1;

    public int Id { get; set; } = TheRow;

    /// <summary>The version of the rules that the photos are being brought to, or have been.</summary>
    public int Version { get; set; }

    /// <summary>The <see cref="AgencyState.Revision"/> of the agencies by which they were made.</summary>
    public long AgencyRevision { get; set; }

    /// <summary>The last photo that was looked at; null when all have been.</summary>
    public long? LastMediaId { get; set; }
}
