namespace MediaDesk.Credits;

/// <summary>A credit understood: who took the photo, and through whose hands it came.</summary>
/// <param name="Photographers">In normal case, staff roles and initials left out.</param>
/// <param name="Agencies">From origin to distributor, each once.</param>
public sealed record CreditChain(
    IReadOnlyList<string> Photographers, IReadOnlyList<Agency> Agencies, bool IsPool = false, bool IsHandout = false, bool IsFile = false)
{
    public static readonly CreditChain Empty = new([], []);
}
