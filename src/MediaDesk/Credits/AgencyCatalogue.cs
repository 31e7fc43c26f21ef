using System.Collections.Concurrent;
using System.Collections.Frozen;
using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>Agencies by every spelling, made from rules, which never change: changed rules make another catalogue. Safe for all threads.</summary>
public sealed class AgencyCatalogue
{
    /// <summary>The agencies of a new desk.</summary>
    public static readonly AgencyCatalogue Seeded = new(AgencySeed.Read());

    private const int Remembered = 8_192;

    private readonly FrozenDictionary<string, CreditAgency> bySpelling;
    private readonly FrozenDictionary<string, FrozenSet<string>> sellers;
    private readonly FrozenSet<string> selling;
    private readonly string[] spellings;
    private readonly (SpellingPattern Pattern, CreditAgency Agency)[] patterns;
    private readonly FrozenSet<string> joined;
    private readonly FrozenDictionary<string, string> written;
    private readonly FrozenDictionary<string, string> fullNames;
    private readonly FrozenSet<string> forms;
    private readonly int longest;
    private readonly ConcurrentDictionary<string, IReadOnlyList<CreditLink>> apart = new(StringComparer.Ordinal);

    /// <param name="rules">Where two are spelled alike the first counts; <see cref="AgencyFaults"/> tells that before it is stored.</param>
    public AgencyCatalogue(IReadOnlyList<AgencyRule> rules)
    {
        Rules = rules;
        var found = new Dictionary<string, CreditAgency>(StringComparer.Ordinal);
        var names = new Dictionary<string, CreditAgency>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            var agency = new CreditAgency(TextNormaliser.Normalise(rule.Name), rule.Name, rule.Kind);
            names.TryAdd(agency.Key, agency);
            found.TryAdd(agency.Key, agency);
        }

        foreach (var rule in rules)
        {
            foreach (var spelling in rule.Aliases.Append(rule.FullName).Select(TextNormaliser.Normalise).Where(normal => normal.Length > 0))
            {
                found.TryAdd(spelling, names[TextNormaliser.Normalise(rule.Name)]);
            }
        }

        patterns =
        [
            .. rules.SelectMany(rule => rule.Patterns.Select(text => (Text: text, Agency: names[TextNormaliser.Normalise(rule.Name)])))
                .Select(one => (Pattern: SpellingPattern.TryParse(one.Text, out var pattern, out _) ? pattern : null, one.Agency))
                .Where(one => one.Pattern is not null)
                .Select(one => (one.Pattern!, one.Agency)),
        ];
        bySpelling = found.ToFrozenDictionary(StringComparer.Ordinal);
        written = rules.SelectMany(rule => rule.Aliases.Append(rule.FullName)).OfType<string>()
            .DistinctBy(TextNormaliser.Normalise).ToFrozenDictionary(TextNormaliser.Normalise, alias => alias, StringComparer.Ordinal);
        forms = rules.SelectMany(rule => AgencyNameForms.Of(rule)).ToFrozenSet(StringComparer.Ordinal);
        fullNames = rules.Where(rule => !string.IsNullOrWhiteSpace(rule.FullName)).DistinctBy(rule => TextNormaliser.Normalise(rule.Name)).ToFrozenDictionary(
            rule => TextNormaliser.Normalise(rule.Name), rule => TextNormaliser.Normalise(rule.FullName) is var full && full.StartsWith("the ", StringComparison.Ordinal) ? full[4..] : full, StringComparer.Ordinal);
        joined = rules.SelectMany(rule => rule.Aliases.Append(rule.Name)).SelectMany(Joints).ToFrozenSet(StringComparer.Ordinal);
        spellings = [.. found.Keys.Order(StringComparer.Ordinal)];
        // Normalising shortens (punctuation, blanks) or lengthens (ß); no spelling of a name is twice as long as another.
        longest = Math.Max(2 * SpellingPattern.Longest, 32 + (2 * spellings.Select(spelling => spelling.Length).DefaultIfEmpty().Max()));
        sellers = rules.Where(rule => rule.SoldBy.Count > 0)
            .DistinctBy(rule => TextNormaliser.Normalise(rule.Name))
            .ToFrozenDictionary(
                rule => TextNormaliser.Normalise(rule.Name),
                rule => rule.SoldBy.Select(TextNormaliser.Normalise).ToFrozenSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
        selling = sellers.Values.SelectMany(keys => keys).ToFrozenSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<AgencyRule> Rules { get; }

    /// <summary>A credit taken apart into its names. What was taken apart before is remembered: an archive has thousands of photos to a credit.</summary>
    internal IReadOnlyList<CreditLink> Links(string credit)
    {
        if (apart.TryGetValue(credit, out var links))
        {
            return links;
        }

        if (apart.Count >= Remembered)
        {
            apart.Clear();
        }

        return apart[credit] = CreditLinks.Of(credit, this);
    }

    /// <summary>The agency with a name or one of its other spellings, in any case and with or without accents; else null.</summary>
    public CreditAgency? Find(string? spelling) =>
        spelling is null || spelling.Length > longest ? null : FindNormal(TextNormaliser.Normalise(spelling));

    internal CreditAgency? FindNormal(string normal) =>
        normal.Length == 0 ? null
        : bySpelling.GetValueOrDefault(normal)
            ?? (normal.StartsWith("the ", StringComparison.Ordinal) ? bySpelling.GetValueOrDefault(normal[4..]) : null)
            ?? (IsInitials(normal) ? bySpelling.GetValueOrDefault(normal.Replace(" ", "", StringComparison.Ordinal)) : null)
            ?? FindByPattern(normal);

    /// <summary>"A.F.P." is five signs for three letters.</summary>
    private static bool IsInitials(string normal) => normal.Length >= 3 && normal.Length % 2 == 1 && normal.Index().All(sign => (sign.Item == ' ') == (sign.Index % 2 == 1));

    /// <summary>Whether pictures of one come through the other.</summary>
    internal bool IsSold(CreditAgency origin, CreditAgency by) => sellers.TryGetValue(origin.Key, out var keys) && keys.Contains(by.Key);

    private CreditAgency? FindByPattern(string normal)
    {
        foreach (var (pattern, agency) in patterns)
        {
            if (pattern.Fits(normal))
            {
                return agency;
            }
        }

        return null;
    }

    /// <summary>
    /// The agency whose name has a stroke or a hyphen between the two, which may stand there as a separator: EPA/EFE. "dpa picture-alliance" has none
    /// behind "dpa", so dpa/picture alliance are two.
    /// </summary>
    internal CreditAgency? FindJoined(string one, string next) =>
        joined.Contains(Joint(one, next)) ? FindNormal(TextNormaliser.Normalise($"{one} {next}")) : null;

    private static string Joint(string one, string next) => $"{TextNormaliser.Normalise(one)}/{TextNormaliser.Normalise(next)}";

    /// <summary>The halves of a name at each of its strokes and hyphens.</summary>
    private static IEnumerable<string> Joints(string name) =>
        Enumerable.Range(0, name.Length).Where(i => name[i] is '/' or '-').Select(i => Joint(name[..i], name[(i + 1)..]));

    /// <summary>What its name is short for, normalised, without the article; null where the rules do not say.</summary>
    internal string? FullName(CreditAgency agency) => fullNames.GetValueOrDefault(agency.Key);

    /// <summary>Whether a spelling is a form of the agency's name (Kyodo News, PTI) and no other name of it.</summary>
    internal bool IsFormOfName(string normal) => forms.Contains(normal);

    /// <summary>A spelling as the rules write it.</summary>
    internal string? Written(string normal) => written.GetValueOrDefault(normal);

    /// <summary>The keys of the agencies through which its pictures come.</summary>
    internal IEnumerable<string> Sellers(CreditAgency origin) => sellers.GetValueOrDefault(origin.Key) ?? [];

    /// <summary>Whether it passes on pictures of others.</summary>
    internal bool Sells(CreditAgency agency) => agency.Kind is AgencyKind.Distributor || selling.Contains(agency.Key);

    /// <summary>The one agency whose spellings go on from <paramref name="normal"/>; null where there is none or more than one.</summary>
    internal CreditAgency? FindCut(string normal)
    {
        var at = Array.BinarySearch(spellings, normal, StringComparer.Ordinal);
        CreditAgency? found = null;
        for (var i = at < 0 ? ~at : at; i < spellings.Length && spellings[i].StartsWith(normal, StringComparison.Ordinal); i++)
        {
            var agency = bySpelling[spellings[i]];
            if (found is not null && found != agency)
            {
                return null;
            }

            found = agency;
        }

        return found;
    }
}
