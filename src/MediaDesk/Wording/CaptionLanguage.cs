namespace MediaDesk.Wording;

/// <summary>Tells which language a caption is in by its small words, and whether that is one whose conventions are known.</summary>
internal static class CaptionLanguage
{
    /// <summary>Below this many words in small letters, a text is no sentence ("Press Day, Santa Monica, USA") and is read as English.</summary>
    private const int Sentence = 5;

    /// <summary>So many words of a language that is not understood tell it in a text that is no sentence.</summary>
    private const int FewestTelling = 3;

    /// <summary>Bits of <see cref="Lexicon.Languages"/>; 0 where nothing should be understood from the prose.</summary>
    public static int Of(CaptionText text)
    {
        Span<int> counts = stackalloc int[Lexicon.Words.Languages.Count];
        var (words, small, foreign, told) = (0, 0, 0, 0);
        for (var i = 0; i < text.Count; i++)
        {
            ref var token = ref text[i];
            if (token.Kind is not TokenKind.Word || token.Part is not CaptionPart.Body)
            {
                continue;
            }

            words++;
            small += token.IsLowerWord ? 1 : 0;
            foreign += text.Text[token.Start] > '\u02ff' ? 1 : 0;
            if (token.Entry is { TellsLanguages: > 0 and var languages } && token.Case is not LetterCase.AllCapitals)
            {
                told++;
                for (var language = 0; language < counts.Length; language++)
                {
                    counts[language] += (languages >> language) & 1;
                }
            }
        }

        if (words == 0 || foreign * 3 > words)
        {
            return 0;
        }

        var most = Most(counts);
        if (small < Sentence)
        {
            // "Porto v Braga - Estadio do Dragao": a small word inside a name makes no language.
            return most < 0 || (most >= Lexicon.Supported && counts[most] < FewestTelling) ? Lexicon.English : most < Lexicon.Supported ? 1 << most : 0;
        }

        return most is >= 0 and < Lexicon.Supported && told * 8 >= small ? 1 << most : 0;
    }

    private static int Most(ReadOnlySpan<int> counts)
    {
        var most = 0;
        for (var language = 1; language < counts.Length; language++)
        {
            most = counts[language] > counts[most] ? language : most;
        }

        return counts[most] > 0 ? most : -1;
    }
}
