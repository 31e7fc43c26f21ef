using MediaDesk.Darkroom;
using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaDesk.Ingest;

/// <summary>When the desk starts: looks at the pictures that were developed before it kept how they look, the newest first.</summary>
internal sealed partial class EarlierPictures(
    IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, DarkroomPool darkroom, DeskFolder folder, ILogger<EarlierPictures> log) : BackgroundService
{
    /// <summary>Photos in one transaction: an editor's save waits no longer than for these.</summary>
    private const int AtOnce = 50;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The desk answers first.
        await Task.Yield();
        try
        {
            await LookAsync(stoppingToken);
        }
        catch (Exception fault) when (fault is SqliteException or DbUpdateException or InvalidOperationException)
        {
            // What is not done yet is done at the next start.
            LogUnfinished(log, fault);
        }
    }

    /// <summary>Returns at how many it looked.</summary>
    internal async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var (done, below) = (0, long.MaxValue);
        while (true)
        {
            var photos = await NextAsync(below, cancellationToken);
            if (photos.Count == 0)
            {
                return done;
            }

            below = photos[^1].Id;
            var hashes = new Dictionary<long, long>();
            foreach (var (id, sha256) in photos)
            {
                // One that is missing or broken is told by the check of the desk; it is no longer asked for at every start.
                var rendition = folder.Rendition(sha256, Rendition.Sizes[^1]);
                hashes[id] = File.Exists(rendition) ? await darkroom.LookAsync(rendition, cancellationToken) ?? 0 : 0;
            }

            await writer.WriteAsync(
                async db =>
                {
                    var ids = hashes.Keys.ToList();
                    await foreach (var item in db.Media.Where(item => EF.Parameter(ids).Contains(item.Id)).AsAsyncEnumerable().WithCancellation(cancellationToken))
                    {
                        // Developed anew meanwhile: that picture counts.
                        item.PerceptualHash ??= hashes[item.Id];
                    }
                },
                cancellationToken);
            done += photos.Count;
        }
    }

    private async Task<List<(long Id, string Sha256)>> NextAsync(long below, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var photos = await db.Media
            .Where(item => item.Id < below && item.PerceptualHash == null && (item.Picture == PictureState.Ready || item.Picture == PictureState.Preview))
            .OrderByDescending(item => item.Id)
            .Take(AtOnce)
            .Join(db.Originals, item => item.CurrentOriginalId, original => original.Id, (item, original) => new { item.Id, original.Sha256 })
            .ToListAsync(cancellationToken);
        return [.. photos.OrderByDescending(photo => photo.Id).Select(photo => (photo.Id, photo.Sha256))];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Not all pictures of earlier days could be looked at")]
    private static partial void LogUnfinished(ILogger logger, Exception fault);
}
