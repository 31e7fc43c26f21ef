using System.Data.Common;
using MediaDesk.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MediaDesk.Data;

/// <summary>The one place that knows which database the desk keeps its rows in.</summary>
public sealed class DeskDatabase(IDbContextFactory<DeskDbContext> contexts)
{
    /// <summary>Configures a context for the database in the data folder.</summary>
    internal static void Configure(DbContextOptionsBuilder options, DeskFolder folder) =>
        options
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = folder.Database, DefaultTimeout = 30 }.ToString())
            .AddInterceptors(SqlitePragmas.Instance);

    /// <summary>Brings the tables up to date.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        await db.Database.MigrateAsync(cancellationToken);
    }

    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        public static readonly SqlitePragmas Instance = new();

        // WAL lets readers go on while one writes; NORMAL loses no committed row when a process is killed.
        private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;";

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
