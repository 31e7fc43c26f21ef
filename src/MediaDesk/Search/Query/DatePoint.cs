using System.Globalization;
using MediaDesk.Metadata;

namespace MediaDesk.Search.Query;

/// <summary>The unit in which a date is counted back from today.</summary>
internal enum DateUnit
{
    Day,
    /// <summary>From Monday, as in ISO 8601.</summary>
    Week,
    Month,
    Year,
    /// <summary>
    /// The latest day of that name; <see cref="DatePoint.First"/> is the <see cref="DayOfWeek"/>, and <see cref="DatePoint.Last"/> is -1 where
    /// today is not meant ("last Monday").
    /// </summary>
    Weekday,
}

/// <summary>
/// A date as precise as it was written, or days, weeks, months or years counted from today: the tree of a saved search stays true
/// tomorrow.
/// </summary>
/// <param name="Date">Null for one that is counted from today.</param>
/// <param name="First">The first unit, counted from that of today: -1 for yesterday and last week.</param>
/// <param name="Last">The last unit.</param>
internal sealed record DatePoint(PartialDate? Date, DateUnit Unit = DateUnit.Day, int First = 0, int Last = 0)
{
    public static readonly DatePoint Today = Counted(DateUnit.Day, 0, 0);
    public static readonly DatePoint Yesterday = Counted(DateUnit.Day, -1, -1);

    public static DatePoint Counted(DateUnit unit, int first, int last) => new(null, unit, first, last);

    /// <summary>The first instant and the first one after, wall-clock time.</summary>
    public (DateTime Start, DateTime End) Resolve(DateTime today)
    {
        if (Date is { } date)
        {
            return (date.Start, date.End);
        }

        var day = today.Date;
        return Unit switch
        {
            DateUnit.Day => (day.AddDays(First), day.AddDays(Last + 1)),
            DateUnit.Week => (Monday(day).AddDays(7 * First), Monday(day).AddDays(7 * (Last + 1))),
            DateUnit.Month => (Month(day).AddMonths(First), Month(day).AddMonths(Last + 1)),
            DateUnit.Year => (Month(day).AddMonths(1 - day.Month).AddYears(First), Month(day).AddMonths(1 - day.Month).AddYears(Last + 1)),
            _ => (day.AddDays(-Since(day)), day.AddDays(1 - Since(day))),
        };
    }

    public override string ToString()
    {
        if (Date is { } date)
        {
            return date.ToString();
        }

        var unit = Unit.ToString().ToLowerInvariant();
        return (Unit, First, Last) switch
        {
            (DateUnit.Weekday, _, -1) => $"last {(DayOfWeek)First}".ToLowerInvariant(),
            (DateUnit.Weekday, _, _) => ((DayOfWeek)First).ToString().ToLowerInvariant(),
            (DateUnit.Day, 0, 0) => "today",
            (DateUnit.Day, -1, -1) => "yesterday",
            (_, 0, 0) => $"this {unit}",
            (_, -1, -1) => $"last {unit}",
            (_, _, 0) => string.Create(CultureInfo.InvariantCulture, $"last {1 - First} {unit}s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{-First} {unit}s ago"),
        };
    }

    /// <summary>The year, month or day before or after one; null where only the days around today are counted.</summary>
    public DatePoint? Next(int step) => (Date?.Precision, Unit) switch
    {
        (DatePrecision.Year, _) => InCalendar(Date.Value.Start.Year + step) ? new(PartialDate.OfYear(Date.Value.Start.Year + step)) : null,
        (DatePrecision.Month, _) => InCalendar(Date.Value.Start.Year + step) && Date.Value.Start.AddMonths(step) is var month ? new(PartialDate.OfMonth(month.Year, month.Month)) : null,
        ({ }, _) => InCalendar(Date.Value.Start.Year + step) ? new(PartialDate.OfDay(Date.Value.Start.AddDays(step))) : null,
        (null, DateUnit.Weekday) => null,
        _ => (step < 0 ? First : Last) + step is var unit && unit <= 0 ? Counted(Unit, unit, unit) : null,
    };

    private static bool InCalendar(int year) => year is > 1 and < 9999;

    private static DateTime Monday(DateTime day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateTime Month(DateTime day) => day.AddDays(1 - day.Day);

    private int Since(DateTime day) => ((int)day.DayOfWeek - First + 7) % 7 is var days && days == 0 && Last < 0 ? 7 : days;
}
