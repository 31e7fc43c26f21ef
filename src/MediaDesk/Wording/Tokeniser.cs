using System.Globalization;

namespace MediaDesk.Wording;

/// <summary>Cuts a text into tokens in one pass.</summary>
internal readonly struct Tokeniser(CaptionText caption)
{
    private const int LongestEntry = 24;
    private const int LongestTag = 256;

    private readonly string text = caption.Text;

    public void Run()
    {
        // Where the search for the end of a tag last failed: a text of nothing but "<" is not searched again from each.
        var noTagBefore = 0;
        for (var i = 0; i < text.Length;)
        {
            var sign = text[i];
            if (sign is '\n' or '\r' or '\u2028' or '\u2029')
            {
                caption.Add(TokenKind.Break, i++, 1);
            }
            else if (char.IsAsciiDigit(sign))
            {
                i = Number(i);
            }
            else if (IsLetter(sign))
            {
                i = Word(i);
            }
            else if (sign is '<' && i >= noTagBefore && TagEnd(i, ref noTagBefore) is > 0 and var end)
            {
                Tag(i, end);
                i = end;
            }
            else
            {
                i = char.IsWhiteSpace(sign) || char.IsControl(sign) ? i + 1 : Mark(i);
            }
        }
    }

    private static bool IsLetter(char sign) => char.IsAsciiLetter(sign) || (sign > '\x7f' && char.GetUnicodeCategory(sign)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate);

    private static bool IsApostrophe(char sign) => sign is '\'' or '’' or 'ʼ' or '`';

    private static bool IsHyphen(char sign) => sign is '-' or '\u2010' or '\u2011';

    private int Mark(int start)
    {
        caption.Add(TokenKind.Mark, start, 1);
        caption[caption.Count - 1].Mark = text[start];
        return start + 1;
    }

    private int Number(int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var digits = end - start;
        if (end < text.Length && (IsLetter(text[end]) || (IsHyphen(text[end]) && end + 1 < text.Length && IsLetter(text[end + 1]))))
        {
            end = Rest(end);
        }

        caption.Add(end - start == digits ? TokenKind.Number : TokenKind.Word, start, end - start);
        ref var token = ref caption[caption.Count - 1];
        token.Number = digits <= 9 && end - start - digits <= 2 ? int.Parse(text.AsSpan(start, digits), CultureInfo.InvariantCulture) : -1;
        caption.Normalise(end - start);
        return end;
    }

    private int Word(int start)
    {
        var end = start;
        while (end < text.Length && IsLetter(text[end]))
        {
            end++;
        }

        // U.S., D.C., a.m.: single letters, each with its full stop.
        if (end == start + 1 && end + 1 < text.Length && text[end] == '.' && IsLetter(text[end + 1]))
        {
            var stop = end;
            while (stop + 1 < text.Length && text[stop] == '.' && IsLetter(text[stop + 1]) && (stop + 2 == text.Length || !IsLetter(text[stop + 2])))
            {
                stop += 2;
            }

            if (stop > end && stop < text.Length && text[stop] == '.')
            {
                stop++;
            }

            if (stop > end)
            {
                return Finish(start, stop, stop - start);
            }
        }

        // French d'Alep, l'Elysée: the small word and the name.
        if (end < text.Length && IsApostrophe(text[end]) && end + 1 < text.Length && IsLetter(text[end + 1]) && IsElision(text.AsSpan(start, end - start)))
        {
            return Finish(start, end + 1, end - start);
        }

        end = Rest(end);
        var bare = end - start;
        var isPossessive = false;
        if (bare > 2 && text[end - 1] is 's' or 'S' && IsApostrophe(text[end - 2]))
        {
            (bare, isPossessive) = (bare - 2, true);
        }
        else if (end < text.Length && text[end - 1] is 's' or 'S' && IsApostrophe(text[end]) && bare > 2 && end + 1 < text.Length && text[end + 1] == ' ')
        {
            (end, isPossessive) = (end + 1, true);
        }

        Finish(start, end, bare);
        caption[caption.Count - 1].IsPossessive = isPossessive;
        return end;
    }

    /// <summary>Onwards from inside a word: letters, digits, and apostrophes and hyphens between them.</summary>
    private int Rest(int end)
    {
        while (end < text.Length)
        {
            if (IsLetter(text[end]) || char.IsAsciiDigit(text[end]))
            {
                end++;
            }
            else if ((IsApostrophe(text[end]) || IsHyphen(text[end])) && end + 1 < text.Length && (IsLetter(text[end + 1]) || char.IsAsciiDigit(text[end + 1])))
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private int Finish(int start, int end, int bare)
    {
        caption.Add(TokenKind.Word, start, end - start);
        caption[caption.Count - 1].Case = CaseOf(text.AsSpan(start, bare));
        caption.Normalise(bare);
        ref var token = ref caption[caption.Count - 1];
        if (token.WordsLength is > 0 and <= LongestEntry)
        {
            token.Entry = Lexicon.Words.Find(caption.Words(caption.Count - 1, caption.Count - 1));
        }

        return end;
    }

    private static bool IsElision(ReadOnlySpan<char> word) =>
        word is "l" or "d" or "qu" or "s" or "n" or "j" or "c" or "m" or "jusqu" or "lorsqu";

    private static LetterCase CaseOf(ReadOnlySpan<char> word)
    {
        var (letters, capitals) = (0, 0);
        foreach (var sign in word)
        {
            if (char.IsLetter(sign))
            {
                letters++;
                capitals += char.IsUpper(sign) ? 1 : 0;
            }
        }

        return (letters, capitals) switch
        {
            (0, _) => LetterCase.None,
            // al-Hawa, d'Ivoire, bin-Laden: a name by the capital behind its hyphen.
            (_, 0) => LetterCase.Lower,
            _ when letters == capitals && letters > 1 => LetterCase.AllCapitals,
            _ when char.IsUpper(word[0]) => LetterCase.Capital,
            _ => HasInnerCapital(word) ? LetterCase.Capital : LetterCase.Lower,
        };
    }

    private static bool HasInnerCapital(ReadOnlySpan<char> word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]) && !char.IsLetter(word[i - 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Behind a tag of HTML that begins here; 0 for a mere "less than".</summary>
    private int TagEnd(int start, ref int noTagBefore)
    {
        if (start + 1 >= text.Length || !(char.IsAsciiLetter(text[start + 1]) || text[start + 1] is '/' or '!'))
        {
            return 0;
        }

        var limit = Math.Min(text.Length, start + LongestTag);
        var end = text.AsSpan(start, limit - start).IndexOf('>');
        if (end < 0)
        {
            noTagBefore = limit;
            return 0;
        }

        return start + end + 1;
    }

    private void Tag(int start, int end)
    {
        var name = text.AsSpan(start + 1, end - start - 2).Trim('/');
        var isBreak = name.StartsWith("br", StringComparison.OrdinalIgnoreCase) || name.StartsWith("p", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("div", StringComparison.OrdinalIgnoreCase) || name.StartsWith("li", StringComparison.OrdinalIgnoreCase);
        if (!isBreak)
        {
            caption.PassTag();
            return;
        }

        caption.Add(TokenKind.Break, start, end - start);
        caption[caption.Count - 1].Part = CaptionPart.Markup;
    }
}
