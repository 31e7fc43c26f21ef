using MediaDesk.Credits;
using MediaDesk.Metadata;
using MediaDesk.Model;

namespace MediaDesk.Cleaning;

/// <summary>Runs the rules over what files say, by the order and the agencies that count now.</summary>
public sealed class Cleaner(CurrentCleaning cleaning, CurrentAgencies agencies)
{
    /// <summary>What the rules make of a reading; null where there is nothing to keep.</summary>
    /// <param name="declined">Rules that an editor took back for the photo.</param>
    public PhotoCleaning? Clean(FieldValues reading, IReadOnlyList<string> declined) => Clean(reading, declined, cleaning.List, agencies.Catalogue);

    /// <summary>What the rules would make of fields, one step for each that does something.</summary>
    public IReadOnlyList<CleaningTrial> Try(CleaningFields fields) => Try(fields, cleaning.List, agencies.Catalogue);

    /// <summary>The same by an order and agencies that are given.</summary>
    public static IReadOnlyList<CleaningTrial> Try(CleaningFields fields, CleaningList list, AgencyCatalogue agencies) => [.. Steps(fields, [], list, agencies)];

    internal static PhotoCleaning? Clean(FieldValues reading, IReadOnlyList<string> declined, CleaningList list, AgencyCatalogue agencies)
    {
        CleaningStep[] steps = [.. Steps(CleaningFields.Of(reading), declined, list, agencies).Select(trial => new CleaningStep(trial.Rule.Id, trial.Changes))];
        return steps.Length == 0 && declined.Count == 0 ? null : new(steps, declined);
    }

    private static IEnumerable<CleaningTrial> Steps(CleaningFields fields, IReadOnlyList<string> declined, CleaningList list, AgencyCatalogue agencies)
    {
        foreach (var rule in list.Working)
        {
            if (declined.Contains(rule.Id))
            {
                continue;
            }

            var next = rule.Clean(fields, agencies);
            if (!ReferenceEquals(next, fields) && next.Unlike(fields) is { Count: > 0 } changes)
            {
                yield return new(rule, fields, next, changes);
                fields = next;
            }
        }
    }
}

/// <summary>What one rule does to fields.</summary>
/// <param name="Changes">The new values by property id.</param>
public sealed record CleaningTrial(CleaningRule Rule, CleaningFields Before, CleaningFields After, IReadOnlyDictionary<string, FieldValue?> Changes);
