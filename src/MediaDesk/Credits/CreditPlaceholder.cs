using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>Getty writes <c>(Credit too long, see caption)</c> for a chain that does not fit, and the credit at the end of the caption.</summary>
internal static class CreditPlaceholder
{
    public static bool Is(string credit) => credit.Contains("credit too long", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the placeholder is all that the credit says.</summary>
    public static bool IsWhole(string credit) =>
        TextNormaliser.Normalise(credit) is "credit too long see caption" or "credit too long see the caption" or "credit too long" or "see caption" or "see caption for credit";

    /// <summary>The last bracket of a caption, where it holds a credit.</summary>
    public static string? InCaption(string? caption)
    {
        var text = (caption ?? "").AsSpan().TrimEnd();
        var start = text is [.., ')'] ? text.LastIndexOf('(') : -1;
        if (start < 0 || text.Length - start > CreditReader.LongestCredit)
        {
            return null;
        }

        var (_, lead) = CreditLeadIn.Strip(new(text[(start + 1)..^1].ToString(), 0, text.Length - start - 2));
        return lead is CreditLead.None ? null : text[start..].ToString();
    }
}
