using System.Globalization;
using MediaDesk.Metadata;

namespace MediaDesk.Wording;

/// <summary>Puts the year to dates without one, and days to "Monday" and "yesterday", counted back from the day of publication.</summary>
internal readonly struct PublicationDate(PartialDate? published)
{
    // Papers east of the newsroom are dated a day ahead.
    private const int DaysAhead = 1;

    /// <summary>The day meant, or null where that cannot be told.</summary>
    public PartialDate? Resolve(in DateMention mention)
    {
        if (mention is { Year: { } year })
        {
            return mention switch
            {
                { Month: { } month, Day: { } day } => PartialDate.OfDay(new(year, month, day)),
                { Month: { } month } => PartialDate.OfMonth(year, month),
                _ => PartialDate.OfYear(year),
            };
        }

        // Years that no newsroom has seen are slips, and counting from them may leave the calendar.
        if (published is not { Start.Year: > 1800 and < 2200 } reference)
        {
            return null;
        }

        var last = reference.Precision is DatePrecision.Day or DatePrecision.Time ? reference.Start.Date : reference.End.AddDays(-1).Date;
        if (mention is { Month: { } ofMonth, Day: { } ofDay })
        {
            return Latest(ofMonth, ofDay, last);
        }

        if (reference.Precision is DatePrecision.Year or DatePrecision.Month)
        {
            return null;
        }

        return mention switch
        {
            { Weekday: { } weekday } => PartialDate.OfDay(last.AddDays(-(((int)last.DayOfWeek - weekday + 7) % 7))),
            { DaysAgo: { } days } => PartialDate.OfDay(last.AddDays(-days)),
            _ => null,
        };
    }

    private static PartialDate? Latest(int month, int day, DateTime last)
    {
        // 29 February is looked for up to the leap year before last.
        for (var year = last.Year + 1; year >= last.Year - 8 && year > 0; year--)
        {
            if (day <= CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(year, month) && new DateTime(year, month, day) is var date && date <= last.AddDays(DaysAhead))
            {
                return PartialDate.OfDay(date);
            }
        }

        return null;
    }
}
