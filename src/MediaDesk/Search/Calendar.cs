using System.Globalization;

namespace MediaDesk.Search;

/// <summary>
/// Named spans of time, each inside the next: quarter of an hour, hour, day, month, year, decade, century. Any range is a few
/// of them side by side, so a range of dates needs no scan. Quarters of an hour are there because the days of every time
/// zone begin at one.
/// </summary>
internal static class Calendar
{
    private enum Unit { Century, Decade, Year, Month, Day, Hour, Quarter }

    private static readonly Unit[] Units = Enum.GetValues<Unit>();

    /// <summary>The named spans that contain the range from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public static IEnumerable<string> SpansAround(DateTime start, DateTime end) =>
        Units.Select(unit => (unit, floor: Floor(start, unit)))
            .Where(span => Next(span.floor, span.unit) >= end)
            .Select(span => Name(span.floor, span.unit));

    /// <summary>The fewest named spans that make up the range; parts of a quarter of an hour at its ends are left out.</summary>
    public static IEnumerable<string> Cover(DateTime start, DateTime end)
    {
        var at = Floor(start, Unit.Quarter) == start ? start : Next(Floor(start, Unit.Quarter), Unit.Quarter);
        while (at < end)
        {
            var fits = Units.Where(unit => Floor(at, unit) == at && Next(at, unit) <= end).ToArray();
            if (fits.Length == 0)
            {
                yield break;
            }

            yield return Name(at, fits[0]);
            at = Next(at, fits[0]);
        }
    }

    private static DateTime Floor(DateTime at, Unit unit) => unit switch
    {
        // There is no year 0: the first decade and the first century begin with year 1.
        Unit.Century => new(Math.Max(1, at.Year / 100 * 100), 1, 1),
        Unit.Decade => new(Math.Max(1, at.Year / 10 * 10), 1, 1),
        Unit.Year => new(at.Year, 1, 1),
        Unit.Month => new(at.Year, at.Month, 1),
        Unit.Day => new(at.Year, at.Month, at.Day),
        Unit.Hour => new(at.Year, at.Month, at.Day, at.Hour, 0, 0),
        _ => new(at.Year, at.Month, at.Day, at.Hour, at.Minute / 15 * 15, 0),
    };

    private static DateTime Next(DateTime floor, Unit unit)
    {
        var years = unit switch
        {
            Unit.Century => 100 - floor.Year % 100,
            Unit.Decade => 10 - floor.Year % 10,
            Unit.Year => 1,
            _ => 0,
        };
        var isLast = floor.Year + years > 9999 || (floor is { Year: 9999, Month: 12 } && (unit == Unit.Month || floor.Day == 31 && IsLastOfDay(floor, unit)));
        return isLast ? DateTime.MaxValue : unit switch
        {
            Unit.Century or Unit.Decade or Unit.Year => floor.AddYears(years),
            Unit.Month => floor.AddMonths(1),
            Unit.Day => floor.AddDays(1),
            Unit.Hour => floor.AddHours(1),
            _ => floor.AddMinutes(15),
        };
    }

    private static bool IsLastOfDay(DateTime floor, Unit unit) =>
        unit == Unit.Day || (floor.Hour == 23 && (unit == Unit.Hour || floor.Minute == 45));

    private static string Name(DateTime floor, Unit unit) => unit switch
    {
        Unit.Century => string.Create(CultureInfo.InvariantCulture, $"c{floor.Year / 100}"),
        Unit.Decade => string.Create(CultureInfo.InvariantCulture, $"e{floor.Year / 10}"),
        Unit.Year => floor.ToString("'y'yyyy", CultureInfo.InvariantCulture),
        Unit.Month => floor.ToString("'m'yyyyMM", CultureInfo.InvariantCulture),
        Unit.Day => floor.ToString("'d'yyyyMMdd", CultureInfo.InvariantCulture),
        Unit.Hour => floor.ToString("'h'yyyyMMddHH", CultureInfo.InvariantCulture),
        _ => floor.ToString("'q'yyyyMMddHHmm", CultureInfo.InvariantCulture),
    };
}
