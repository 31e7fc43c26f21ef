using MediaDesk.Search;

namespace MediaDesk.Tests.Search;

public sealed class SameEventTests
{
    [Theory]
    [InlineData("2019-09-20T10:00:00+03:00", "Idlib", null, "SYR", "date:2019-09-20 city:Idlib country:SYR")]
    [InlineData("2019-09-20", "San \"Example\"", null, null, "date:2019-09-20 city:\"San  Example\"")]
    [InlineData("2019-09-20", "-", "Bab al-Hawa", "SYR", "date:2019-09-20 in:\"Bab al-Hawa\" country:SYR")]
    [InlineData("2019-09-20", null, null, "SYR", "date:2019-09-20 country:SYR")]
    [InlineData("2019-09", "Idlib", null, "SYR", null)]
    [InlineData(null, "Idlib", null, "SYR", null)]
    [InlineData("2019-09-20", null, null, null, null)]
    public void Event_OfAPhoto_IsItsDayAndItsPlaceAsASearch(string? date, string? city, string? spot, string? country, string? expected)
    {
        var fields = SearchDesk.Fields([.. new[] { ("dateCreated", date), ("cityName", city), ("sublocationName", spot), ("countryCode", country) }.Where(field => field.Item2 is not null).Select(field => (field.Item1, field.Item2!))]);

        var query = SameEvent.Of(fields, null);

        Assert.Equal(expected is null ? null : SearchDesk.Parsed(expected), query);
        if (query is not null)
        {
            Assert.Equal(query, SearchDesk.Parsed(query.ToString()));
            Assert.Equal(query, SearchQuery.OfConditions(query.Chips.Select(chip => chip.Text)).Query);
        }
    }

    [Fact]
    public void EventOfAPhotoWithoutWords_IsAroundItsCoordinates() =>
        Assert.Equal(SearchDesk.Parsed("date:2019-09-20 near:35.93062,36.63411~5km"), SameEvent.Of(SearchDesk.Fields(("dateCreated", "2019-09-20")), (35.930623, 36.634114)));

    [Fact]
    public async Task Event_FindsPhotosOfTheDayInTheTown_HoweverItsNameIsSpelled()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("afp.jpg", ("dateCreated", "2019-09-20T09:00:00"), ("cityName", "Idlib"), ("countryCode", "SYR"));
        await desk.AddAsync("other.jpg", ("dateCreated", "2019-09-20"), ("cityName", "إدلب"), ("countryName", "Syria"));
        await desk.AddAsync("later.jpg", ("dateCreated", "2019-09-21"), ("cityName", "Idlib"), ("countryCode", "SYR"));
        await desk.AddAsync("elsewhere.jpg", ("dateCreated", "2019-09-20"), ("cityName", "Aleppo"), ("countryCode", "SYR"));

        var query = SameEvent.Of(SearchDesk.Fields(("dateCreated", "2019-09-20T09:00:00"), ("cityName", "Edlib"), ("countryCode", "SYR")), null);

        Assert.Equal("afp.jpg other.jpg", await desk.FindAsync(query!.Text));
    }
}
