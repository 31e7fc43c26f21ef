using System.Data.Common;
using MediaDesk.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MediaDesk.Data;

/// <summary>The one place that knows which database the desk keeps its rows in.</summary>
public sealed class DeskDatabase(IDbContextFactory<DeskDbContext> contexts, DeskFolder folder, IEnumerable<HeldRows> held, TimeProvider clock)
{
    /// <summary>How much a connection keeps in memory (KiB), and at how many pages what was written goes from the log into the file.</summary>
    internal const string Caching = "PRAGMA cache_size=-16000; PRAGMA wal_autocheckpoint=1000;";

    private static readonly TimeSpan MigrationPatience = TimeSpan.FromMinutes(2);

    /// <summary>Configures a context for the database in the data folder.</summary>
    internal static void Configure(DbContextOptionsBuilder options, DeskFolder folder) =>
        options
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = folder.Database, DefaultTimeout = 30 }.ToString())
            .AddInterceptors(SqlitePragmas.Instance);

    /// <summary>Brings the tables up to date. Returns why that cannot be, as a sentence, or null when it is done.</summary>
    public async Task<string?> MigrateAsync(CancellationToken cancellationToken)
    {
        if (await StateAsync(cancellationToken) is not TablesState.Old)
        {
            return await RefusalAsync(cancellationToken);
        }

        // EF's own lock is a row that a killed process leaves behind, and every later migration then waits for ever. This lock
        // goes with its process, and whoever holds it knows that such a row is stale.
        using var alone = await FolderLock.TakeAsync(folder.MigrationLock, MigrationPatience, clock, cancellationToken);
        if (alone is null)
        {
            return "Another process has been updating the database for minutes. Let it finish, then start again.";
        }

        if (!File.Exists(folder.Database))
        {
            FreePages.BeginFile(folder.Database);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var locks = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (locks > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
        foreach (var rows in held)
        {
            await rows.Seed(db, cancellationToken);
        }

        return await RefusalAsync(cancellationToken);
    }

    /// <summary>Brings what this process holds in memory of the rows in step with them.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var rows in held)
        {
            await rows.Load(db, cancellationToken);
        }
    }

    private async Task<string?> RefusalAsync(CancellationToken cancellationToken) =>
        await StateAsync(cancellationToken) is TablesState.Newer
            ? $"The data folder {folder.Root} was written by a newer MediaDesk. Open it with that version."
            : null;

    private async Task<TablesState> StateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        var count = 0;
        foreach (var migration in applied)
        {
            if (!known.Contains(migration))
            {
                return TablesState.Newer;
            }

            count++;
        }

        return count == known.Count ? TablesState.Current : TablesState.Old;
    }

    private enum TablesState
    {
        Old,
        Current,
        Newer,
    }

    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        public static readonly SqlitePragmas Instance = new();

        // SQLite waits in small steps itself; the provider's own waiting sleeps 150 ms at a time.
        // WAL lets readers go on while one writes; NORMAL loses no committed row when a process is killed.
        // A log that has grown long is cut back.
        private const string Pragmas = $"PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; {Caching} PRAGMA journal_size_limit=33554432; PRAGMA temp_store=MEMORY;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
