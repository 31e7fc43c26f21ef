using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Data;

public sealed class SheetPlacesTests
{
    private static readonly DateTime Added = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PlaceOnSheet_PhotosOfOneSecond_StandInTheOrderOfArrival()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var keys = new List<long>();
        for (var n = 0; n < 3; n++)
        {
            keys.Add((await AddAsync(desk, "2014-06-24T10:14:05+02:00")).SheetKey);
        }

        var first = SheetKeys.First(new DateTime(2014, 6, 24, 10, 14, 5));
        Assert.Equal([first, first + 1, first + 2], keys);
    }

    [Fact]
    public async Task PlaceOnSheet_WithoutDate_TakesTheTimeOfArrival()
    {
        await using var desk = await DeskFixture.OpenAsync();
        Assert.Equal(SheetKeys.First(Added), (await AddAsync(desk, null)).SheetKey);
    }

    [Fact]
    public async Task PlaceOnSheet_MorePhotosThanASecondHolds_RunOnIntoTheNext()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var first = SheetKeys.First(new DateTime(2014, 1, 1));
        await desk.Get<DeskWriter>().WriteAsync(
            db =>
            {
                db.Media.AddRange(Enumerable.Range(0, 700).Select(n => new MediaItem { FileName = "a.jpg", SheetKey = first + n, AddedUtc = Added }));
                return Task.CompletedTask;
            },
            Stop);
        Assert.Equal(first + 700, (await AddAsync(desk, "2014")).SheetKey);
        Assert.Equal(first + 701, (await AddAsync(desk, "2014-01-01")).SheetKey);
    }

    [Fact]
    public async Task PlaceOnSheet_DateUnchanged_KeepsThePlace()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var item = await AddAsync(desk, "2014-06");
        await AddAsync(desk, "2014-06");
        await desk.Get<DeskWriter>().WriteAsync(
            async db => await db.PlaceOnSheetAsync(await db.Media.SingleAsync(x => x.Id == item.Id, Stop), Stop), Stop);
        await using var rows = desk.Rows();
        Assert.Equal(item.SheetKey, (await rows.Media.SingleAsync(x => x.Id == item.Id, Stop)).SheetKey);
    }

    [Fact]
    public void Second_OfAKey_IsTheSecondItWasMadeFrom() =>
        Assert.Equal(new DateTime(2014, 6, 24, 10, 14, 5), SheetKeys.Second(SheetKeys.First(new DateTime(2014, 6, 24, 10, 14, 5).AddMilliseconds(300)) + 7));

    private static Task<MediaItem> AddAsync(DeskFixture desk, string? date) =>
        desk.Get<DeskWriter>().WriteAsync(
            async db =>
            {
                var item = new MediaItem { FileName = "a.jpg", AddedUtc = Added, Fields = FieldValues.Empty.With("dateCreated", FieldValue.Of(date)) };
                await db.PlaceOnSheetAsync(item, Stop);
                db.Media.Add(item);
                return item;
            },
            Stop);
}
