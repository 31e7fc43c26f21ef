using MediaDesk.Credits;
using MediaDesk.Model;

namespace MediaDesk.Agencies;

/// <summary>A saved credit line under rules: whether it is still read as it was.</summary>
public sealed record CaseResult(CreditCase Case, CreditChain Now)
{
    public bool Passes =>
        Case.Byline.SequenceEqual(Now.Photographers, StringComparer.Ordinal) && Case.Agencies.SequenceEqual(Now.AgencyNames, StringComparer.Ordinal)
        && (Case.Pool, Case.Handout, Case.File) == (Now.IsPool, Now.IsHandout, Now.IsFile);

    public static CaseResult Of(CreditCase one, AgencyCatalogue catalogue) => new(one, CreditReader.Read(one.Line, [], catalogue));

    /// <summary>Makes what the line says now what it must keep saying.</summary>
    internal static void Take(CreditCase one, CreditChain chain)
    {
        (one.Byline, one.Agencies) = ([.. chain.Photographers], [.. chain.AgencyNames]);
        (one.Pool, one.Handout, one.File) = (chain.IsPool, chain.IsHandout, chain.IsFile);
    }
}
