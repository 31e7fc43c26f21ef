namespace MediaDesk.Wording;

/// <summary>One word of the lists.</summary>
internal sealed class WordEntry
{
    public WordKinds Kinds { get; set; }

    /// <summary>1 to 12 of a month, 0 (Sunday) to 6 of a weekday, days ago of a relative day.</summary>
    public int Number { get; set; }

    /// <summary>The languages in which it is a month or weekday, one bit each in the order of <see cref="Lexicon.Languages"/>.</summary>
    public int CalendarLanguages { get; set; }

    /// <summary>The languages it tells of, one bit each.</summary>
    public int TellsLanguages { get; set; }

    /// <summary>ISO 3166-1 alpha-3 of a demonym.</summary>
    public string? Country { get; set; }

    public bool Is(WordKinds kinds) => (Kinds & kinds) != 0;
}
