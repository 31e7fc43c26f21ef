using System.Globalization;
using System.Text;

namespace MediaDesk.Language;

/// <summary>
/// Brings text into the one form in which captions, credits, places and queries are compared: words of lower-case letters and
/// digits without accents, parted by single blanks. <c>Bülent Kılıç</c> and <c>BULENT KILIC</c> are the same, and so are
/// <c>إدلب</c> and <c>ادلب</c>, <c>Sanʿa</c> and <c>Sana</c>. Nothing else occurs in the result, so an underscore marks what no person can type.
/// </summary>
internal static class TextNormaliser
{
    /// <summary>A word is compared by its first this many UTF-16 units: base64 and the like do not bloat the index.</summary>
    public const int LongestWord = 64;

    /// <summary>Letters of a short word and its blank, to guess how many words a text has.</summary>
    private const int ShortWord = 4;

    public static string Normalise(string? text) => text is null ? "" : Ascii.IsValid(text) ? NormaliseAscii(text) : string.Join(' ', Words(text));

    public static IReadOnlyList<string> Words(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        var words = new List<LocatedWord>();
        var word = new WordInHand(words);
        foreach (var rune in Decompose(text).EnumerateRunes())
        {
            word.Take(rune, 0, 0);
        }

        word.End();
        return [.. words.Select(one => one.Word)];
    }

    /// <summary>The same words, each with its place in the text as it is written, accents included.</summary>
    public static IReadOnlyList<LocatedWord> Located(string? text)
    {
        text ??= "";
        var words = new List<LocatedWord>(text.Length / ShortWord);
        var word = new WordInHand(words);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var start = at;
            at += rune.Utf16SequenceLength;
            if (rune.IsAscii)
            {
                word.Take(rune, start, at);
                continue;
            }

            foreach (var part in Decompose(rune.ToString()).EnumerateRunes())
            {
                word.Take(part, start, at);
            }
        }

        word.End();
        return words;
    }

    /// <summary>The text with replacement signs for what <see cref="string.Normalize()"/> refuses as no text: half a surrogate pair, and U+FFFE.</summary>
    public static string Sound(string text) =>
        (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes()) : text).Replace('\uFFFE', '\uFFFD');

    /// <summary>The same for what has no accents to take off: most names, and captions are read by the thousand a second.</summary>
    private static string NormaliseAscii(string text)
    {
        const int onStack = 256;
        var normal = text.Length <= onStack ? stackalloc char[onStack] : new char[text.Length];
        var (length, word) = (0, 0);
        foreach (var sign in text)
        {
            if (!char.IsAsciiLetterOrDigit(sign))
            {
                word = 0;
            }
            else if (word < LongestWord)
            {
                if (word == 0 && length > 0)
                {
                    normal[length++] = ' ';
                }

                normal[length++] = char.ToLowerInvariant(sign);
                word++;
            }
        }

        return normal[..length].ToString();
    }

    private static string Decompose(string text) => Sound(text).Normalize(NormalizationForm.FormKD);

    /// <summary>Accents of Latin, Greek, Cyrillic, Hebrew and Arabic, the letters ayn and hamza of transliterations, and signs without width.</summary>
    private static bool IsDropped(Rune rune) => rune.Value switch
    {
        >= 0x02B0 and <= 0x036F => true,
        >= 0x0483 and <= 0x0489 => true,
        >= 0x0591 and <= 0x05C7 => true,
        >= 0x0610 and <= 0x061A => true,
        0x0640 => true, // tatweel
        >= 0x064B and <= 0x065F or 0x0670 => true,
        >= 0x06D6 and <= 0x06ED => true,
        >= 0x1AB0 and <= 0x1AFF => true,
        >= 0x1DC0 and <= 0x1DFF => true,
        >= 0x20D0 and <= 0x20FF => true,
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format,
    };

    /// <summary>Vowel signs of Indic and other scripts: without them words lose their sense.</summary>
    private static bool IsPartOfWord(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static bool IsIdeograph(Rune rune) =>
        rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static void Append(StringBuilder word, Rune rune)
    {
        if (Rune.IsDigit(rune))
        {
            word.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            return;
        }

        var lower = Rune.ToLowerInvariant(rune);
        switch (lower.Value)
        {
            case 'ß': word.Append("ss"); break;
            case 'æ': word.Append("ae"); break;
            case 'œ': word.Append("oe"); break;
            case 'þ': word.Append("th"); break;
            case 'ø': word.Append('o'); break;
            case 'ł': word.Append('l'); break;
            case 'đ' or 'ð': word.Append('d'); break;
            case 'ħ': word.Append('h'); break;
            case 'ŧ': word.Append('t'); break;
            case 'ı': word.Append('i'); break;
            case 'ə': word.Append('e'); break;
            case 'ς': word.Append('σ'); break;
            case 'ٱ': word.Append('ا'); break;
            case 'ى' or 'ی' or 'ې': word.Append('ي'); break;
            case 'ة' or 'ۀ' or 'ہ' or 'ھ': word.Append('ه'); break;
            case 'ک': word.Append('ك'); break;
            default: word.Append(lower.ToString()); break;
        }
    }

    /// <summary>Puts words together from decomposed runes.</summary>
    private sealed class WordInHand(List<LocatedWord> words)
    {
        private readonly StringBuilder word = new();
        private int from;
        private int to;

        public void Take(Rune rune, int start, int end)
        {
            if (rune.IsAscii && !char.IsAsciiLetterOrDigit((char)rune.Value))
            {
                End();
            }
            else if (rune.IsAscii)
            {
                Grow(start, end);
                word.Append(char.ToLowerInvariant((char)rune.Value));
            }
            else if (IsDropped(rune))
            {
                // An accent that stands behind its letter belongs to the word.
                to = word.Length > 0 ? end : to;
            }
            else if (!Rune.IsLetterOrDigit(rune) && !IsPartOfWord(rune))
            {
                End();
            }
            else if (IsIdeograph(rune))
            {
                // Chinese and Japanese do not part words: each sign stands alone, and several together are searched as a phrase.
                End();
                words.Add(new(rune.ToString(), start, end - start));
            }
            else
            {
                Grow(start, end);
                Append(word, rune);
            }
        }

        public void End()
        {
            if (word.Length > 0)
            {
                var length = Math.Min(word.Length, LongestWord);
                words.Add(new(word.ToString(0, char.IsHighSurrogate(word[length - 1]) ? length - 1 : length), from, to - from));
                word.Clear();
            }
        }

        private void Grow(int start, int end)
        {
            from = word.Length == 0 ? start : from;
            to = end;
        }
    }
}
