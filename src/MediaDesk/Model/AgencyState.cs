namespace MediaDesk.Model;

/// <summary>The one row that tells how far the photos follow the rules of the agencies.</summary>
public sealed class AgencyState
{
    public const int TheRow = 1;

    public int Id { get; set; } = TheRow;

    /// <summary>Counts the changes of the rules.</summary>
    public long Revision { get; set; }

    /// <summary>The rules by which every photo is found already. Behind <see cref="Revision"/>, photos are being gone through.</summary>
    public long FollowedRevision { get; set; }

    /// <summary>JSON of the rules of <see cref="FollowedRevision"/>; null while the photos follow the rules of the rows.</summary>
    public string? FollowedRules { get; set; }
}
