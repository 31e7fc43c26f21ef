using System.Globalization;
using System.Text.RegularExpressions;
using MediaDesk.Metadata;

namespace MediaDesk.Search.Query;

/// <summary>Reads the dates of a search: ISO 8601 to the day, as people write them in English, and spans of both.</summary>
internal static partial class DateReader
{
    private const string Forms = "Dates are written 2020, 2020-02, 2020-02-24, 2019-09..2020-02, today, yesterday or \"24 February 2020\".";

    private static readonly string[] DayForms =
        ["d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy", "yyyy MMMM d", "yyyy MMM d"];

    private static readonly string[] MonthForms = ["MMMM yyyy", "MMM yyyy", "yyyy MMMM", "yyyy MMM"];

    /// <summary>The span, or null with the sentence that says why not.</summary>
    public static DateSpan? Read(string text, out string? fault)
    {
        fault = null;
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            var point = Point(text, ref fault);
            return point is null ? null : new(point, point);
        }

        var (left, right) = (text[..dots].Trim(), text[(dots + 2)..].Trim());
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
            fault = $"The span ends before it begins: did you mean {to}..{from}?";
            return null;
        }

        return new(from, to);
    }

    private static DatePoint? Point(string text, ref string? fault)
    {
        if (text.Equals("today", StringComparison.OrdinalIgnoreCase))
        {
            return DatePoint.Today;
        }

        if (text.Equals("yesterday", StringComparison.OrdinalIgnoreCase))
        {
            return DatePoint.Yesterday;
        }

        if (PartialDate.TryParse(text, out var iso))
        {
            if (iso.Precision != DatePrecision.Time)
            {
                return new(iso, 0);
            }

            fault = "Searches go down to the day, not to the time of day. " + Forms;
            return null;
        }

        var plain = Between().Replace(text.Trim(), " ").Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase);
        if (Exact(plain, DayForms, out var day))
        {
            return new(PartialDate.OfDay(day), 0);
        }

        if (Exact(plain, MonthForms, out var month))
        {
            return new(PartialDate.OfMonth(month.Year, month.Month), 0);
        }

        fault = LooksLikeDate().IsMatch(text) ? $"There is no such date as {text}. {Forms}" : $"{text} is not understood as a date. {Forms}";
        return null;
    }

    private static bool Exact(string text, string[] forms, out DateTime date) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    [GeneratedRegex(@"[\s.,]+")]
    private static partial Regex Between();

    [GeneratedRegex(@"^(\d{4}(-\d{1,2}){0,2}|\d{1,2} \p{L}+ \d{4})$")]
    private static partial Regex LooksLikeDate();
}
