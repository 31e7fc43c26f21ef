using MediaDesk.Credits;

namespace MediaDesk.Cleaning;

/// <summary>
/// One convention about what agencies send, and what the desk makes of it. Pure, quick, in doubt without effect: a wrong field is
/// worse than an untidy one.
/// </summary>
/// <param name="id">Of the rows and the JSON; never changes.</param>
/// <param name="name">For people, as the history calls it.</param>
/// <param name="what">What it does, a sentence.</param>
/// <param name="example">Fields as a file may say them, in which the rule has something to do.</param>
public abstract class CleaningRule(string id, string name, string what, CleaningFields example)
{
    /// <summary>A text longer than this is no byline or credit, and is left alone.</summary>
    protected const int Longest = CreditReader.LongestCredit;

    public string Id { get; } = id;

    public string Name { get; } = name;

    public string What { get; } = what;

    public CleaningFields Example { get; } = example;

    /// <summary>The fields as they are after the rule; the same where it has nothing to do.</summary>
    public abstract CleaningFields Clean(CleaningFields fields, AgencyCatalogue agencies);
}
