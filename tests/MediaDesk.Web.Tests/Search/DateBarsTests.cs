using System.Globalization;
using MediaDesk.Search;
using MediaDesk.Web.Features.Search;

namespace MediaDesk.Web.Tests.Search;

public sealed class DateBarsTests
{
    private static FacetValue[] Months(params (string Month, int Count)[] months) => [.. months.Select(month => new FacetValue(month.Month, month.Count))];

    private static (DateTime, DateTime) Span(string start, string end) =>
        (DateTime.Parse(start, CultureInfo.InvariantCulture), DateTime.Parse(end, CultureInfo.InvariantCulture));

    [Fact]
    public void Months_WithoutPhotos_HaveEmptyBars()
    {
        var bars = DateBars.Of(Months(("2019-11", 2), ("2020-02", 5)), null).Bars;

        Assert.Equal(["Nov 2019", "Dec 2019", "Jan 2020", "Feb 2020"], bars.Select(bar => bar.Label));
        Assert.Equal([2, 0, 0, 5], bars.Select(bar => bar.Count));
        Assert.DoesNotContain(bars, bar => bar.IsChosen);
    }

    [Theory]
    [InlineData("2019-01", "2020-12", 1, "date:2019-01..2020-12")]
    [InlineData("2012-02", "2020-12", 3, "date:2012-01..2020-12")]
    [InlineData("1980-05", "2020-12", 12, "date:1980..2020")]
    [InlineData("1860-05", "2020-12", 120, "date:1860..2029")]
    public void Unit_IsTheFinestWithRoomForAll(string first, string last, int unit, string whole)
    {
        var bars = DateBars.Of(Months((first, 1), (last, 1)), null);

        Assert.Equal(unit, bars.Unit);
        Assert.InRange(bars.Bars.Count, 2, 48);
        Assert.Equal(2, bars.Bars.Sum(bar => bar.Count));
        Assert.Equal(whole, bars.Range(0, bars.Bars.Count - 1));
    }

    [Fact]
    public void Range_OfOneBar_IsOneDate()
    {
        Assert.Equal("date:2020-02", DateBars.Of(Months(("2020-01", 1), ("2020-02", 1)), null).Range(1, 1));
        Assert.Equal("date:1981", DateBars.Of(Months(("1980-05", 1), ("2020-12", 1)), null).Range(1, 1));
    }

    [Fact]
    public void ChosenSpan_IsMarkedAndInALongArchiveSeenFromNear()
    {
        var bars = DateBars.Of(Months(("1900-01", 1), ("2020-02", 3), ("2024-01", 1)), Span("2020-02-01", "2020-03-01"));

        Assert.Equal(1, bars.Unit);
        Assert.Equal(["Feb 2020"], bars.Bars.Where(bar => bar.IsChosen).Select(bar => bar.Label));
        Assert.InRange(bars.Bars.Count, 24, 26);
    }

    [Fact]
    public void OpenSpan_ReachesToTheLastPhoto()
    {
        var bars = DateBars.Of(Months(("2019-11", 2), ("2020-02", 5)), (DateTime.Parse("2020-01-01", CultureInfo.InvariantCulture), DateTime.MaxValue));

        Assert.Equal(["Jan 2020", "Feb 2020"], bars.Bars.Where(bar => bar.IsChosen).Select(bar => bar.Label));
    }

    [Fact]
    public void SpanOutsideOfAllPhotos_MarksNothing() =>
        Assert.DoesNotContain(DateBars.Of(Months(("2019-11", 2), ("2020-02", 5)), Span("1990-01-01", "1991-01-01")).Bars, bar => bar.IsChosen);

    [Fact]
    public void NoPhotoWithADate_HasNoBars() => Assert.Empty(DateBars.Of([], null).Bars);
}
