namespace MediaDesk.Credits;

/// <summary>Who a photo comes from or through: an agency, a distributor, a publisher, a public body.</summary>
/// <param name="Key">The name in the normalised form in which spellings are compared.</param>
/// <param name="Name">The name as it is shown.</param>
/// <param name="Kind">Null for one that is known from a credit line only.</param>
public sealed record CreditAgency(string Key, string Name, AgencyKind? Kind)
{
    /// <summary>Whether it is a link of a chain, as opposed to words for a pool, a handout, a file picture or a staff role.</summary>
    internal bool IsLink => Kind is null or < AgencyKind.Pool;
}
