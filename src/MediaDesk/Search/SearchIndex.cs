using MediaDesk.Credits;
using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Search.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MediaDesk.Search;

/// <summary>The index as a whole: making it from the rows when it is missing or of an older shape, and proving that both agree.</summary>
public sealed class SearchIndex(IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, CreditReader credits)
{
    private const int ProgressEvery = 500;

    private volatile bool isCurrent;

    /// <summary>Makes the index when it is missing or was made by another version of the desk. Cheap when it is there.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (isCurrent)
        {
            return;
        }

        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            isCurrent = SqliteTextIndex.IsCurrent((SqliteConnection)db.Database.GetDbConnection(), null);
        }

        if (!isCurrent)
        {
            // Another process may have made it while this one waited for its turn.
            await writer.WriteAsync(
                rows =>
                {
                    var (connection, transaction) = Open(rows);
                    if (!SqliteTextIndex.IsCurrent(connection, transaction))
                    {
                        Fill(rows, null, cancellationToken);
                    }

                    return Task.CompletedTask;
                },
                cancellationToken);
            isCurrent = true;
        }
    }

    /// <summary>Makes the index anew from the rows, in one transaction: searches see the old one until the new one stands.</summary>
    /// <param name="progress">Told photos done and photos in all, now and then.</param>
    public Task RebuildAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            rows =>
            {
                Fill(rows, progress, cancellationToken);
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>Compares rows and index, both ways. Each difference is a sentence; none when they agree.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        if (!SqliteTextIndex.IsCurrent(connection, null))
        {
            return ["The search index is missing or was made by another version of the desk."];
        }

        var findings = new List<string>();
        if (SqliteIndexReader.Damage(connection) is { } damage)
        {
            findings.Add($"The text index is damaged: {damage}");
        }

        // A snapshot that only reads: a running desk goes on writing meanwhile.
        await using var snapshot = connection.BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(snapshot, cancellationToken);
        var entries = SqliteIndexReader.Digests(connection, snapshot);
        var texts = SqliteIndexReader.Texts(connection, snapshot);

        await foreach (var item in OnTheDesk(db).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var hasText = texts.Remove(item.SheetKey);
            if (!entries.Remove(item.SheetKey, out var digest) || !hasText)
            {
                findings.Add($"Photo {item.Id} ({item.FileName}) is not in the search index.");
            }
            else if (digest != SearchDocument.Of(item, credits).Digest())
            {
                findings.Add($"Photo {item.Id} ({item.FileName}) is in the search index with other values than it has.");
            }
        }

        findings.AddRange(entries.Keys.Union(texts).Order().Select(key => $"The search index has an entry (key {key}) for which there is no photo on the desk."));
        return findings;
    }

    /// <summary>Brings the index in step with what was just saved, in the same transaction.</summary>
    internal void Keep(DeskDbContext db, IReadOnlyList<long> gone, IReadOnlyList<MediaItem> changed)
    {
        var (connection, transaction) = Open(db);
        if (!isCurrent && !SqliteTextIndex.IsCurrent(connection, transaction))
        {
            Fill(db, null, CancellationToken.None);
            return;
        }

        using var index = new SqliteIndexWriter(connection, transaction);
        foreach (var key in gone)
        {
            index.Remove(key);
        }

        // FTS5 writes out what it holds in memory whenever keys go backwards.
        foreach (var item in changed.OrderBy(item => item.SheetKey))
        {
            index.Put(item.SheetKey, SearchDocument.Of(item, credits));
        }
    }

    private void Fill(DeskDbContext db, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        var (connection, transaction) = Open(db);
        SqliteTextIndex.Recreate(connection, transaction);
        var (done, total) = (0, OnTheDesk(db).Count());
        using var index = new SqliteIndexWriter(connection, transaction);
        foreach (var item in OnTheDesk(db).OrderBy(item => item.SheetKey))
        {
            cancellationToken.ThrowIfCancellationRequested();
            index.Put(item.SheetKey, SearchDocument.Of(item, credits));
            if (++done % ProgressEvery == 0 || done == total)
            {
                progress?.Report((done, total));
            }
        }
    }

    private static IQueryable<MediaItem> OnTheDesk(DeskDbContext db) => db.Media.AsNoTracking().Where(item => item.RemovedUtc == null);

    private static (SqliteConnection Connection, SqliteTransaction Transaction) Open(DeskDbContext db) =>
        ((SqliteConnection)db.Database.GetDbConnection(), (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
}
