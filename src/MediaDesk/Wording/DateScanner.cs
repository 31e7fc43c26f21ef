using System.Globalization;

namespace MediaDesk.Wording;

/// <summary>
/// Finds every date that a caption names, whatever it is the date of: <c>Sept. 29, 2005</c>, <c>7 February 2024</c>,
/// <c>le 1er mai 2021</c>, <c>5. März 2022</c>, <c>3 de marzo de 2023</c>, <c>2024-03-05</c>, <c>05.03.2024</c>, <c>March 2020</c>, <c>Monday</c>, <c>yesterday</c>.
/// </summary>
internal static class DateScanner
{
    private const int FirstYear = 1826;
    private const int LastYear = 2100;

    /// <summary>What names more days than this is a calendar and no caption.</summary>
    private const int MostDates = 200;

    /// <param name="languages">Bits of <see cref="Lexicon.Languages"/>: French <c>mars</c> alone is a month only in a French caption.</param>
    public static List<DateMention> Find(CaptionText text, int languages)
    {
        var found = new List<DateMention>();
        for (var i = 0; i < text.Count && found.Count < MostDates;)
        {
            var mention = text.IsBody(i) ? At(text, i, languages) : null;
            if (mention is { } date)
            {
                found.Add(date);
                i = date.Last + 1;
            }
            else
            {
                i++;
            }
        }

        GiveYears(text, found);
        return found;
    }

    /// <summary>"taken on May 6 and released on May 7, 2022": the year of the day of issue is that of the day before it.</summary>
    private static void GiveYears(CaptionText text, List<DateMention> found)
    {
        const int longest = 8;
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var (date, next) = (found[i], found[i + 1]);
            if (date is not { Year: null, Month: { } month, Day: { } day } || !next.IsWhole || next.First - date.Last > longest || text[next.First].Sentence != text[date.First].Sentence)
            {
                continue;
            }

            var isIssued = false;
            for (var between = date.Last + 1; between < next.First; between++)
            {
                isIssued |= text.Has(between, WordKinds.Issued);
            }

            // Taken in December, released in January.
            var year = (month, day).CompareTo((next.Month!.Value, next.Day!.Value)) <= 0 ? next.Year!.Value : next.Year!.Value - 1;
            if (isIssued && IsDate(year, month, day))
            {
                found[i] = date with { Year = year };
            }
        }
    }

    /// <summary>The date that begins with a token, if one does.</summary>
    public static DateMention? At(CaptionText text, int i, int languages)
    {
        ref var token = ref text[i];
        if (token.Kind is TokenKind.Number)
        {
            return Numeric(text, i) ?? DayFirst(text, i, languages) ?? YearAlone(text, i);
        }

        if (token.Kind is not TokenKind.Word || token.Entry is null)
        {
            return token.Number is >= 1 and <= 31 ? DayFirst(text, i, languages) : null;
        }

        if (token.Is(WordKinds.Weekday))
        {
            return WithWeekday(text, i, languages);
        }

        if (token.Is(WordKinds.Month))
        {
            return MonthFirst(text, i, languages);
        }

        return token.Is(WordKinds.RelativeDay) ? new(i, i, null, null, null, DaysAgo: token.Entry!.Number) : null;
    }

    private static DateMention? WithWeekday(CaptionText text, int i, int languages)
    {
        ref var token = ref text[i];
        var next = i + 1;
        if (text.IsMark(next, '.') || text.IsMark(next, ','))
        {
            next++;
        }

        if (text.IsMark(next, ','))
        {
            next++;
        }

        while (text.Has(next, WordKinds.Determiner) && text[next].IsLowerWord)
        {
            next++;
        }

        if (text.IsBody(next) && text[next].Entry?.Is(WordKinds.Weekday) != true && At(text, next, languages) is { Month: not null } date)
        {
            return date with { First = i, Weekday = token.Entry!.Number };
        }

        // "sun", "sat" and "mon" are words too; English and German weekdays are written with a capital.
        var isSpelledOut = token.Length > 4 || (token.Entry!.CalendarLanguages & Lexicon.English) == 0;
        var isCased = token.IsName || (token.Entry!.CalendarLanguages & (Lexicon.French | Lexicon.Spanish)) != 0;
        return isSpelledOut && isCased && !token.IsPossessive && (token.Entry!.CalendarLanguages & languages) != 0
            ? new(i, i, null, null, null, Weekday: token.Entry.Number)
            : null;
    }

    /// <summary>February 24, 2020; Feb. 24; February 2020; February 24th.</summary>
    private static DateMention? MonthFirst(CaptionText text, int i, int languages)
    {
        ref var token = ref text[i];
        var month = token.Entry!.Number;
        var isEnglish = (token.Entry.CalendarLanguages & Lexicon.English) != 0;
        if (isEnglish && !token.IsName)
        {
            isEnglish = false;
        }

        var next = i + 1;
        if (text.IsMark(next, '.') && text.IsJoined(next))
        {
            next++;
        }

        if (isEnglish && IsDay(text, next, out var day) && !token.IsPossessive)
        {
            // "May 3-5, 2024": the last of the days stands before the year.
            var (last, isRange) = (next, false);
            if (next + 2 < text.Count && text[next + 1].IsDash && IsDay(text, next + 2, out _))
            {
                (last, isRange) = (next + 2, true);
            }

            var year = last + 1;
            if (text.IsMark(year, ',') || text.IsMark(year, '.'))
            {
                year++;
            }

            if (IsYear(text, year, out var value) && IsDate(value, month, day))
            {
                return new(i, year, value, month, day, IsRange: isRange);
            }

            return IsDate(2000, month, day) ? new(i, last, null, month, day, IsRange: isRange) : null;
        }

        // "March 2020", "mars 2020", "marzo de 2020".
        var isOfCaption = isEnglish || (token.Entry.CalendarLanguages & languages & ~Lexicon.English) != 0;
        if (text.IsMark(next, ','))
        {
            next++;
        }

        if (text.IsBody(next) && text[next].IsLowerWord && text.Words(next, next) is "de" or "del" or "of")
        {
            next++;
        }

        // "31 February 2022": a slip, and no month.
        return isOfCaption && !IsDay(text, i - 1, out _) && IsYear(text, next, out var alone) ? new(i, next, alone, month, null) : null;
    }

    /// <summary>24 February 2020; le 1er mai; 5. März 2022; 3 de marzo de 2023.</summary>
    private static DateMention? DayFirst(CaptionText text, int i, int languages)
    {
        if (!IsDay(text, i, out var day) || (i > 1 && text.IsJoined(i) && text[i - 1].Kind is TokenKind.Mark && text[i - 1].Mark is '#' or '.' or ':' or '$' or '€' or '£'))
        {
            return null;
        }

        var next = i + 1;
        if (text.IsMark(next, '.') && text.IsJoined(next))
        {
            next++;
        }

        if (text.IsBody(next) && text[next].IsLowerWord && text.Words(next, next) is "de" or "of")
        {
            next++;
        }

        if (!text.Has(next, WordKinds.Month) || !text.IsBody(next) || text[next].IsPossessive)
        {
            return null;
        }

        ref var token = ref text[next];
        // "5 mars" in English are planets, "7 may" is a verb.
        if (!token.IsName && (token.Entry!.CalendarLanguages & languages & ~Lexicon.English) == 0)
        {
            return null;
        }

        var month = token.Entry!.Number;
        var isRange = i > 1 && (text[i - 1].IsDash || text.Has(i - 1, WordKinds.Origin) || text.Has(i - 1, WordKinds.Anchor)) && IsDay(text, i - 2, out _);
        var year = next + 1;
        if (text.IsMark(year, '.') && text.IsJoined(year))
        {
            year++;
        }

        if (text.IsMark(year, ','))
        {
            year++;
        }

        if (text.IsBody(year) && text[year].IsLowerWord && text.Words(year, year) is "de" or "del")
        {
            year++;
        }

        if (IsYear(text, year, out var value) && IsDate(value, month, day))
        {
            return new(i, year, value, month, day, IsRange: isRange);
        }

        return IsDate(2000, month, day) ? new(i, next, null, month, day, IsRange: isRange) : null;
    }

    /// <summary>2024-03-05, 05.03.2024, 12/03/20 (day before month, as the PA and the continent write).</summary>
    private static DateMention? Numeric(CaptionText text, int i)
    {
        if (i + 4 >= text.Count || text[i + 2].Kind is not TokenKind.Number || text[i + 4].Kind is not TokenKind.Number
            || text[i + 1].Kind is not TokenKind.Mark || !text.IsMark(i + 3, text[i + 1].Mark) || text[i + 1].Mark is not ('-' or '.' or '/')
            || !text.IsJoined(i + 1) || !text.IsJoined(i + 2) || !text.IsJoined(i + 3) || !text.IsJoined(i + 4)
            || (i > 0 && text.IsJoined(i) && text[i - 1].Kind is TokenKind.Mark && text[i - 1].Mark is '-' or '.' or '/'))
        {
            return null;
        }

        if (IsYear(text, i, out var year) && text[i + 2].Length == 2 && text[i + 4].Length == 2 && IsDate(year, text[i + 2].Number, text[i + 4].Number))
        {
            return new(i, i + 4, year, text[i + 2].Number, text[i + 4].Number);
        }

        var (day, month) = (text[i].Number, text[i + 2].Number);
        if (!IsYear(text, i + 4, out year))
        {
            year = text[i + 4].Length == 2 && text[i + 1].Mark is '/' or '.' ? 2000 + text[i + 4].Number : 0;
        }

        if (year == 0 || text[i].Length > 2 || text[i + 2].Length > 2)
        {
            return null;
        }

        return IsDate(year, month, day) ? new(i, i + 4, year, month, day)
            : text[i + 1].Mark is '/' && IsDate(year, day, month) ? new(i, i + 4, year, day, month)
            : null;
    }

    private static DateMention? YearAlone(CaptionText text, int i)
    {
        var isNumberOfSomething = i + 1 < text.Count && text.IsJoined(i + 1) && text[i + 1].Kind is TokenKind.Mark && text[i + 1].Mark is '-' or '–' or '/' or '.' && i + 2 < text.Count && text.IsJoined(i + 2);
        var isAfterSign = i > 0 && text.IsJoined(i) && text[i - 1].Kind is TokenKind.Mark && text[i - 1].Mark is not ('(' or ',' or '"');
        return !isNumberOfSomething && !isAfterSign && IsYear(text, i, out var year) ? new(i, i, year, null, null) : null;
    }

    private static bool IsDay(CaptionText text, int i, out int day)
    {
        day = text.IsBody(i) && text[i].Kind is TokenKind.Number or TokenKind.Word ? text[i].Number : -1;
        return day is >= 1 and <= 31 && text[i].Length <= 4;
    }

    private static bool IsYear(CaptionText text, int i, out int year)
    {
        year = text.IsBody(i) && text[i].Kind is TokenKind.Number && text[i].Length == 4 ? text[i].Number : 0;
        return year is >= FirstYear and <= LastYear;
    }

    private static bool IsDate(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(year, month);
}
