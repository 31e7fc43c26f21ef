using MediaDesk.Data;
using MediaDesk.Search.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Search;

/// <summary>
/// Brings the photos after the gazetteer: where other places are known than when a photo was indexed, and it lies in other places by
/// them, it is put in anew. Rows and index are compared without holding anybody up; only what differs is written.
/// </summary>
public sealed class IndexFollowing(IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, SearchIndex index)
{
    private const int AtOnce = 400;

    /// <summary>Goes through the photos where that is due; returns how many were put in anew. Stopped in the middle it begins again the next time.</summary>
    /// <param name="progress">Told photos looked at and photos in all.</param>
    public async Task<int> RunAsync(Action<long, long>? progress, CancellationToken cancellationToken)
    {
        var changed = 0;
        for (var goal = index.Places.State; await index.StateAsync(cancellationToken) is { } state && state.Places != goal; goal = index.Places.State)
        {
            changed += await WalkAsync(progress, cancellationToken);
            await writer.WriteAsync(
                rows =>
                {
                    var (connection, transaction) = SearchIndex.Open(rows);
                    SqliteTextIndex.NotePlaces(connection, transaction, goal);
                    return Task.CompletedTask;
                },
                cancellationToken);
        }

        return changed;
    }

    private async Task<int> WalkAsync(Action<long, long>? progress, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var (done, changed, last, total) = (0, 0, long.MinValue, await SearchIndex.OnTheDesk(db).CountAsync(cancellationToken));
        while (true)
        {
            var from = last;
            var items = await SearchIndex.OnTheDesk(db).Where(item => item.SheetKey > from).OrderBy(item => item.SheetKey).Take(AtOnce).ToListAsync(cancellationToken);
            if (items.Count == 0)
            {
                return changed;
            }

            var digests = SqliteIndexReader.Digests(connection, items[0].SheetKey, items[^1].SheetKey);
            // What is not in the index yet will be put in by the places that hold now.
            var other = items.Where(item => digests.TryGetValue(item.SheetKey, out var digest) && digest != index.Describe(item).Digest).Select(item => item.Id).ToList();
            if (other.Count > 0)
            {
                await writer.WriteAsync(
                    async rows => index.Keep(rows, [], await SearchIndex.OnTheDesk(rows).Where(item => other.Contains(item.Id)).ToListAsync(cancellationToken)), cancellationToken);
            }

            (done, changed, last) = (done + items.Count, changed + other.Count, items[^1].SheetKey);
            progress?.Invoke(done, Math.Max(done, total));
        }
    }
}
