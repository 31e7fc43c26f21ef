namespace MediaDesk.Model;

/// <summary>The one row that tells how far the photos follow the cleaning rules.</summary>
public sealed class CleaningState
{
    public const int TheRow = 1;

    public int Id { get; set; } = TheRow;

    /// <summary>Counts the changes of order and switches.</summary>
    public long Revision { get; set; }

    /// <summary>By which every photo is cleaned already. Behind <see cref="Revision"/>, photos are being gone through.</summary>
    public long FollowedRevision { get; set; }

    /// <summary>The <see cref="AgencyState.Revision"/> by which every photo is cleaned already: the rules go by the agencies.</summary>
    public long FollowedAgencies { get; set; }

    /// <summary>Which edition of the rules' code every photo is cleaned by.</summary>
    public int FollowedEdition { get; set; }
}
