using System.Text.RegularExpressions;
using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>Cuts a credit line at its separators and takes off what is no name: lead-ins, brackets, archive numbers.</summary>
internal static partial class CreditPart
{
    public static IReadOnlyList<string> Cut(string credit)
    {
        // Getty's placeholder for a chain that does not fit.
        if (credit.Contains("credit too long", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var plain = Brackets().Replace(CopyrightSign().Replace(ArchiveNumber().Replace(credit, " "), " / "), " / ");
        return [.. Separator().Split(plain).Select(Tidy).Where(part => TextNormaliser.Normalise(part).Length > 0)];
    }

    private static string Tidy(string part)
    {
        string before;
        part = part.Trim();
        do
        {
            before = part;
            part = LeadIn().Replace(part, "").Trim();
        }
        while (part != before && part.Length > 0);

        part = Rights().Replace(part, "").Trim(' ', '\t', '-', '–', ':', ',', '.');
        // "AFP PHOTO / NAMENAME/AFP": two credits run together without a separator.
        var half = part.Length / 2;
        return part.Length > 8 && part.Length % 2 == 0 && part[..half] == part[half..] ? part[..half] : part;
    }

    [GeneratedRegex(@"\(\s*\d{5,}\s*[a-z]{0,3}\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex ArchiveNumber();

    [GeneratedRegex(@"©|\(c\)|\bcopyright\b(\s+(of|by))?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CopyrightSign();

    [GeneratedRegex(@"[()\[\]{}]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[/|\\;#\r\n]|\s[-–—]\s|(?<![\p{L}\p{N}])via(?![\p{L}\p{N}])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^((mandatory\s+)?(photo|image|picture)?\s*credits?\s*(to\b|:|\bby\b)|(photo(graph)?s?|pictures?|pic|images?|foto|handout)(\s+illustration)?\s*(:|\b(by|from|courtesy\s+of|of|provided\s+by)\b)|courtesy(\s+(of|by)\b)?\s*:?|by\s+|(19|20)\d\d\b)\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"[,.\s]*\ball rights reserved\b.*$|[,.\s]*\b(19|20)\d\d$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Rights();
}
