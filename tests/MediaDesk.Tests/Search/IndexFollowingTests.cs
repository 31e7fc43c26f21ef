using MediaDesk.Data;
using MediaDesk.HousePlaces;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Search;

namespace MediaDesk.Tests.Search;

/// <summary>Places change under photos that are indexed.</summary>
public sealed class IndexFollowingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Place_AddedChangedRemoved_PhotosAreFoundByItOfThemselves()
    {
        await using var desk = new SearchDesk(await DeskFixture.OpenAsync());
        await desk.AddAsync("a", ("cityName", "Farawaytown"), ("countryCode", "SYR"));
        await desk.AddAsync("b", ("cityName", "Paris"), ("countryCode", "FRA"));
        await desk.Desk.StartAsync();
        Assert.Equal("", await desk.FindAsync("in:Idlib"));

        var id = await SaveAsync(desk, null, "SY.12");
        await FoundAsync(desk, "in:Idlib", "a");

        await SaveAsync(desk, id, "SY.09");
        await FoundAsync(desk, "in:Idlib", "");
        await FoundAsync(desk, "in:Aleppo", "a");

        await desk.Desk.Get<HousePlaceBook>().RemovePlaceAsync(id, isRemoved: true, "Mira", Stop);
        await FoundAsync(desk, "in:Aleppo", "");
    }

    [Fact]
    public async Task Check_BeforePhotosFollowedThePlaces_SaysThatAndAccusesNoPhoto()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("cityName", "Farawaytown"), ("countryCode", "SYR"));
        await desk.AddAsync("b", ("cityName", "Paris"), ("countryCode", "FRA"));
        await SaveAsync(desk, null, "SY.12");

        var index = desk.Desk.Get<SearchIndex>();
        Assert.StartsWith("Other places are known", Assert.Single(await index.CheckAsync(Stop)), StringComparison.Ordinal);

        var told = (0L, 0L);
        Assert.Equal(1, await desk.Desk.Get<IndexFollowing>().RunAsync((done, total) => told = (done, total), Stop));
        Assert.Equal((2, 2), told);
        Assert.Empty(await index.CheckAsync(Stop));
        Assert.Equal("a", await desk.FindAsync("in:Idlib"));
        Assert.Equal(0, await desk.Desk.Get<IndexFollowing>().RunAsync(null, Stop));
    }

    [Fact]
    public async Task Start_AfterPlacesChangedInAnotherProcess_BringsThePhotosAfterThem()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("cityName", "Farawaytown"), ("countryCode", "SYR"));
        await SaveAsync(desk, null, "SY.12");

        await using var next = new SearchDesk(await DeskFixture.OpenAsync(dataFolder: desk.Desk.DataFolder));
        await next.Desk.StartAsync();
        await FoundAsync(next, "in:Idlib", "a");
    }

    [Fact]
    public async Task FirstSaveOfAProcess_GoesByTheHousesPlaces()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await SaveAsync(desk, null, "SY.12");
        await desk.Desk.Get<IndexFollowing>().RunAsync(null, Stop);

        await using var next = new SearchDesk(await DeskFixture.OpenAsync(dataFolder: desk.Desk.DataFolder));
        await next.AddAsync("a", ("cityName", "Farawaytown"), ("countryCode", "SYR"));

        Assert.Equal("a", await next.FindAsync("in:Idlib"));
        Assert.Empty(await next.Desk.Get<SearchIndex>().CheckAsync(Stop));
    }

    [Fact]
    public async Task SaveOfAProcessThatKnewOtherPlaces_GoesByThoseThatHoldNow()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await using var other = new SearchDesk(await DeskFixture.OpenAsync(dataFolder: desk.Desk.DataFolder));
        await other.AddAsync("before", ("cityName", "Farawaytown"), ("countryCode", "SYR"));
        Assert.Empty(other.Desk.Get<Gazetteer>().FindWritten("Farawaytown"));

        await SaveAsync(desk, null, "SY.12");
        Assert.Equal(1, await desk.Desk.Get<IndexFollowing>().RunAsync(null, Stop));
        await other.AddAsync(other.Photo("after", SearchDesk.Fields(("cityName", "Farawaytown"), ("countryCode", "SYR")), SearchDesk.Now.UtcDateTime.AddDays(-1)));

        Assert.Equal("before after", await desk.FindAsync("in:Idlib"));
        Assert.Empty(await desk.Desk.Get<SearchIndex>().CheckAsync(Stop));
        Assert.Empty(await other.Desk.Get<SearchIndex>().CheckAsync(Stop));
    }

    private static async Task<long> SaveAsync(SearchDesk desk, long? id, string liesIn)
    {
        var saved = await desk.Desk.Get<HousePlaceBook>().SaveAsync(new(id, "Farawaytown", HousePlaceKind.City, liesIn, null, []), "Mira", Stop);
        Assert.Empty(saved.Faults);
        return saved.Id!.Value;
    }

    private static async Task FoundAsync(SearchDesk desk, string query, string expected)
    {
        await Eventually.TrueAsync(async () => await desk.FindAsync(query) == expected);
        await Eventually.TrueAsync(async () => (await desk.Desk.Get<SearchIndex>().CheckAsync(Stop)).Count == 0);
    }
}
