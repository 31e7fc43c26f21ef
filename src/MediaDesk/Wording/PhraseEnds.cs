namespace MediaDesk.Wording;

/// <summary>What stands before and behind a place phrase: dates and distances.</summary>
internal sealed class PhraseEnds
{
    private readonly CaptionText text;
    private readonly IReadOnlyList<DateMention> dates;

    /// <summary>By token: the number of the date it belongs to, plus one.</summary>
    private readonly int[] dateAt;

    public PhraseEnds(CaptionText text, IReadOnlyList<DateMention> dates)
    {
        (this.text, this.dates, dateAt) = (text, dates, new int[text.Count]);
        for (var number = 0; number < dates.Count; number++)
        {
            dateAt.AsSpan(dates[number].First, dates[number].Last - dates[number].First + 1).Fill(number + 1);
        }
    }

    /// <summary>The number of the date that a token belongs to; -1 for none. Years alone do not count: they stand in names.</summary>
    public int DateAt(int i) => i < dateAt.Length && dateAt[i] - 1 is >= 0 and var number && dates[number] is not { Month: null, Year: not null } ? number : -1;

    /// <summary>A date that follows, with the words that lead to it: "on 3 May 2024", "le 3 mai", "in May 2020", "early Friday".</summary>
    public (int Number, int Last)? DateBehind(int i)
    {
        for (var steps = 0; steps < 4 && text.IsBody(i); steps++, i++)
        {
            if (i < dateAt.Length && dateAt[i] > 0 && dates[dateAt[i] - 1].First == i)
            {
                return (dateAt[i] - 1, dates[dateAt[i] - 1].Last);
            }

            ref var token = ref text[i];
            var isLeading = token.IsLowerWord && text.Words(i, i) is "on" or "in" or "le" or "am" or "den" or "el" or "the" or "late" or "early" or "en" or "im" or "circa" or "du";
            // "in Paris (24 October)" and "in Paris - 24 October".
            if (!isLeading && !(steps == 0 && (token.IsDash || token.IsMark('('))))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The number of a date that ends directly before a token, else -1.</summary>
    public int DateBefore(int i)
    {
        var before = i - 1;
        if (text.IsMark(before, ',') || text.IsMark(before, ')'))
        {
            before--;
        }

        return before >= 0 && dateAt[before] is > 0 and var number ? number - 1 : -1;
    }

    /// <summary>"near the Burmese border with", "on the border between": behind it; 0 where it is none.</summary>
    public int Border(int i)
    {
        const int longest = 7;
        for (var end = Math.Min(text.Count, i + longest); i < end && text.IsBody(i) && text[i].Kind is TokenKind.Word; i++)
        {
            if (text[i].IsLowerWord && text.Words(i, i) is "border" or "borders" or "frontier" or "frontiere" or "boundary")
            {
                return i + 1 < text.Count && text[i + 1].Kind is TokenKind.Word && text.Words(i + 1, i + 1) is "with" or "between" or "to" or "of" or "entre" or "avec" ? i + 2 : 0;
            }
        }

        return 0;
    }

    /// <summary>Behind an "and"; 0 where none is.</summary>
    public int And(int i) => text.IsBody(i) && text[i].IsLowerWord && text.Words(i, i) is "and" or "et" ? i + 1 : 0;

    /// <summary>"about 40 miles (64 kilometers) south of", "some 30km from": behind it; 0 where it is none.</summary>
    public int Distance(int i)
    {
        const int longest = 12;
        var isDistance = false;
        for (var end = Math.Min(text.Count, i + longest); i < end && text.IsBody(i); i++)
        {
            ref var token = ref text[i];
            if (token.Is(WordKinds.Direction) && token.IsLowerWord && i + 1 < text.Count && text.Words(i + 1, i + 1) is "of" or "de" or "du")
            {
                return i + 2;
            }

            if (isDistance && token.IsLowerWord && text.Words(i, i) is "from" or "off" or "de" or "outside")
            {
                return i + 1;
            }

            isDistance |= token.Kind is TokenKind.Number || token.Number >= 0 || (token.IsLowerWord && text.Words(i, i) is "miles" or "kilometers" or "kilometres" or "km" or "mile" or "hours");
            if (token.Kind is TokenKind.Break || token.IsName || token.IsMark('.') || token.IsMark(';') || token.IsMark(','))
            {
                return 0;
            }
        }

        return 0;
    }
}
