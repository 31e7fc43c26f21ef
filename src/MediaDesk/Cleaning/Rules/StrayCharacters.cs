using System.Globalization;
using System.Text;
using MediaDesk.Credits;

namespace MediaDesk.Cleaning.Rules;

/// <summary>Line ends, tabs, no-break blanks and signs that nobody sees, as typed and converted texts carry them. Joiners inside a name stay: Persian and Indic names are written with them.</summary>
internal sealed class StrayCharacters() : CleaningRule(
    "stray-characters", "Stray spaces and characters",
    "Takes line breaks, doubled spaces and invisible characters out of byline, byline title, credit line and source.",
    new(["Jane\u00A0 Doe "], "Staff ", " AFP /\tGetty  Images", "AFP", null))
{
    public override CleaningFields Clean(CleaningFields fields, AgencyCatalogue agencies)
    {
        var tidied = fields.WithNames(Tidy) with
        {
            BylineTitle = CleaningFields.Filled(Tidy(fields.BylineTitle ?? "")), Source = CleaningFields.Filled(Tidy(fields.Source ?? "")),
        };
        return tidied;
    }

    private static string Tidy(string text)
    {
        if (text.Length > Longest || !NeedsTidying(text))
        {
            return text;
        }

        var tidy = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
            {
                if (tidy.Length > 0 && tidy[^1] != ' ')
                {
                    tidy.Append(' ');
                }
            }
            else if (!IsStray(rune))
            {
                tidy.Append(rune.ToString());
            }
        }

        return tidy.ToString().TrimEnd();
    }

    private static bool NeedsTidying(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (sign == ' ' ? i == 0 || i == text.Length - 1 || text[i + 1] == ' ' : sign is < ' ' or > '~' && (char.IsWhiteSpace(sign) || char.IsControl(sign) || char.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.Surrogate || sign == '\uFFFD'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Without a glyph and without a meaning in a name: zero-width blanks, soft hyphens, directions, half characters.</summary>
    private static bool IsStray(Rune rune) =>
        rune.Value is 0x00AD or 0x200B or 0x2060 or 0xFEFF or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFFFD;
}
