using System.Globalization;
using System.Text.RegularExpressions;
using MediaDesk.Metadata;

namespace MediaDesk.Search.Query;

/// <summary>Reads the dates of a search: ISO 8601 to the day, as people write them in English, and spans of both.</summary>
internal static partial class DateReader
{
    private const string Forms = "Dates are written 2020, 2020-02, 2020-02-24, 2019-09..2020-02, today, yesterday, last week or 24 February 2020.";

    /// <summary>In the order of <see cref="DayOfWeek"/>.</summary>
    private static readonly List<string> Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly string[] DayForms =
        ["d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy", "yyyy MMMM d", "yyyy MMM d", "d M yyyy", "yyyy M d", "yyyyMMdd"];

    private static readonly string[] MonthForms = ["MMMM yyyy", "MMM yyyy", "yyyy MMMM", "yyyy MMM"];

    /// <summary>The span, or null with the sentence that says why not and, where one comes to mind, the date that was meant.</summary>
    public static DateSpan? Read(string text, out string? fault, out string? meant)
    {
        (fault, meant) = (null, null);
        if (Open().Match(text.Trim()) is { Success: true } open)
        {
            return Beyond(open.Groups["side"].Value.ToLowerInvariant(), open.Groups["date"].Value, ref fault);
        }

        text = Pair().Match(text.Trim()) is { Success: true } two ? $"{two.Groups["from"]}..{two.Groups["to"]}" : text;
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            var point = Point(text, ref fault);
            return point is null ? null : new(point, point);
        }

        var (left, right) = (text[..dots].Trim(), text[(dots + 2)..].Trim(' ', '.'));
        if (left.Length == 0 && right.Length == 0)
        {
            fault = "A span needs a date on one side of the two dots at least. " + Forms;
            return null;
        }

        var from = left.Length == 0 ? null : Point(left, ref fault);
        var to = right.Length == 0 || fault is not null ? null : Point(right, ref fault);
        if (fault is not null)
        {
            return null;
        }

        if (from?.Date is { } first && to?.Date is { } last && last.End <= first.Start)
        {
            meant = $"{to}..{from}";
            fault = $"The span ends before it begins: did you mean {meant}?";
            return null;
        }

        return new(from, to);
    }

    /// <summary>"Since 2019" and "until 2020" have the date in them, "before 2020" and "after 2019" have not.</summary>
    private static DateSpan? Beyond(string side, string text, ref string? fault)
    {
        if (Point(text, ref fault) is not { } point)
        {
            return null;
        }

        var isEnd = side is "until" or "till" or "up to" or "before" or "<" or "<=";
        var end = side is "before" or "<" ? point.Next(-1) : side is "after" or ">" ? point.Next(1) : point;
        fault = end is null ? $"{text} is not understood with {side}. {Forms}" : null;
        return end is null ? null : isEnd ? new(null, end) : new(end, null);
    }

    public static bool IsTimeOfDay(string text) => TimeOfDay().IsMatch(text);

    /// <summary>Whether a text has the shape of a date, be it possible or not.</summary>
    public static bool LooksLike(string text) => LooksLikeDate().IsMatch(text);

    private static DatePoint? Point(string text, ref string? fault)
    {
        if (PartialDate.TryParse(text, out var iso))
        {
            if (iso.Precision != DatePrecision.Time)
            {
                return new(iso);
            }

            fault = "Searches go down to the day, not to the time of day. " + Forms;
            return null;
        }

        // "2020/02/24" is written so everywhere.
        text = YearFirst().IsMatch(text) ? text.Replace('/', ' ') : text;
        if (Slashes().Match(text) is { Success: true } slashed)
        {
            return Slashed(slashed, ref fault);
        }

        var plain = OrdinalDay().Replace(Between().Replace(text.Trim(), " "), "$1").Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase);
        if (Counted(plain.ToLowerInvariant()) is { } counted)
        {
            return counted;
        }

        if (Exact(plain, DayForms, out var day))
        {
            return new(PartialDate.OfDay(day));
        }

        if (Exact(plain, MonthForms, out var month))
        {
            return new(PartialDate.OfMonth(month.Year, month.Month));
        }

        fault = LooksLike(text) ? $"There is no such date as {text}. {Forms}" : $"{text} is not understood as a date. {Forms}";
        return null;
    }

    /// <summary>Today, yesterday, last week, last 7 days, 3 months ago, Monday; else null.</summary>
    private static DatePoint? Counted(string text)
    {
        if (text is "today" or "yesterday")
        {
            return text == "today" ? DatePoint.Today : DatePoint.Yesterday;
        }

        if (Weekdays.IndexOf(text) is >= 0 and var weekday)
        {
            return DatePoint.Counted(DateUnit.Weekday, weekday, 0);
        }

        if (text.StartsWith("last ", StringComparison.Ordinal) && Weekdays.IndexOf(text[5..]) is >= 0 and var last)
        {
            return DatePoint.Counted(DateUnit.Weekday, last, -1);
        }

        var match = Relative().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var unit = Enum.Parse<DateUnit>(match.Groups["unit"].Value, ignoreCase: true);
        var count = match.Groups["n"].Success ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) : 1;
        if (unit == DateUnit.Year && count > 999)
        {
            return null;
        }

        return match.Groups["which"].Value switch
        {
            "this" => DatePoint.Counted(unit, 0, 0),
            "" => DatePoint.Counted(unit, -count, -count),
            _ when !match.Groups["n"].Success => DatePoint.Counted(unit, -1, -1),
            // Two weeks are fourteen days up to today, not two from Monday to Sunday.
            _ when unit == DateUnit.Week => DatePoint.Counted(DateUnit.Day, 1 - 7 * count, 0),
            _ => DatePoint.Counted(unit, 1 - count, 0),
        };
    }

    /// <summary>Europe and America read 5/6/2020 differently: only what can be read in one way is taken.</summary>
    private static DatePoint? Slashed(Match slashed, ref string? fault)
    {
        var (a, b, year) = (Number(slashed, 1), Number(slashed, 2), Number(slashed, 3));
        if (a <= 12 && b <= 12 && a != b)
        {
            fault = $"{slashed.Value} may be {year:0000}-{b:00}-{a:00} or {year:0000}-{a:00}-{b:00}; write it so.";
            return null;
        }

        var (day, month) = a > 12 ? (a, b) : (b, a);
        if (PartialDate.TryParse(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"), out var date))
        {
            return new(date);
        }

        fault = $"There is no such date as {slashed.Value}. {Forms}";
        return null;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static bool Exact(string text, string[] forms, out DateTime date) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    [GeneratedRegex(@"[\s.,]+")]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(\d{1,2})(st|nd|rd|th)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OrdinalDay();

    [GeneratedRegex(@"^(?<side>since|from|until|till|up to|before|after)\s+(?<date>(?!.*\s(to|until|till)\s).+)$|^(?<side>[<>]=?)\s*(?<date>.+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Open();

    [GeneratedRegex(@"^(from\s+)?(?<from>.+?)\s+(to|until|till|-|–|—)\s+(?<to>.+)$|^between\s+(?<from>.+?)\s+and\s+(?<to>.+)$|^(?<from>\d{4})[-–](?<to>\d{4})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^\d{1,2}:\d{2}(:\d{2})?$")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^\d{4}/\d{1,2}/\d{1,2}$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(\d{1,2})/(\d{1,2})/(\d{4})$")]
    private static partial Regex Slashes();

    [GeneratedRegex(@"^((?<which>this|last|past|previous) (?<unit>week|month|year)|(?<which>last|past) (?<n>[1-9]\d{0,3}) (?<unit>day|week|month|year)s?|(?<n>[1-9]\d{0,3}) (?<unit>day|week|month|year)s? ago)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Relative();

    [GeneratedRegex(@"^(\d{4}(-\d{1,2}){0,2}|\d{1,2}[. ]+[\p{L}\d]+[. ]+\d{4}|\p{L}+ \d{1,2},? \d{4})$")]
    private static partial Regex LooksLikeDate();
}
