using MediaDesk.Data;
using MediaDesk.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Data;

public sealed class DeskWriterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mediadesk-writers-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_TwoDesksAtOnce_LoseNothing()
    {
        await using var one = await DeskFixture.OpenAsync(dataFolder: folder);
        await using var other = await DeskFixture.OpenAsync(dataFolder: folder);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => AddAsync(n % 2 == 0 ? one : other)));
        await using var rows = one.Rows();
        Assert.Equal(200, await rows.Media.CountAsync(Stop));
    }

    [Fact]
    public async Task Write_WhileAnotherProcessHoldsTheLock_WaitsForIt()
    {
        await using var desk = await DeskFixture.OpenAsync(dataFolder: folder);
        await using var other = new SqliteConnection($"Data Source={Path.Combine(folder, "mediadesk.db")};Pooling=False");
        await other.OpenAsync(Stop);
        await using (var begin = new SqliteCommand("BEGIN IMMEDIATE", other))
        {
            await begin.ExecuteNonQueryAsync(Stop);
        }

        var write = Task.Run(() => AddAsync(desk), Stop);
        await Task.Delay(300, Stop);
        Assert.False(write.IsCompleted);
        await using (var end = new SqliteCommand("COMMIT", other))
        {
            await end.ExecuteNonQueryAsync(Stop);
        }

        await write;
        await using var rows = desk.Rows();
        Assert.Equal(1, await rows.Media.CountAsync(Stop));
    }

    [Fact]
    public async Task Write_ThatThrows_ChangesNothingAndTheNextGoesOn()
    {
        await using var desk = await DeskFixture.OpenAsync(dataFolder: folder);
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Get<DeskWriter>().WriteAsync(
            async db =>
            {
                db.Media.Add(new() { FileName = "a.jpg" });
                await db.SaveChangesAsync(Stop);
                throw new InvalidOperationException();
            },
            Stop));
        await AddAsync(desk);
        await using var rows = desk.Rows();
        Assert.Equal(1, await rows.Media.CountAsync(Stop));
    }

    [Fact]
    public async Task News_OwnWrites_NameThePhotosAndOthersAreToldAsUnknown()
    {
        await using var desk = await DeskFixture.OpenAsync(dataFolder: folder);
        await using var other = await DeskFixture.OpenAsync(dataFolder: folder);
        var news = new List<IReadOnlyList<long>>();
        await AddAsync(desk);
        desk.Get<DeskNews>().MediaChanged += news.Add;

        var mine = await AddAsync(desk);
        await desk.Get<DeskWriter>().LookElsewhereAsync(Stop);
        Assert.Equal([[mine.Id]], news);

        await AddAsync(other);
        await desk.Get<DeskWriter>().LookElsewhereAsync(Stop);
        await desk.Get<DeskWriter>().LookElsewhereAsync(Stop);
        Assert.Equal([[mine.Id], []], news);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Task<MediaItem> AddAsync(DeskFixture desk) =>
        desk.Get<DeskWriter>().WriteAsync(
            async db =>
            {
                var item = new MediaItem { FileName = "a.jpg", AddedUtc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) };
                await db.PlaceOnSheetAsync(item, Stop);
                db.Media.Add(item);
                return item;
            },
            Stop);
}
