namespace MediaDesk.Cleaning;

/// <summary>The rules in the order in which they work, each on or off. Immutable.</summary>
public sealed class CleaningList(IReadOnlyList<CleaningSwitch> switches)
{
    /// <summary>As a new desk has it: all rules on.</summary>
    public static readonly CleaningList New = new([.. CleaningRules.All.Select(rule => new CleaningSwitch(rule, true))]);

    public IReadOnlyList<CleaningSwitch> Switches { get; } = switches;

    /// <summary>The rules that work.</summary>
    internal IReadOnlyList<CleaningRule> Working { get; } = [.. switches.Where(one => one.IsOn).Select(one => one.Rule)];
}

/// <summary>A rule and whether it works.</summary>
public sealed record CleaningSwitch(CleaningRule Rule, bool IsOn);
