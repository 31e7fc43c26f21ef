using System.Globalization;

namespace MediaDesk.Search;

/// <summary>The spans of a <see cref="Calendar"/>, each within the one before it.</summary>
internal enum CalendarUnit
{
    Year,
    Month,
    Day,
    /// <summary>Of an hour: the days of every time zone begin at one.</summary>
    Quarter,
}

/// <summary>Named spans of time. Any range is a few of them side by side, so a range of dates needs no scan.</summary>
internal static class Calendar
{
    private static readonly CalendarUnit[] Units = Enum.GetValues<CalendarUnit>();

    /// <summary>The named spans from <paramref name="coarsest"/> down to <paramref name="finest"/> that contain the range from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public static IEnumerable<string> SpansAround(DateTime start, DateTime end, CalendarUnit finest, CalendarUnit coarsest = CalendarUnit.Year) =>
        Units.Where(unit => unit >= coarsest && unit <= finest)
            .Select(unit => (unit, floor: Floor(start, unit)))
            .Where(span => Next(span.floor, span.unit) >= end)
            .Select(span => Name(span.floor, span.unit));

    /// <summary>The fewest named spans that make up the range; parts of a <paramref name="finest"/> unit at its ends are left out.</summary>
    public static IEnumerable<string> Cover(DateTime start, DateTime end, CalendarUnit finest, CalendarUnit coarsest = CalendarUnit.Year)
    {
        var units = Units.Where(unit => unit >= coarsest && unit <= finest).ToArray();
        var at = Floor(start, finest) == start ? start : Next(Floor(start, finest), finest);
        while (at < end)
        {
            var fits = units.Where(unit => Floor(at, unit) == at && Next(at, unit) <= end).ToArray();
            if (fits.Length == 0)
            {
                yield break;
            }

            yield return Name(at, fits[0]);
            at = Next(at, fits[0]);
        }
    }

    private static DateTime Floor(DateTime at, CalendarUnit unit) => unit switch
    {
        CalendarUnit.Year => new(at.Year, 1, 1),
        CalendarUnit.Month => new(at.Year, at.Month, 1),
        CalendarUnit.Day => new(at.Year, at.Month, at.Day),
        _ => new(at.Year, at.Month, at.Day, at.Hour, at.Minute / 15 * 15, 0),
    };

    private static DateTime Next(DateTime floor, CalendarUnit unit)
    {
        var isLast = floor.Year == 9999 && (unit == CalendarUnit.Year
            || (floor.Month == 12 && (unit == CalendarUnit.Month || (floor.Day == 31 && IsLastOfDay(floor, unit)))));
        return isLast ? DateTime.MaxValue : unit switch
        {
            CalendarUnit.Year => floor.AddYears(1),
            CalendarUnit.Month => floor.AddMonths(1),
            CalendarUnit.Day => floor.AddDays(1),
            _ => floor.AddMinutes(15),
        };
    }

    private static bool IsLastOfDay(DateTime floor, CalendarUnit unit) =>
        unit == CalendarUnit.Day || (floor.Hour == 23 && floor.Minute == 45);

    private static string Name(DateTime floor, CalendarUnit unit) => unit switch
    {
        CalendarUnit.Year => string.Create(CultureInfo.InvariantCulture, $"y{floor.Year:D4}"),
        CalendarUnit.Month => string.Create(CultureInfo.InvariantCulture, $"m{floor.Year:D4}{floor.Month:D2}"),
        CalendarUnit.Day => string.Create(CultureInfo.InvariantCulture, $"d{floor.Year:D4}{floor.Month:D2}{floor.Day:D2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"q{floor.Year:D4}{floor.Month:D2}{floor.Day:D2}{floor.Hour:D2}{floor.Minute:D2}"),
    };
}
