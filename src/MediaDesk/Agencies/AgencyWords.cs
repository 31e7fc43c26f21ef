using MediaDesk.Credits;

namespace MediaDesk.Agencies;

/// <summary>Tells a change of an agency's rules as a sentence.</summary>
internal static class AgencyWords
{
    public static string Change(AgencyRule? before, AgencyRule? after) => (before, after) switch
    {
        (null, not null) => "Added.",
        (not null, null) => "Removed.",
        (not null, not null) => string.Join(" ", Parts(before, after)) is { Length: > 0 } parts ? parts : "Spellings in another order.",
        _ => throw new ArgumentNullException(nameof(after)),
    };

    private static IEnumerable<string> Parts(AgencyRule before, AgencyRule after)
    {
        if (before.Name != after.Name)
        {
            yield return $"Called {after.Name} instead of {before.Name}.";
        }

        if (before.Kind != after.Kind)
        {
            yield return $"{after.Kind} instead of {before.Kind}.";
        }

        if ((before.FullName ?? "") != (after.FullName ?? ""))
        {
            yield return after.FullName is null ? "Full name removed." : $"Full name {after.FullName}.";
        }

        foreach (var part in Lists("Written as", before.Aliases, after.Aliases).Concat(Lists("Pattern", before.Patterns, after.Patterns)).Concat(Lists("Sold by", before.SoldBy, after.SoldBy)))
        {
            yield return part;
        }
    }

    private static IEnumerable<string> Lists(string what, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (added, removed) = (after.Except(before, StringComparer.Ordinal).ToList(), before.Except(after, StringComparer.Ordinal).ToList());
        if (added.Count > 0)
        {
            yield return $"{what}: added {string.Join(", ", added)}.";
        }

        if (removed.Count > 0)
        {
            yield return $"{what}: removed {string.Join(", ", removed)}.";
        }
    }
}
