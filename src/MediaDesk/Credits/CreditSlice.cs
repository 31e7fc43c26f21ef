using System.Text;

namespace MediaDesk.Credits;

/// <summary>A piece of a credit line that stays in its place, so that all found in it can be pointed at.</summary>
internal readonly record struct CreditSlice(string Text, int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public ReadOnlySpan<char> Span => Text.AsSpan(Start, Math.Max(0, Length));

    public override string ToString() => Span.ToString();

    public CreditSlice From(int start) => this with { Start = Math.Min(start, End) };

    public CreditSlice To(int end) => this with { End = Math.Max(end, Start) };

    /// <summary>Without blanks and the punctuation that stands around names. A full stop behind an abbreviation stays: Jr.</summary>
    public CreditSlice Trim()
    {
        var (start, end) = (Start, End);
        while (start < end && (IsEdge(Text[start]) || IsPictogram(start, end)))
        {
            start += IsPictogram(start, end) ? 2 : 1;
        }

        while (end > start && (IsEdge(Text[end - 1]) || (Text[end - 1] == '.' && !IsAbbreviated(start, end))))
        {
            end--;
        }

        return new(Text, start, end);
    }

    /// <summary>The words, parted by blanks, without what stands around them.</summary>
    public IReadOnlyList<CreditSlice> Words()
    {
        var words = new List<CreditSlice>();
        for (var i = Start; i < End;)
        {
            while (i < End && char.IsWhiteSpace(Text[i]))
            {
                i++;
            }

            var from = i;
            while (i < End && !char.IsWhiteSpace(Text[i]))
            {
                i++;
            }

            if (i > from)
            {
                words.Add(new(Text, from, i));
            }
        }

        return words;
    }

    private bool IsPictogram(int at, int end) =>
        at + 1 < end && char.IsSurrogatePair(Text[at], Text[at + 1]) && !Rune.IsLetterOrDigit(new(Text[at], Text[at + 1]));

    private static bool IsEdge(char sign) =>
        char.IsWhiteSpace(sign) || char.IsControl(sign) || char.IsSymbol(sign) || sign is ',' or ':' or '-' or '–' or '—' or '"' or '“' or '”' or '„' or '«' or '»' or '*' or '_' or '®' or '™' or '~' or '='
            or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\u200B';

    private bool IsAbbreviated(int start, int end)
    {
        var from = end - 1;
        while (from > start && !char.IsWhiteSpace(Text[from - 1]))
        {
            from--;
        }

        return Text[from..(end - 1)].ToUpperInvariant() is "JR" or "SR" or "INC" or "LTD" or "CO" or "CORP" or "DTL" || (end - 1 - from == 1 && from > start);
    }
}
