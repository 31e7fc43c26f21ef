using System.Globalization;
using System.Text.RegularExpressions;

namespace MediaDesk.Metadata;

/// <summary>How much of a date is known.</summary>
public enum DatePrecision { Year, Month, Day, Time }

/// <summary>
/// A date as newsrooms have it: a year, a month, a day or a wall-clock time, the latter with or without offset from UTC.
/// Written as ISO 8601: <c>2014</c>, <c>2014-06</c>, <c>2014-06-24</c>, <c>2014-06-24T10:14:05+02:00</c>.
/// </summary>
public readonly partial record struct PartialDate
{
    private PartialDate(DateTime start, DatePrecision precision, TimeSpan? offset) =>
        (Start, Precision, Offset) = (start, precision, offset);

    /// <summary>The first instant it may mean, wall-clock time of the place (kind unspecified).</summary>
    public DateTime Start { get; }

    public DatePrecision Precision { get; }

    public TimeSpan? Offset { get; }

    /// <summary>The first instant after it.</summary>
    public DateTime End => Precision switch
    {
        DatePrecision.Year => Start.Year == 9999 ? DateTime.MaxValue : Start.AddYears(1),
        DatePrecision.Month => Start is { Year: 9999, Month: 12 } ? DateTime.MaxValue : Start.AddMonths(1),
        DatePrecision.Day => Start.Date == DateTime.MaxValue.Date ? DateTime.MaxValue : Start.AddDays(1),
        _ => Start.AddSeconds(1),
    };

    public static PartialDate OfYear(int year) => new(new DateTime(year, 1, 1), DatePrecision.Year, null);

    public static PartialDate OfMonth(int year, int month) => new(new DateTime(year, month, 1), DatePrecision.Month, null);

    public static PartialDate OfDay(DateTime day) => new(DateTime.SpecifyKind(day.Date, DateTimeKind.Unspecified), DatePrecision.Day, null);

    public static PartialDate OfTime(DateTime wallClock, TimeSpan? offset) =>
        new(DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified), DatePrecision.Time, offset);

    /// <summary>Reads the ISO 8601 forms this type writes. False for impossible dates, zero years and everything else.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var match = Iso().Match(text ?? "");
        if (!match.Success || !int.TryParse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture, out var year) || year == 0)
        {
            return false;
        }

        int Part(string name, int absent) =>
            match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : absent;
        var (month, day, hour, minute, second) = (Part("m", 1), Part("d", 1), Part("h", 0), Part("mi", 0), Part("s", 0));
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var start = new DateTime(year, month, day, hour, minute, second);
        if (match.Groups["f"].Success)
        {
            start = start.AddTicks((long)(double.Parse("0" + match.Groups["f"].Value, CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond));
        }

        TimeSpan? offset = null;
        if (match.Groups["z"].Success)
        {
            offset = match.Groups["z"].Value == "Z" ? TimeSpan.Zero : new TimeSpan(Part("oh", 0), Part("om", 0), 0);
            if (offset > TimeSpan.FromHours(14))
            {
                return false;
            }

            offset = match.Groups["z"].Value[0] == '-' ? -offset : offset;
        }

        var precision = match.Groups["h"].Success ? DatePrecision.Time
            : match.Groups["d"].Success ? DatePrecision.Day
            : match.Groups["m"].Success ? DatePrecision.Month
            : DatePrecision.Year;
        date = new(start, precision, offset);
        return true;
    }

    public override string ToString()
    {
        var text = Start.ToString(
            Precision switch
            {
                DatePrecision.Year => "yyyy",
                DatePrecision.Month => "yyyy-MM",
                DatePrecision.Day => "yyyy-MM-dd",
                _ => Start.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
            },
            CultureInfo.InvariantCulture);
        return Offset switch
        {
            null => text,
            { Ticks: 0 } => text + "Z",
            var offset => text + (offset < TimeSpan.Zero ? "-" : "+") + offset.Value.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        };
    }

    [GeneratedRegex(@"^(?<y>\d{4})(-(?<m>\d{2})(-(?<d>\d{2})([T ](?<h>\d{2}):(?<mi>\d{2})(:(?<s>\d{2})(?<f>\.\d{1,7})?)?(?<z>Z|[+-](?<oh>\d{2}):(?<om>[0-5]\d))?)?)?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();
}
