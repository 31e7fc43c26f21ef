namespace MediaDesk.Credits;

/// <summary>Why rules cannot be kept.</summary>
/// <param name="Where">The place in JSON: <c>agencies[3].aliases[1]</c>.</param>
/// <param name="What">A sentence.</param>
public sealed record AgencyFault(string Where, string What);
