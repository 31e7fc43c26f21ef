using MediaDesk.Places;
using MediaDesk.Search;

namespace MediaDesk.Tests.Search;

public sealed class SearchMapTests
{
    private static readonly GeoBox World = new(-90, -180, 90, 180);

    [Fact]
    public async Task Photos_CloserThanACell_AreOneMarkWithTheirBox()
    {
        await using var desk = await WithAsync((35.9, 36.6), (35.95, 36.7), (48.85, 2.35), (null, null));

        var map = await desk.Desk.Get<MediaSearch>().MapAsync(SearchQuery.All, World, 1, TestContext.Current.CancellationToken);

        Assert.Equal((4, 3, true), (map.Counted, map.Placed, map.IsExact));
        Assert.Equal([2, 1], map.Cells.Select(cell => cell.Count));
        var idlib = map.Cells[0];
        Assert.Equal((35.9, 36.6, 35.95, 36.7), (idlib.South, idlib.West, idlib.North, idlib.East));
        Assert.Equal(36.65, idlib.Longitude, 6);
    }

    [Fact]
    public async Task PartOfTheMap_OverTheDateLine_HasBothSidesAndNothingElse()
    {
        await using var desk = await WithAsync((-18.1, 178.4), (-13.8, -171.8), (48.85, 2.35), (-36.8, 174.8));

        var map = await desk.Desk.Get<MediaSearch>().MapAsync(SearchQuery.All, new(-30, 170, 0, -165), 5, TestContext.Current.CancellationToken);

        Assert.Equal([-171.8, 178.4], map.Cells.Select(cell => cell.Longitude).Order());
        Assert.Equal(4, map.Placed);
    }

    [Fact]
    public async Task Map_ShowsOnlyWhatTheSearchFinds()
    {
        await using var desk = await WithAsync((35.9, 36.6), (48.85, 2.35));

        var map = await desk.Desk.Get<MediaSearch>().MapAsync(SearchQuery.Parse("box:40,0,50,10").Query!, World, 1, TestContext.Current.CancellationToken);

        Assert.Equal(48.85, Assert.Single(map.Cells).Latitude, 6);
        Assert.Equal(1, map.Counted);
    }

    private static async Task<SearchDesk> WithAsync(params (double? Latitude, double? Longitude)[] positions)
    {
        var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync([.. positions.Select((position, index) =>
        {
            var photo = desk.Photo($"{index}.jpg", SearchDesk.Fields());
            (photo.Latitude, photo.Longitude) = position;
            return photo;
        })]);
        return desk;
    }
}
