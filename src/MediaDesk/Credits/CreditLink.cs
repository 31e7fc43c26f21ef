namespace MediaDesk.Credits;

/// <summary>One name of a credit line before it is decided who it is.</summary>
/// <param name="Agency">Known by the catalogue: an agency, or the words of a flag or a role.</param>
/// <param name="Before">What joins it to the name before.</param>
/// <param name="Lead">The words that announced it.</param>
/// <param name="Block">Counts the brackets: AFP and Getty credit the same photo twice.</param>
internal sealed record CreditLink(CreditSlice Slice, CreditAgency? Agency, CreditJoint Before, CreditLead Lead, int Block)
{
    /// <summary>What the way it is written already says it is.</summary>
    public CreditHint Hint { get; init; }

    public bool IsName => Agency is null || Agency.IsLink;

    public bool IsUnknown => Agency is null && Hint is not CreditHint.Client;
}

internal enum CreditHint
{
    None,
    Person,
    Organisation,
    Client,
    CutAgency,
}
