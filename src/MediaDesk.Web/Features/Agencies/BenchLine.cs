using MediaDesk.Credits;

namespace MediaDesk.Web.Features.Agencies;

/// <summary>A credit line on the test bench: how it is read now and how it would be.</summary>
public sealed record BenchLine(string Text, IReadOnlyList<BenchLink> Now, IReadOnlyList<BenchLink> Then)
{
    /// <summary>A bench takes so many lines.</summary>
    public const int Most = 50;

    public bool IsChanged => !Now.SequenceEqual(Then);

    public bool IsUnderstood => Then.Count > 0 && Then.All(link => link.IsKnown);

    public string State => IsChanged ? "Changed by what is not saved yet" : IsUnderstood ? "As before" : "Not understood";

    public static IReadOnlyList<BenchLine> Of(string text, AgencyCatalogue now, AgencyCatalogue then) =>
        [.. Lines(text).Take(Most).Select(line => new BenchLine(line, Links(line, now), Links(line, then)))];

    public static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IReadOnlyList<BenchLink> Links(string line, AgencyCatalogue catalogue)
    {
        var values = CreditReader.Read(line, [], catalogue).Values;
        var agencies = values.Where(value => value.Field is CreditField.Agency).ToList();
        return [.. values.Select(value => new BenchLink(value.Value, Role(value, agencies), value.IsFilled && value.Agency is not { Kind: null }))];
    }

    private static string Role(CreditValue value, List<CreditValue> agencies) => value switch
    {
        { IsFilled: false } => value.Field is CreditField.Byline ? "byline?" : "unknown",
        { Field: CreditField.Byline } => "byline",
        { Field: CreditField.Client } => "client",
        { Field: CreditField.Pool } => "shared",
        { Field: CreditField.Handout } => "given out",
        { Field: CreditField.File } => "from the archive",
        { Agency.Kind: null } => "unknown",
        _ when ReferenceEquals(value, agencies[0]) => "origin",
        _ when ReferenceEquals(value, agencies[^1]) => "distributor",
        _ => "via",
    };
}

/// <param name="IsKnown">Whether the rules say who this is.</param>
public sealed record BenchLink(string Name, string Role, bool IsKnown);
