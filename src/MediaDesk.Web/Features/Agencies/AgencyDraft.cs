using MediaDesk.Credits;

namespace MediaDesk.Web.Features.Agencies;

/// <summary>An agency while it is being edited: texts as typed, lists one a line.</summary>
public sealed class AgencyDraft
{
    public AgencyDraft(AgencyRule? before)
    {
        Before = before;
        (Name, FullName, Kind) = (before?.Name ?? "", before?.FullName ?? "", before?.Kind ?? AgencyKind.Agency);
        (Aliases, Patterns, SoldBy) = (Lines(before?.Aliases), Lines(before?.Patterns), Lines(before?.SoldBy));
    }

    /// <summary>The rule as it was when editing began; null for a new agency.</summary>
    public AgencyRule? Before { get; }

    public string Name { get; set; }

    public string FullName { get; set; }

    public AgencyKind Kind { get; set; }

    public string Aliases { get; set; }

    public string Patterns { get; set; }

    public string SoldBy { get; set; }

    public AgencyRule Rule => new(Name.Trim(), Kind, Split(Aliases), FullName.Trim() is { Length: > 0 } full ? full : null, Split(SoldBy), Split(Patterns));

    public IReadOnlyList<string> NewAliases => [.. Rule.Aliases.Concat(Rule.Patterns).Except(Before is null ? [] : Before.Aliases.Concat(Before.Patterns), StringComparer.Ordinal)];

    public bool IsChanged => Before is null
        ? Name.Trim().Length > 0
        : (Rule.Name, Rule.FullName, Rule.Kind) != (Before.Name, Before.FullName, Before.Kind)
            || !Rule.Aliases.SequenceEqual(Before.Aliases, StringComparer.Ordinal) || !Rule.Patterns.SequenceEqual(Before.Patterns, StringComparer.Ordinal)
            || !Rule.SoldBy.SequenceEqual(Before.SoldBy, StringComparer.Ordinal);

    /// <summary>What the button says it saves.</summary>
    public string Noun => Before is not null && NewAliases.Count == 1 ? "alias" : "agency";

    /// <summary>The rules as they would be with this one.</summary>
    public IReadOnlyList<AgencyRule> Among(IReadOnlyList<AgencyRule> rules) =>
        Before is null ? [.. rules, Rule] : [.. rules.Select(rule => rule.Name == Before.Name ? Rule : rule)];

    private static string Lines(IReadOnlyList<string>? texts) => string.Join('\n', texts ?? []);

    private static string[] Split(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
