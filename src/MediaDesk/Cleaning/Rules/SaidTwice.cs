using MediaDesk.Credits;
using MediaDesk.Language;

namespace MediaDesk.Cleaning.Rules;

/// <summary>The same photographer, or the same link of a credit, twice: "AFP/AFP/Getty Images".</summary>
internal sealed class SaidTwice() : CleaningRule(
    "said-twice", "Said twice", "Keeps each photographer of the byline and each agency of the credit line once.",
    new(["Jane Doe", "JANE DOE"], null, "AFP/AFP/Getty Images", null, null))
{
    public override CleaningFields Clean(CleaningFields fields, AgencyCatalogue agencies)
    {
        var byline = fields.Byline.Count < 2 ? fields.Byline : [.. fields.Byline.GroupBy(Key, StringComparer.Ordinal).Select(Best)];
        var credit = fields.Credit is { Length: <= Longest } text && text.Contains('/') ? Once(text) : fields.Credit;
        return byline.Count == fields.Byline.Count && credit == fields.Credit ? fields : fields with { Byline = byline, Credit = credit };
    }

    private static string Once(string credit)
    {
        var links = credit.Split('/');
        string[] once = [.. links.DistinctBy(Key, StringComparer.Ordinal)];
        return once.Length == links.Length ? credit : string.Join('/', once).Trim();
    }

    /// <summary>Of two spellings the one that does not shout.</summary>
    private static string Best(IEnumerable<string> names) => names.FirstOrDefault(name => name.Any(char.IsLower)) ?? names.First();

    private static string Key(string name) => TextNormaliser.Normalise(name) is { Length: > 0 } normal ? normal : name;
}
