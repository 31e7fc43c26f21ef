using System.Collections.Frozen;
using MediaDesk.Credits;
using MediaDesk.Language;

namespace MediaDesk.Cleaning.Rules;

/// <summary>"STRINGER" as a byline title is "Stringer". Codes such as STF and MBR, and titles of other words, stay.</summary>
internal sealed class TitlesInCapitals() : CleaningRule(
    "titles-in-capitals", "Byline titles in capitals", "Writes byline titles such as STRINGER in normal case.",
    new(["Jane Doe"], "STAFF PHOTOGRAPHER", null, null, null))
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "staff", "stringer", "contributor", "contributing", "freelance", "freelancer", "photographer", "photojournalist", "chief", "senior", "correspondent", "handout", "member", "editor",
        "picture", "photo", "special", "independent", "pool", "of", "the", "photographe", "fotograf", "fotografin", "fotografo", "pigiste", "mitarbeiter", "colaborador",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override CleaningFields Clean(CleaningFields fields, AgencyCatalogue agencies)
    {
        if (fields.BylineTitle is not { Length: <= Longest } title || !title.Any(char.IsLetter) || title.Where(char.IsLetter).Any(sign => !char.IsUpper(sign))
            || !TextNormaliser.Words(title).All(Words.Contains))
        {
            return fields;
        }

        return fields with { BylineTitle = title[..1] + title[1..].ToLowerInvariant() };
    }
}
