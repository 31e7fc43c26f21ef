using MediaDesk.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MediaDesk.Data;

/// <summary>
/// The one door through which rows are changed. Writers of this process queue here instead of at SQLite's lock, each act is
/// one transaction that takes the write lock at its beginning (a read that becomes a write later is refused as busy), and
/// what changed is told to <see cref="DeskNews"/> once it is stored. All writes of a process use one connection: what that
/// connection did not write itself, another process did.
/// </summary>
public sealed class DeskWriter(IDbContextFactory<DeskDbContext> contexts, DeskNews news, IEnumerable<HeldRows> held, TimeProvider clock) : IDisposable
{
    private const int Attempts = 6;
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    private readonly SemaphoreSlim turn = new(1);
    private DeskDbContext? door;
    private long? versionSeen;

    /// <summary>
    /// Runs <paramref name="act"/> in one transaction and saves what it changed on its context. When another process keeps the
    /// database busy beyond SQLite's own patience, the act runs again on a fresh context, so it must change nothing but rows.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<DeskDbContext, Task<T>> act, CancellationToken cancellationToken)
    {
        T result;
        var changed = new HashSet<MediaItem>(ReferenceEqualityComparer.Instance);
        bool elsewhere;
        await turn.WaitAsync(cancellationToken);
        try
        {
            (result, elsewhere) = await RepeatWhileBusyAsync(() => RunAsync(act, changed, cancellationToken), cancellationToken);
        }
        finally
        {
            turn.Release();
        }

        Tell(elsewhere, changed);
        return result;
    }

    public Task WriteAsync(Func<DeskDbContext, Task> act, CancellationToken cancellationToken) =>
        WriteAsync(
            async db =>
            {
                await act(db);
                return true;
            },
            cancellationToken);

    /// <summary>Looks whether another process has written since this one last looked or wrote, and if so tells the desks.</summary>
    internal async Task LookElsewhereAsync(CancellationToken cancellationToken)
    {
        bool elsewhere;
        await turn.WaitAsync(cancellationToken);
        try
        {
            elsewhere = await SawAnotherWriterAsync(await ConnectionAsync(cancellationToken), null, cancellationToken);
            if (elsewhere)
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                foreach (var rows in held)
                {
                    await rows.Load(db, cancellationToken);
                }
            }
        }
        finally
        {
            turn.Release();
        }

        Tell(elsewhere, []);
    }

    public void Dispose()
    {
        door?.Dispose();
        turn.Dispose();
    }

    private async Task<(T Result, bool Elsewhere)> RunAsync<T>(
        Func<DeskDbContext, Task<T>> act, HashSet<MediaItem> changed, CancellationToken cancellationToken)
    {
        changed.Clear();
        var connection = await ConnectionAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Database.SetDbConnection(connection);
        db.SavingChanges += (_, _) => changed.UnionWith(
            db.ChangeTracker.Entries<MediaItem>()
                .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                .Select(entry => entry.Entity));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var elsewhere = await SawAnotherWriterAsync(connection, transaction, cancellationToken);
        if (elsewhere)
        {
            // Under the write lock nobody else writes: what is held now is what this act must go by.
            foreach (var rows in held)
            {
                await rows.Load(db, cancellationToken);
            }
        }

        var result = await act(db);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (result, elsewhere);
    }

    private async Task<T> RepeatWhileBusyAsync<T>(Func<Task<T>> run, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await run();
            }
            catch (Exception fault) when (attempt < Attempts && IsBusy(fault))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(25 << attempt), clock, cancellationToken);
            }
        }
    }

    /// <summary>The writing connection. It belongs to a context that stays open, so that it is configured like every other.</summary>
    private async Task<SqliteConnection> ConnectionAsync(CancellationToken cancellationToken)
    {
        if (door is null)
        {
            var opened = await contexts.CreateDbContextAsync(cancellationToken);
            try
            {
                await opened.Database.OpenConnectionAsync(cancellationToken);
                door = opened;
            }
            finally
            {
                if (door is null)
                {
                    await opened.DisposeAsync();
                }
            }
        }

        return (SqliteConnection)door.Database.GetDbConnection();
    }

    private async Task<bool> SawAnotherWriterAsync(
        SqliteConnection connection, IDbContextTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = (SqliteTransaction?)transaction?.GetDbTransaction();
        command.CommandText = "PRAGMA data_version";
        var version = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        var elsewhere = versionSeen is { } seen && seen != version;
        versionSeen = version;
        return elsewhere;
    }

    private void Tell(bool elsewhere, HashSet<MediaItem> changed)
    {
        if (elsewhere)
        {
            news.Tell([]);
        }

        if (changed.Count > 0)
        {
            news.Tell([.. changed.Select(item => item.Id)]);
        }
    }

    private static bool IsBusy(Exception? fault) => fault switch
    {
        null => false,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => true,
        _ => IsBusy(fault.InnerException),
    };
}
