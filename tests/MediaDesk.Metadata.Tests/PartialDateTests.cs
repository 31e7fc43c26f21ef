namespace MediaDesk.Metadata.Tests;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2014", DatePrecision.Year, "2014-01-01", "2015-01-01")]
    [InlineData("2014-06", DatePrecision.Month, "2014-06-01", "2014-07-01")]
    [InlineData("2014-06-24", DatePrecision.Day, "2014-06-24", "2014-06-25")]
    [InlineData("2016-02-29", DatePrecision.Day, "2016-02-29", "2016-03-01")]
    [InlineData("2014-06-24T10:14:05", DatePrecision.Time, "2014-06-24T10:14:05", "2014-06-24T10:14:06")]
    [InlineData("2014-06-24T10:14:05+02:00", DatePrecision.Time, "2014-06-24T10:14:05", "2014-06-24T10:14:06")]
    [InlineData("9999", DatePrecision.Year, "9999-01-01", "9999-12-31T23:59:59.9999999")]
    public void Iso8601_IsUnderstoodAndWrittenAgain(string text, DatePrecision precision, string start, string end)
    {
        Assert.True(PartialDate.TryParse(text, out var date));

        Assert.Equal(precision, date.Precision);
        Assert.Equal(DateTime.Parse(start, System.Globalization.CultureInfo.InvariantCulture), date.Start);
        Assert.Equal(DateTime.Parse(end, System.Globalization.CultureInfo.InvariantCulture), date.End);
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("2014-06-24T10:14Z", "2014-06-24T10:14:00Z")]
    [InlineData("2014-06-24 10:14:05.500-03:30", "2014-06-24T10:14:05.5-03:30")]
    [InlineData("2014-06-24T10:14:05+00:00", "2014-06-24T10:14:05Z")]
    public void OtherNotations_BecomeTheOneWritten(string text, string expected)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal(expected, date.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("2014-13")]
    [InlineData("2014-00")]
    [InlineData("2015-02-29")]
    [InlineData("2014-06-24T24:00:00")]
    [InlineData("2014-06-24T10:60:00")]
    [InlineData("2014-06-24T10:14:05+15:00")]
    [InlineData("24-06-2014")]
    [InlineData("2014-06-24T10")]
    [InlineData("2014-6-24")]
    public void Others_AreRefused(string? text) => Assert.False(PartialDate.TryParse(text, out _));
}
