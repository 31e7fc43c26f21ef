using MediaDesk.Credits;
using MediaDesk.Data;
using MediaDesk.Places;
using MediaDesk.Search;
using MediaDesk.Search.Facets;
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
    private readonly SearchDesk desk;

    private IndexInHand(DeskDbContext db, SearchDesk desk)
    {
        (this.db, this.desk) = (db, desk);
        connection = (SqliteConnection)db.Database.GetDbConnection();
        snapshot = connection.BeginTransaction(deferred: true);
    }

    public FacetColumns Columns { get; } = new();

    public static async Task<IndexInHand> OpenAsync(SearchDesk desk)
    {
        var db = desk.Desk.Rows();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return new(db, desk);
    }

    public SqliteFinding Find(string query) => new(
        db, connection, snapshot, SearchDesk.Parsed(query).Tree, Columns, AgencyCatalogue.Seeded, new(desk.Desk.Get<Gazetteer>()), desk.Clock);

    /// <summary>The sheet keys of every match, newest first.</summary>
    public List<long> All(string query) => Find(query).Keys(int.MaxValue);

    public void Dispose()
    {
        Columns.Dispose();
        snapshot.Dispose();
        db.Dispose();
    }
}
