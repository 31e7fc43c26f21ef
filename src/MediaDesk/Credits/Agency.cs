namespace MediaDesk.Credits;

/// <summary>Who a photo comes from or through: an agency, a distributor, a publisher, a public body.</summary>
/// <param name="Key">The name in the normalised form in which spellings are compared.</param>
/// <param name="Name">The name as it is shown.</param>
/// <param name="Kind">Null for one that is known from a credit line only.</param>
public sealed record Agency(string Key, string Name, string? Kind);
