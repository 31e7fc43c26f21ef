using MediaDesk.Language;

namespace MediaDesk.Wording;

/// <summary>
/// A caption cut into tokens, once, with the normalised form of its words beside it, so that any run of tokens is looked up
/// as a span without a copy. Work and memory grow with the length of the text and nothing else.
/// </summary>
internal sealed class CaptionText
{
    private Token[] tokens;
    private char[] words;
    private int wordsEnd;
    private bool isAfterTag;

    public CaptionText(string text)
    {
        Text = text;
        tokens = new Token[(text.Length / 4) + 16];
        words = new char[text.Length + 32];
        new Tokeniser(this).Run();
    }

    public string Text { get; }

    public int Count { get; private set; }

    /// <summary>How often tokens were looked at: the work that a reading took, whatever the machine does meanwhile.</summary>
    public long Looks { get; private set; }

    public ref Token this[int index]
    {
        get
        {
            Looks++;
            return ref tokens[index];
        }
    }

    /// <summary>The normalised words of a run of tokens, the possessive ending of the last left off.</summary>
    public ReadOnlySpan<char> Words(int first, int last)
    {
        Looks++;
        var start = tokens[first].WordsStart;
        return words.AsSpan(start, tokens[last].WordsStart + tokens[last].WordsLength - start);
    }

    /// <summary>The text of a run of tokens as written, the possessive ending of the last left off.</summary>
    public (int Start, int Length) Span(int first, int last)
    {
        var end = tokens[last].End;
        if (tokens[last].IsPossessive)
        {
            end -= Text[end - 1] is 's' or 'S' ? 2 : 1;
        }

        return (tokens[first].Start, end - tokens[first].Start);
    }

    public bool Has(int index, WordKinds kinds) => (uint)index < (uint)Count && this[index].Is(kinds);

    public bool IsMark(int index, char mark) => (uint)index < (uint)Count && this[index].IsMark(mark);

    /// <summary>Whether a token is there and belongs to the body.</summary>
    public bool IsBody(int index) => (uint)index < (uint)Count && this[index].Part is CaptionPart.Body or CaptionPart.Dateline;

    /// <summary>No blank and nothing else between two tokens.</summary>
    public bool IsJoined(int index) => index > 0 && index < Count && tokens[index - 1].End == tokens[index].Start;

    /// <summary>The first token that ends behind a position of the text.</summary>
    public int TokenAt(int position)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].End > position ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Gives a piece of the text to something else than the body.</summary>
    public void Claim(int start, int end, CaptionPart part)
    {
        for (var i = TokenAt(start); i < Count && tokens[i].Start < end; i++)
        {
            tokens[i].Part = part;
        }
    }

    /// <summary>Numbers the sentences of the body from 0; what is claimed belongs to none (-1) and ends one.</summary>
    public void NumberSentences()
    {
        var sentence = 0;
        var isOpen = false;
        for (var i = 0; i < Count; i++)
        {
            if (tokens[i].Part is not CaptionPart.Body)
            {
                tokens[i].Sentence = -1;
                (sentence, isOpen) = isOpen && tokens[i].Part is not CaptionPart.Markup ? (sentence + 1, false) : (sentence, isOpen);
                continue;
            }

            tokens[i].Sentence = sentence;
            isOpen |= tokens[i].Kind is TokenKind.Word or TokenKind.Number;
            if (isOpen && EndsSentence(i))
            {
                (sentence, isOpen) = (sentence + 1, false);
            }
        }
    }

    /// <summary>A tag that is no word and breaks no line.</summary>
    internal void PassTag() => isAfterTag = true;

    internal Token Add(TokenKind kind, int start, int length)
    {
        if (Count == tokens.Length)
        {
            Array.Resize(ref tokens, tokens.Length * 2);
        }

        tokens[Count] = new() { Kind = kind, Start = start, Length = length, Number = -1, WordsStart = wordsEnd, IsAfterTag = isAfterTag };
        isAfterTag = false;
        return tokens[Count++];
    }

    /// <summary>Writes the normalised words of the last token; <paramref name="bare"/> is its length in the text without a possessive ending.</summary>
    internal void Normalise(int bare)
    {
        ref var token = ref tokens[Count - 1];
        if (wordsEnd > 0 && words[wordsEnd - 1] != ' ')
        {
            Append(' ');
        }

        token.WordsStart = wordsEnd;
        token.WordsLength = Write(Text.AsSpan(token.Start, bare)) - token.WordsStart;
        token.WordsLengthWithPossessive = token.WordsLength;
        var rest = Text.AsSpan(token.Start + bare, token.Length - bare);
        if (rest.Length > 1)
        {
            Append(' ');
            Append('s');
            token.WordsLengthWithPossessive = wordsEnd - token.WordsStart;
        }
    }

    private int Write(ReadOnlySpan<char> text)
    {
        if (!System.Text.Ascii.IsValid(text))
        {
            foreach (var letter in TextNormaliser.Normalise(text.ToString()))
            {
                Append(letter);
            }

            return wordsEnd;
        }

        var start = wordsEnd;
        foreach (var letter in text)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                Append(char.ToLowerInvariant(letter));
            }
            else if (wordsEnd > start && words[wordsEnd - 1] != ' ')
            {
                Append(' ');
            }
        }

        while (wordsEnd > start && words[wordsEnd - 1] == ' ')
        {
            wordsEnd--;
        }

        return wordsEnd;
    }

    private void Append(char letter)
    {
        if (wordsEnd == words.Length)
        {
            Array.Resize(ref words, words.Length * 2);
        }

        words[wordsEnd++] = letter;
    }

    private bool EndsSentence(int index)
    {
        ref var token = ref tokens[index];
        if (token.Kind is TokenKind.Break)
        {
            return true;
        }

        if (token.Kind is not TokenKind.Mark || token.Mark is not ('.' or '!' or '?' or '…'))
        {
            return false;
        }

        var next = index + 1;
        while (next < Count && tokens[next].Kind is TokenKind.Mark && tokens[next].Mark is '"' or '”' or '’' or '\'' or ')' or '»')
        {
            next++;
        }

        if (next >= Count || tokens[next].Kind is TokenKind.Break || tokens[next].Part is not CaptionPart.Body)
        {
            return true;
        }

        if (token.Mark is '.' && index > 0 && tokens[index - 1].Kind is TokenKind.Number && IsJoined(index) && next == index + 1 && tokens[next].Kind is TokenKind.Number && IsJoined(next))
        {
            // "28.08.1996"
            return false;
        }

        if (token.Mark is '.' && index > 0 && tokens[index - 1] is { Kind: TokenKind.Number, Number: >= 1 and <= 31 } && IsJoined(index) && tokens[next].Is(WordKinds.Month))
        {
            // "am 12. Februar"
            return false;
        }

        if (token.Mark is not '.' || index == 0)
        {
            return tokens[next].IsName || tokens[next].Kind is TokenKind.Number;
        }

        ref var before = ref tokens[index - 1];
        var isAbbreviation = before.Kind is TokenKind.Word && before.IsName && IsJoined(index)
            && (before.Is(WordKinds.Abbreviation) || before.Length == 1 || Lexicon.Words.TryRegion(Words(index - 1, index - 1), out _));
        // "in Fresno, Calif. The fire …": a word that is in capitals only because it begins a sentence.
        return isAbbreviation
            ? tokens[next].Is(WordKinds.Opener) && tokens[next].IsName
            : tokens[next].IsName || tokens[next].Kind is TokenKind.Number || tokens[next].Number >= 0 || tokens[next].Mark is '"' or '“' or '«' or '(' or '[' or '\'' or '‘';
    }
}
