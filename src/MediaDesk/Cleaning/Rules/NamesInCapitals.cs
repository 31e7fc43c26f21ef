using MediaDesk.Credits;

namespace MediaDesk.Cleaning.Rules;

/// <summary>"OMAR HAJ KADOUR" and "Piero CRUCIATTI" in normal case, particles and accents respected. What is no name of a person, one word, or has small letters of its own stays as it is.</summary>
internal sealed class NamesInCapitals() : CleaningRule(
    "names-in-capitals", "Names in capitals", "Writes photographers' names in normal case: Ludwig van der Berg, not Ludwig VAN DER BERG.",
    new(["Ludwig VAN DER BERG"], null, null, null, null))
{
    public override CleaningFields Clean(CleaningFields fields, AgencyCatalogue agencies)
    {
        if (!fields.Byline.Any(name => name.Length <= Longest && HasShoutedWord(name)))
        {
            return fields;
        }

        return fields with { Byline = [.. fields.Byline.Select(name => InNormalCase(name, agencies))] };
    }

    private static string InNormalCase(string name, AgencyCatalogue agencies)
    {
        if (name.Length > Longest || !HasShoutedWord(name) || agencies.Find(name) is not null)
        {
            return name;
        }

        var slice = new CreditSlice(name, 0, name.Length).Trim();
        return PersonName.LooksLike(slice) ? NameCase.Of(slice) : name;
    }

    /// <summary>Whether three capitals or more stand together: initials and McD do not shout.</summary>
    private static bool HasShoutedWord(string name)
    {
        var run = 0;
        foreach (var sign in name)
        {
            run = char.IsUpper(sign) ? run + 1 : 0;
            if (run > 1)
            {
                return true;
            }
        }

        return false;
    }
}
