using MediaDesk.Credits;
using MediaDesk.Language;

namespace MediaDesk.Cleaning.Rules;

/// <summary>
/// Agencies written as their data write them: GETTY IMAGES, "AFP PHOTO", "Retuers", and the end that IIM cut off. Another name
/// of an agency (EPA, Associated Press, PA Wire) is what that agency asks to be printed and keeps its words.
/// </summary>
internal sealed class AgencySpellings() : CleaningRule(
    "agency-spellings", "Spelling of agencies", "Writes agencies in credit line and source as the Agencies page has them.",
    new(["Jane Doe"], null, "AFP PHOTO/GETTY IMAGES", "REUTERS", null))
{
    public override CleaningFields Clean(CleaningFields fields, AgencyCatalogue agencies)
    {
        var (credit, source) = (Written(fields.Credit, fields.Byline, agencies), Written(fields.Source, fields.Byline, agencies));
        return credit == fields.Credit && source == fields.Source ? fields : fields with { Credit = credit, Source = source };
    }

    private static string? Written(string? text, IReadOnlyList<string> byline, AgencyCatalogue agencies)
    {
        if (text is null or { Length: > Longest })
        {
            return text;
        }

        var chain = CreditReader.Read(text, byline, agencies);
        var names = chain.Values
            .Where(value => value is { Field: CreditField.Agency, IsFilled: true, Agency.Kind: not null })
            .Select(value => (value.Start, value.Length, Name: Spelling(text.Substring(value.Start, value.Length), value, agencies)))
            .Where(name => !text.AsSpan(name.Start, name.Length).SequenceEqual(name.Name))
            .ToList();
        return names.Count == 0 ? text : CreditText.With(text, names, chain, byline, agencies) ?? text;
    }

    private static string Spelling(string written, CreditValue value, AgencyCatalogue agencies)
    {
        var (normal, agency) = (TextNormaliser.Normalise(written), value.Agency!);
        var isItsName = normal == agency.Key || value.Rule == CreditRule.CutAgency || IsShort(normal, agency) || HasPictureWord(normal, agency) || IsMisspelt(normal, agency.Key);
        return isItsName ? agency.Name : IsShouted(written) && agencies.Written(normal) is { } spelling ? spelling : written;
    }

    /// <summary>"Getty" for Getty Images: what is left out is a word for a picture. EPA is no short EPA-EFE, Anadolu no short Anadolu Agency.</summary>
    private static bool IsShort(string normal, CreditAgency agency) =>
        agency.Key.StartsWith(normal + " ", StringComparison.Ordinal) && CreditLeadIn.IsNoun(agency.Key[(normal.Length + 1)..]);

    private static bool HasPictureWord(string normal, CreditAgency agency) =>
        normal.StartsWith(agency.Key + " ", StringComparison.Ordinal) && !normal[(agency.Key.Length + 1)..].Contains(' ') && CreditLeadIn.IsNoun(normal[(agency.Key.Length + 1)..]);

    /// <summary>One letter too much, too little, wrong or beside its place, in a name of six letters or more.</summary>
    private static bool IsMisspelt(string written, string name)
    {
        if (name.Length < 6 || Math.Abs(written.Length - name.Length) > 1)
        {
            return false;
        }

        var start = written.AsSpan().CommonPrefixLength(name);
        var one = written.AsSpan(start);
        var other = name.AsSpan(start);
        return one.Length > other.Length ? one[1..].SequenceEqual(other)
            : one.Length < other.Length ? other[1..].SequenceEqual(one)
            : one.Length > 0 && (one[1..].SequenceEqual(other[1..]) || (one.Length > 1 && one[0] == other[1] && one[1] == other[0] && one[2..].SequenceEqual(other[2..])));
    }

    private static bool IsShouted(string written) => written.Count(char.IsUpper) > 4 && !written.Any(char.IsLower);
}
