namespace MediaDesk.Wording;

internal enum TokenKind { Word, Number, Mark, Break }

internal enum LetterCase { None, Lower, Capital, AllCapitals }

/// <summary>What a piece of a caption is for.</summary>
internal enum CaptionPart { Body, Prefix, Dateline, Credit, Restriction, Markup }

/// <summary>A word, number, sign or line break of a caption; positions in UTF-16 units of the text as given.</summary>
internal struct Token
{
    public int Start;
    public int Length;

    /// <summary>Where its normalised words begin and how long they are, without and with a possessive ending.</summary>
    public int WordsStart, WordsLength, WordsLengthWithPossessive;

    public TokenKind Kind;
    public LetterCase Case;
    public CaptionPart Part;
    public bool IsPossessive;

    /// <summary>A tag of HTML stands directly before it.</summary>
    public bool IsAfterTag;

    /// <summary>The value of a number, also of <c>12th</c> and <c>1er</c>; -1 for others.</summary>
    public int Number;

    /// <summary>The sign of a mark.</summary>
    public char Mark;

    public int Sentence;
    public WordEntry? Entry;

    public readonly int End => Start + Length;

    public readonly bool Is(WordKinds kinds) => Entry is not null && (Entry.Kinds & kinds) != 0;

    public readonly bool IsMark(char mark) => Kind is TokenKind.Mark && Mark == mark;

    /// <summary>Begins like a name.</summary>
    public readonly bool IsName => Kind is TokenKind.Word && Case is LetterCase.Capital or LetterCase.AllCapitals;

    public readonly bool IsLowerWord => Kind is TokenKind.Word && Case is LetterCase.Lower;

    public readonly bool IsDash => Kind is TokenKind.Mark && Mark is '-' or '–' or '—';
}
