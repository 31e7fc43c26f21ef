namespace MediaDesk.Credits;

/// <summary>What stands before a piece of a credit line.</summary>
internal enum CreditJoint
{
    Beginning,
    Bracket,
    Slash,
    Via,
    Bar,
    Dash,
    Copyright,
    Line,

    /// <summary>A semicolon between names.</summary>
    List,

    /// <summary>The +++ with which German wires set off their own mark: "dpa +++ dpa-Bildfunk +++".</summary>
    Mark,
}

internal readonly record struct CreditPiece(CreditSlice Slice, CreditJoint Before);

/// <summary>Cuts a credit line at its separators, in one walk from the beginning to the end.</summary>
internal static class CreditScanner
{
    /// <summary>Archive numbers such as (16512200n) are no longer than this.</summary>
    private const int LongestNumber = 24;

    public static List<CreditPiece> Cut(string text)
    {
        var pieces = new List<CreditPiece>();
        var (start, joint) = (0, CreditJoint.Beginning);
        for (var i = 0; i <= text.Length;)
        {
            var (length, next) = i < text.Length ? JointAt(text, i) : (1, CreditJoint.Line);
            if (length == 0)
            {
                i++;
                continue;
            }

            var slice = new CreditSlice(text, start, i).Trim();
            if (ContainsLetter(slice))
            {
                pieces.Add(new(slice, joint));
                joint = next;
            }
            else
            {
                // Of several separators in a row ("/via ", ") (") the strongest says how the next piece is joined.
                joint = Stronger(joint, next);
            }

            i += length;
            start = i;
        }

        return pieces;
    }

    private static CreditJoint Stronger(CreditJoint one, CreditJoint other) =>
        one is CreditJoint.Via || other is CreditJoint.Via ? CreditJoint.Via
        : one is CreditJoint.Bracket || other is CreditJoint.Bracket ? CreditJoint.Bracket
        : other;

    /// <summary>The separator that begins at <paramref name="i"/>, with its length; 0 where none does.</summary>
    private static (int Length, CreditJoint Joint) JointAt(string text, int i)
    {
        switch (text[i])
        {
            case '(':
                return CopyrightLength(text, i) is > 0 and var sign ? (sign, CreditJoint.Copyright)
                    : NumberLength(text, i) is > 0 and var number ? (number, CreditJoint.Bracket)
                    : (1, CreditJoint.Bracket);
            case ')' or '[' or ']' or '{' or '}':
                return (1, CreditJoint.Bracket);
            case '/' or '\\':
                return i > 0 && text[i - 1] == ':' ? (0, default) : (1, CreditJoint.Slash);
            case '|' or '¦' or '·' or '•':
                return (1, CreditJoint.Bar);
            case ';':
                return (1, CreditJoint.List);
            case '#':
                return (1, CreditJoint.Slash);
            case '+' when i + 2 < text.Length && text[i + 1] == '+' && text[i + 2] == '+':
                return (3, CreditJoint.Mark);
            case '\r' or '\n' or '\u2028' or '\u2029':
                return (1, CreditJoint.Line);
            case '©':
                return (1, CreditJoint.Copyright);
            case '–' or '—':
                return (1, CreditJoint.Dash);
            case '-' when (i > 0 && char.IsWhiteSpace(text[i - 1])) || (i > 0 && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1])):
                return (1, CreditJoint.Dash);
            case 'v' or 'V' when IsWord(text, i, "via") || IsWord(text, i, "vía"):
                return (3, CreditJoint.Via);
            case 'c' or 'C' when IsWord(text, i, "copyright"):
                return ("copyright".Length, CreditJoint.Copyright);
            default:
                return (0, default);
        }
    }

    private static int CopyrightLength(string text, int i) =>
        i + 2 < text.Length && text[i + 1] is 'c' or 'C' && text[i + 2] == ')' ? 3 : 0;

    private static int NumberLength(string text, int i)
    {
        var digits = 0;
        for (var at = i + 1; at < text.Length && at < i + LongestNumber; at++)
        {
            if (text[at] == ')')
            {
                return digits >= 5 ? at - i + 1 : 0;
            }

            if (char.IsAsciiDigit(text[at]))
            {
                digits++;
            }
            else if (!char.IsAsciiLetter(text[at]) && text[at] != ' ')
            {
                return 0;
            }
        }

        return 0;
    }

    private static bool IsWord(string text, int i, string word) =>
        string.Compare(text, i, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
        && (i + word.Length == text.Length || !(char.IsLetterOrDigit(text[i + word.Length]) || text[i + word.Length] == '\''));

    private static bool ContainsLetter(CreditSlice slice)
    {
        foreach (var sign in slice.Span)
        {
            if (char.IsLetterOrDigit(sign))
            {
                return true;
            }
        }

        return false;
    }
}
