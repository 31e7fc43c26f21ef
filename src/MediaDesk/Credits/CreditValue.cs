namespace MediaDesk.Credits;

/// <summary>One thing a credit says.</summary>
/// <param name="Value">A name in normal case, or the words of a flag as they stand.</param>
/// <param name="Start">Where it stands in the text that was given, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Rule">The convention that gave it, one of <see cref="CreditRule"/>.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Agency">For <see cref="CreditField.Agency"/>.</param>
public sealed record CreditValue(
    CreditField Field, string Value, int Start, int Length, string Rule, double Confidence, CreditAgency? Agency = null)
{
    /// <summary>A value of at least this confidence is filled in; a lesser one is offered.</summary>
    public const double Enough = 0.6;

    public bool IsFilled => Confidence >= Enough;
}

public enum CreditField
{
    Byline,
    Agency,

    /// <summary>Whom it was shot for: "Getty Images for X". Known, but no field of a photo.</summary>
    Client,
    Pool,
    Handout,
    File,
}
