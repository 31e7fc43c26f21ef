using MediaDesk.Data;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Data;

public sealed class DeskStartupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mediadesk-start-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_MigrationLockOfAKilledProcess_StandsInNobodysWay()
    {
        await using var desk = await DeskFixture.OpenAsync(dataFolder: folder);
        await using (var rows = desk.Rows())
        {
            await rows.Database.ExecuteSqlRawAsync(
                """
                DELETE FROM __EFMigrationsHistory;
                CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);
                INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-01-01');
                """,
                Stop);
        }

        // The tables are there already, so migrating again is refused by SQLite at once; waiting for ever was the fault.
        var opening = await desk.Get<DeskStartup>().OpenAsync(isDesk: true, Stop);
        Assert.Contains("already exists", opening.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_DatabaseOfANewerDesk_IsRefusedWithASentence()
    {
        await using var desk = await DeskFixture.OpenAsync(dataFolder: folder);
        await using (var rows = desk.Rows())
        {
            await rows.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0')", Stop);
        }

        var opening = await desk.Get<DeskStartup>().OpenAsync(isDesk: true, Stop);
        Assert.Contains("newer MediaDesk", opening.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_FileThatIsNoDatabase_IsRefusedWithASentence()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "mediadesk.db"), new string('x', 5000), Stop);
        Assert.Contains("cannot be used", (await OpenAsync(folder, isDesk: true)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_FolderMadeByTheDesk_IsAFirstRunUntilTheMarkIsTakenAway()
    {
        var data = Path.Combine(folder, "data");
        Assert.True((await OpenAsync(data, isDesk: true)).IsFirstRun);
        Assert.True((await OpenAsync(data, isDesk: true)).IsFirstRun);
        File.Delete(Path.Combine(data, "first-run"));
        Assert.False((await OpenAsync(data, isDesk: true)).IsFirstRun);
    }

    [Fact]
    public async Task Open_FolderMadeByTheCommandLine_IsNoFirstRun()
    {
        var data = Path.Combine(folder, "data");
        Assert.False((await OpenAsync(data, isDesk: false)).IsFirstRun);
        Assert.False((await OpenAsync(data, isDesk: true)).IsFirstRun);
    }

    [Fact]
    public void FolderLock_HeldOnce_CannotBeTakenTwiceAndIsFreeAfterwards()
    {
        var path = Path.Combine(folder, "desk.lock");
        using (var held = FolderLock.TryTake(path, "process 7"))
        {
            Assert.NotNull(held);
            Assert.Null(FolderLock.TryTake(path));
            Assert.True(FolderLock.IsHeld(path));
            Assert.Equal("process 7", FolderLock.Holder(path));
        }

        Assert.False(FolderLock.IsHeld(path));
        Assert.Null(FolderLock.Holder(path));
        using var again = FolderLock.TryTake(path);
        Assert.NotNull(again);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<DeskOpening> OpenAsync(string data, bool isDesk)
    {
        await using var desk = DeskFixture.Closed(data);
        return await desk.Get<DeskStartup>().OpenAsync(isDesk, Stop);
    }
}
