using MediaDesk.Credits;

namespace MediaDesk.Agencies;

/// <summary>How a change of rules ended.</summary>
public abstract record AgencySave
{
    private AgencySave()
    {
    }

    /// <param name="Changed">How many agencies are other than before.</param>
    public sealed record Saved(int Changed) : AgencySave;

    /// <summary>Nothing was stored: the rules have faults.</summary>
    public sealed record Refused(IReadOnlyList<AgencyFault> Faults) : AgencySave;

    /// <summary>Nothing was stored: saved lines would be read otherwise. Confirmed, the change is stored and the lines with it.</summary>
    public sealed record Breaks(IReadOnlyList<CaseResult> Cases) : AgencySave;

    /// <summary>Nothing was stored: someone else has changed this agency meanwhile. Null where it is gone.</summary>
    public sealed record ChangedMeanwhile(AgencyRule? Now) : AgencySave;
}
