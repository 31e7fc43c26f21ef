namespace MediaDesk.Wording;

/// <summary>Tells a text that is nothing but a credit, as in the field Credit, from a caption.</summary>
internal static class CreditLine
{
    private const int LongestLine = 60;

    /// <summary>A whole text with more words in small letters than this, those of credits apart, is no credit line.</summary>
    private const int ProseWords = 2;

    /// <summary>Whether the whole text is a credit line, as in the field Credit.</summary>
    public static bool Is(CaptionText text)
    {
        var (prose, words, names, sentences, marked) = (0, 0, 0, 0, int.MaxValue);
        for (var i = 0; i < text.Count; i++)
        {
            ref var token = ref text[i];
            if (token.Kind is TokenKind.Break || token.Part is not CaptionPart.Body)
            {
                continue;
            }

            sentences = Math.Max(sentences, token.Sentence);
            if (token.Kind is TokenKind.Word)
            {
                words++;
                names += token.IsName ? 1 : 0;
                prose += IsWithoutCase(text, token) ? ProseWords + 1 : (token.IsLowerWord && !IsCreditWord(text, i)) || token is { Case: LetterCase.None, Number: < 0 } ? 1 : 0;
            }

            marked = token.Kind is TokenKind.Mark && token.Mark is '/' or '©' or '|' or '#' ? Math.Min(marked, token.Sentence) : marked;
            if (words > LongestLine || token.Is(WordKinds.Month) || token.Is(WordKinds.Weekday) || (token.Kind is TokenKind.Number && DateScanner.At(text, i, Lexicon.English) is { IsWhole: true }))
            {
                return false;
            }
        }

        if (prose > 0 && ((sentences > 0 && marked > 0) || (marked == int.MaxValue && EndsAsSentence(text))))
        {
            // "Ein Mann am Rhein. Foto: Jane Doe/dpa" and "Portrait of the novelist Jane Doe, author of 'A Book'.": captions without a verb.
            return false;
        }

        return words > 0 && prose <= ProseWords && sentences <= 3 && (marked < int.MaxValue || names <= 8);
    }

    private static bool EndsAsSentence(CaptionText text)
    {
        var last = text.Count - 1;
        while (last > 0 && (text[last].Kind is TokenKind.Break || (text[last].Kind is TokenKind.Mark && !text.IsMark(last, '.'))))
        {
            last--;
        }

        var word = last - 1;
        while (word > 0 && text[word].Kind is TokenKind.Mark)
        {
            word--;
        }

        return text.IsMark(last, '.') && word >= 0 && text[word].Kind is TokenKind.Word && !text[word].Is(WordKinds.Abbreviation) && text[word].Length > 1;
    }

    /// <summary>Arabic, Chinese and others have no capitals to tell names by.</summary>
    private static bool IsWithoutCase(CaptionText text, in Token token) => token.Length > 1 && text.Text[token.Start] > '\u0530' && !char.IsUpper(text.Text[token.Start]) && !char.IsLower(text.Text[token.Start]);

    private static bool IsCreditWord(CaptionText text, int i) =>
        text[i].Is(WordKinds.Connector | WordKinds.Determiner) || (text[i].Kind is TokenKind.Word ? text.Words(i, i) : "") is "photo" or "photos" or "by" or "via" or "for" or "and" or "of" or "from" or "courtesy" or "handout" or "pool" or "file" or "credit" or "picture"
            or "image" or "images" or "provided" or "supplied" or "copyright" or "photograph" or "pictures" or "foto" or "par" or "von" or "por" or "c" or "mandatory";
}
