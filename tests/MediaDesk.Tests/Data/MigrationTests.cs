using MediaDesk.Data;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MediaDesk.Tests.Data;

/// <summary>What becomes of the rows of an older desk.</summary>
public sealed class MigrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PlacesOnTheSheet_Of256ToASecond_Become16_InTheSameOrderAtTheirOwnSeconds()
    {
        var folder = Directory.CreateTempSubdirectory("mediadesk-migration-");
        try
        {
            var options = new DbContextOptionsBuilder<DeskDbContext>().UseSqlite($"Data Source={Path.Combine(folder.FullName, "mediadesk.db")};Pooling=False").Options;
            await using var db = new DeskDbContext(options);
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("Cleaning", Stop);
            // Forty photos of one second, more than fit into one now, and one of the next second, one of the next day.
            var day = new DateTime(2019, 5, 4);
            long[] old = [.. Enumerable.Range(0, 40).Select(n => Old(day) + n), Old(day.AddSeconds(1)), Old(day.AddDays(1)) + 3];
            foreach (var (n, key) in old.Index().Reverse())
            {
                await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO Media(Id, SheetKey, FileName, Fields, Overlay, Revision, Picture, Width, Height, AddedUtc, ChangedUtc, ProposalsVersion, Proposed) VALUES ({n + 1}, {key}, {"a.jpg"}, {"{}"}, {"{\"values\":{}}"}, 1, 0, 0, 0, {"2024-01-01 00:00:00"}, {"2024-01-01 00:00:00"}, 0, 0)",
                    Stop);
            }

            await migrator.MigrateAsync(cancellationToken: Stop);

            var photos = await db.Media.AsNoTracking().OrderBy(item => item.SheetKey).ToListAsync(Stop);
            Assert.Equal(Enumerable.Range(1, 42).Select(id => (long)id), photos.Select(photo => photo.Id));
            Assert.Equal(Enumerable.Range(0, 41).Select(n => SheetKeys.First(day) + n), photos.Take(41).Select(photo => photo.SheetKey));
            Assert.Equal(SheetKeys.First(day.AddDays(1)), photos[41].SheetKey);
            Assert.All(photos, photo => Assert.Empty(photo.Overlay.Values));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static long Old(DateTime at) => at.Ticks / TimeSpan.TicksPerSecond * 256;
    }
}
