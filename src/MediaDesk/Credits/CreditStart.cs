using System.Buffers;

namespace MediaDesk.Credits;

/// <summary>Tells where in a caption a credit may begin.</summary>
public static class CreditStart
{
    /// <summary>The first name of a credit ends within this many letters.</summary>
    private const int Reach = 120;

    private static readonly SearchValues<char> Ends = SearchValues.Create("/|()[]\r\n");

    /// <summary>
    /// Whether the text from <paramref name="index"/> on begins as credits do: ©, a bracket or words such as "Photo by",
    /// "Picture:", "Mandatory Credit", or an agency with a stroke behind it (REUTERS/). A credit that begins with a name alone is
    /// told only by reading what stands behind the last sentence with <see cref="CreditReader"/>.
    /// </summary>
    public static bool IsAt(string text, int index, AgencyCatalogue catalogue)
    {
        while (index < text.Length && text[index] is '(' or '[' or '#' or ' ' or '-' or '–' or '—')
        {
            index++;
        }

        if (index >= text.Length)
        {
            return false;
        }

        if (text[index] == '©')
        {
            return true;
        }

        var reach = text.AsSpan(index, Math.Min(Reach, text.Length - index));
        var end = reach.IndexOfAny(Ends);
        var piece = new CreditSlice(text, index, index + (end < 0 ? reach.Length : end));
        var (behind, lead) = CreditLeadIn.Strip(piece);
        if (lead is not CreditLead.None && behind.Start > piece.Start && !behind.IsEmpty && !char.IsLower(text[behind.Start]))
        {
            return true;
        }

        return end > 0 && catalogue.Find(piece.Trim().ToString()) is { IsLink: true };
    }
}
