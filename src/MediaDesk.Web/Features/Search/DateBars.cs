using System.Globalization;
using MediaDesk.Search;

namespace MediaDesk.Web.Features.Search;

/// <summary>One bar of the date histogram: a month, or as many as fit. Months are counted from the year 0.</summary>
/// <param name="Label">For people: <c>Feb 2020</c>, <c>2020</c>.</param>
/// <param name="IsChosen">Whether a part of it lies in the span of the search.</param>
public sealed record DateBar(int Month, int Months, int Count, string Label, bool IsChosen);

/// <summary>The months of a facet as bars, in the finest unit of which there is room for all.</summary>
public sealed record DateBars(IReadOnlyList<DateBar> Bars, int Unit)
{
    private const int MostBars = 48;

    /// <summary>Months, quarters, years, decades, centuries.</summary>
    private static readonly int[] Units = [1, 3, 12, 120, 1200];

    /// <summary>
    /// With a chosen span of one bar or two the bars are of that span and as much again on either side of it, at least two years in all:
    /// a month in an archive of a century has bars that can be hit.
    /// </summary>
    /// <param name="months"><c>2020-02</c> with its count, in order.</param>
    public static DateBars Of(IReadOnlyList<FacetValue> months, (DateTime Start, DateTime End)? chosen)
    {
        var counts = months.ToDictionary(month => Number(month.Value), month => month.Count);
        if (counts.Count == 0)
        {
            return new([], 1);
        }

        var (first, last) = (counts.Keys.Min(), counts.Keys.Max());
        var span = chosen is { } dates ? Within(dates, first, last) : ((int First, int Last)?)null;
        // Of a span that is not much more than one bar nothing could be seen.
        if (span is { } within && Fitting(first, last) is > 1 and var coarse && within.Last - within.First < 2 * coarse)
        {
            var beside = Math.Max(within.Last - within.First + 1, (24 - (within.Last - within.First + 1) + 1) / 2);
            (first, last) = (Math.Max(first, within.First - beside), Math.Min(last, within.Last + beside));
        }

        var unit = Fitting(first, last);
        return new(
            [
                .. Enumerable.Range(first / unit, last / unit - first / unit + 1).Select(bar => new DateBar(
                    bar * unit, unit, Enumerable.Range(bar * unit, unit).Sum(month => counts.GetValueOrDefault(month)), Label(bar * unit, unit),
                    span is { } on && bar * unit <= on.Last && bar * unit + unit > on.First)),
            ],
            unit);
    }

    /// <summary>The span from one bar to another in the search language.</summary>
    public string Range(int from, int to)
    {
        var (start, end) = (Bars[from].Month, Bars[to].Month + Unit - 1);
        var (first, last) = Unit >= 12 ? ($"{start / 12:0000}", $"{end / 12:0000}") : (Month(start), Month(end));
        return first == last ? $"date:{first}" : $"date:{first}..{last}";
    }

    private static int Fitting(int first, int last) => Units.FirstOrDefault(months => last / months - first / months < MostBars, Units[^1]);

    private static (int First, int Last)? Within((DateTime Start, DateTime End) dates, int first, int last)
    {
        var start = Math.Max(first, dates.Start.Year * 12 + dates.Start.Month - 1);
        var before = dates.End == DateTime.MaxValue || dates.End == DateTime.MinValue ? dates.End : dates.End.AddTicks(-1);
        var end = Math.Min(last, before.Year * 12 + before.Month - 1);
        return start <= end ? (start, end) : null;
    }

    private static int Number(string month) =>
        int.Parse(month.AsSpan(0, 4), CultureInfo.InvariantCulture) * 12 + int.Parse(month.AsSpan(5, 2), CultureInfo.InvariantCulture) - 1;

    private static string Month(int number) => string.Create(CultureInfo.InvariantCulture, $"{number / 12:0000}-{number % 12 + 1:00}");

    private static string Label(int month, int unit) => unit switch
    {
        1 => $"{CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month % 12 + 1)} {month / 12}",
        3 => $"{CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month % 12 + 1)}–{CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month % 12 + 3)} {month / 12}",
        12 => $"{month / 12}",
        _ => $"{month / 12}–{(month + unit - 1) / 12}",
    };
}
