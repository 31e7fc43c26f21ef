using MediaDesk.Credits;
using MediaDesk.Data;
using MediaDesk.Search.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Search;

/// <summary>The index without pages and rows around it.</summary>
internal sealed class IndexInHand : IDisposable
{
    private readonly DeskDbContext db;
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction snapshot;
    private readonly SqliteMatch match;

    private IndexInHand(DeskDbContext db, TimeProvider clock)
    {
        this.db = db;
        connection = (SqliteConnection)db.Database.GetDbConnection();
        snapshot = connection.BeginTransaction(deferred: true);
        match = new(new AgencyCatalogue(), clock);
    }

    public static async Task<IndexInHand> OpenAsync(SearchDesk desk)
    {
        var db = desk.Desk.Rows();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return new(db, desk.Clock);
    }

    /// <summary>The sheet keys of every match, newest first.</summary>
    public List<long> All(string query) =>
        SqliteTextIndex.Before(connection, snapshot, match.Expression(SearchDesk.Parsed(query).Tree), long.MaxValue, int.MaxValue);

    public void Dispose()
    {
        snapshot.Dispose();
        db.Dispose();
    }
}
