using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>Looks whether rules can be kept: all faults, not the first.</summary>
public static class AgencyFaults
{
    public const int MostAgencies = 5_000;
    private const int LongestName = 100;
    private const int MostSpellings = 200;

    /// <param name="rules">Those to look at; the places of faults are places among them.</param>
    /// <param name="others">Those that would be in force beside them.</param>
    public static IReadOnlyList<AgencyFault> Of(IReadOnlyList<AgencyRule> rules, IReadOnlyList<AgencyRule> others)
    {
        var faults = new List<AgencyFault>();
        if (rules.Count + others.Count > MostAgencies)
        {
            faults.Add(new("agencies", $"There can be {MostAgencies} agencies, not {rules.Count + others.Count}."));
            return faults;
        }

        var owners = new Dictionary<string, AgencyRule>(StringComparer.Ordinal);
        foreach (var other in others)
        {
            foreach (var spelling in other.Aliases.Append(other.FullName).Append(other.Name).Select(TextNormaliser.Normalise))
            {
                owners.TryAdd(spelling, other);
            }
        }

        for (var i = 0; i < rules.Count; i++)
        {
            Claim(rules[i].Name, rules[i], $"agencies[{i}].name");
        }

        var names = rules.Concat(others).Select(rule => TextNormaliser.Normalise(rule.Name)).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < rules.Count; i++)
        {
            var (rule, where) = (rules[i], $"agencies[{i}]");
            if (!Enum.IsDefined(rule.Kind))
            {
                faults.Add(new($"{where}.kind", "This is no kind of agency."));
            }

            if (!string.IsNullOrEmpty(rule.FullName))
            {
                Claim(rule.FullName, rule, $"{where}.fullName");
            }

            if (rule.Aliases.Count + rule.Patterns.Count > MostSpellings)
            {
                faults.Add(new($"{where}.aliases", $"An agency can have {MostSpellings} spellings, not {rule.Aliases.Count + rule.Patterns.Count}."));
                continue;
            }

            for (var alias = 0; alias < rule.Aliases.Count; alias++)
            {
                Claim(rule.Aliases[alias], rule, $"{where}.aliases[{alias}]");
            }

            for (var pattern = 0; pattern < rule.Patterns.Count; pattern++)
            {
                if (!SpellingPattern.TryParse(rule.Patterns[pattern] ?? "", out _, out var fault))
                {
                    faults.Add(new($"{where}.patterns[{pattern}]", fault));
                }
            }

            for (var seller = 0; seller < rule.SoldBy.Count; seller++)
            {
                var normal = TextNormaliser.Normalise(rule.SoldBy[seller]);
                if (normal == TextNormaliser.Normalise(rule.Name))
                {
                    faults.Add(new($"{where}.soldBy[{seller}]", "An agency cannot be sold by itself."));
                }
                else if (!names.Contains(normal))
                {
                    faults.Add(new($"{where}.soldBy[{seller}]", $"There is no agency called “{rule.SoldBy[seller]}”."));
                }
            }
        }

        return faults;

        void Claim(string? spelling, AgencyRule rule, string where)
        {
            var normal = TextNormaliser.Normalise(spelling);
            if (normal.Length == 0)
            {
                faults.Add(new(where, "A name needs at least one letter or digit."));
            }
            else if (spelling!.Length > LongestName || spelling.Any(char.IsControl))
            {
                faults.Add(new(where, $"A name has at most {LongestName} characters, in one line."));
            }
            else if (!owners.TryAdd(normal, rule) && !ReferenceEquals(owners[normal], rule))
            {
                faults.Add(new(where, $"“{spelling}” is already a spelling of {owners[normal].Name}."));
            }
        }
    }
}
