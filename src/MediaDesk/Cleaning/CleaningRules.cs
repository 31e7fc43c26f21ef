using MediaDesk.Cleaning.Rules;

namespace MediaDesk.Cleaning;

/// <summary>The rules that come with the desk, in the order in which they work on a new one.</summary>
public static class CleaningRules
{
    /// <summary>Raised whenever a rule's code gives other values than before: the photos then follow.</summary>
    public const int Edition = 1;

    /// <summary>Signs first, then what stands around names, then whose name it is, then how it is written.</summary>
    public static readonly IReadOnlyList<CleaningRule> All =
    [
        new StrayCharacters(),
        new CameraCaptions(),
        new CreditPlaceholders(),
        new CopyrightMarks(),
        new ByPrefixes(),
        new BylineAndCredit(),
        new NameLists(),
        new NobodysName(),
        new AgencySpellings(),
        new NamesInCapitals(),
        new TitlesInCapitals(),
        new SaidTwice(),
    ];

    private static readonly Dictionary<string, CleaningRule> ById = All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    public static CleaningRule? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The name of a rule; of one that a later desk made its id.</summary>
    public static string NameOf(string id) => Find(id)?.Name ?? id;
}
