using MediaDesk.Credits;

namespace MediaDesk.Wording;

/// <summary>Finds credits that begin with whose photo it is.</summary>
internal sealed class PhotoByWords(CaptionText text, AgencyCatalogue agencies)
{
    /// <summary>"U.S. Army photo by Sgt. Jane Doe", "NOAA photo courtesy of", "U.S. Navy photo/": behind the words; 0 where none are. A caption's own "The photo by" has an article.</summary>
    public int Behind(int i)
    {
        const int longest = 8;
        if (i >= text.Count || !text[i].IsName || text[i].Is(WordKinds.Determiner | WordKinds.Opener))
        {
            return 0;
        }

        for (var noun = i + 1; noun < Math.Min(text.Count - 2, i + longest) && text.IsBody(noun) && (text[noun].IsLowerWord || text[noun].IsName || text[noun].Kind is TokenKind.Number || text.IsMark(noun, '.') || text.IsMark(noun, '&') || text.IsMark(noun, '/')); noun++)
        {
            if (text[noun].Kind is TokenKind.Word && text.Words(noun, noun) is "photo" or "photos" or "photograph" or "image" or "picture" or "video" or "handout" && Word(noun + 1) is "by" or "courtesy")
            {
                var behind = Word(noun + 2) is "of" ? noun + 3 : noun + 2;
                return behind < text.Count && (text[behind].IsName || text[behind].Kind is TokenKind.Number) ? behind : 0;
            }

            if (text[noun].IsLowerWord && Word(noun) is "photo" or "image" or "photos" && (text.IsMark(noun + 1, '/') || text.IsMark(noun + 1, ')')) && agencies.FindNormal(text.Words(i, noun - 1).ToString()) is { IsLink: true })
            {
                return noun + 1;
            }

            if (text[noun].IsLowerWord && Word(noun) is not ("of" or "and" or "the" or "for" or "courtesy"))
            {
                return 0;
            }
        }

        return 0;
    }

    private ReadOnlySpan<char> Word(int i) => i < text.Count && text[i].Kind is TokenKind.Word ? text.Words(i, i) : "";
}
