using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MediaDesk.Search.Sqlite;

/// <summary>
/// The index in the desk's own database: a contentless FTS5 table whose rowid is the sheet key, so that matches stream out
/// newest first and a page stops when it is full, and beside it what is counted and compared. It is no part of the
/// migrations: it is made from the rows, carries the version of its shape, and is made anew when that differs.
/// </summary>
internal static class SqliteTextIndex
{
    /// <summary>The index that is searched.</summary>
    public const string Current = "search";

    /// <summary>One that is being made while the other is searched.</summary>
    public const string Next = "search_next";

    /// <summary>To be raised with every change of what <see cref="SearchDocument"/> or the tables hold.</summary>
    private const string Version = "7";

    /// <summary>Changes that a process may be behind and still catch up with one by one.</summary>
    private const int ChangesKept = 100_000;

    /// <summary>Pages written in one transaction of <see cref="Merge"/>: an editor who saves meanwhile waits for less than a tenth of a second.</summary>
    private const int PagesMerged = 1_000;

    private static readonly string[] Parts = ["text", "photo", "group", "word"];

    private static readonly string Columns = string.Join(", ", Enum.GetValues<SearchColumn>().Select(Column));

    /// <summary>
    /// epoch counts how often a whole index was put in place; building is what is made ("search" itself where none was usable), and
    /// below is the sheet key down to which that is done, newest first. places is the state of the gazetteer that all entries go by.
    /// </summary>
    private const string Shared = $"""
        CREATE TABLE IF NOT EXISTS search_state(version TEXT NOT NULL, places TEXT NOT NULL, epoch INTEGER NOT NULL, building TEXT, below INTEGER, done INTEGER NOT NULL, total INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS search_change(id INTEGER PRIMARY KEY AUTOINCREMENT, photo INTEGER NOT NULL);
        {SqliteAlike.Table}
        """;

    public static string Column(SearchColumn column) => column.ToString().ToLowerInvariant();

    /// <summary>Null when there is no index, or one of another version.</summary>
    public static IndexState? State(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var command = Command(connection, transaction, "SELECT count(*) FROM sqlite_schema WHERE name IN ('search_state', 'search_text')");
        if (Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture) < 2)
        {
            return null;
        }

        // All columns, by name: the table of another version has other ones.
        command.CommandText = "SELECT *, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'search_change'), 0) AS changes FROM search_state";
        using var reader = command.ExecuteReader();
        if (!reader.Read() || reader.GetString(reader.GetOrdinal("version")) != Version)
        {
            return null;
        }

        var (building, below) = (reader.GetOrdinal("building"), reader.GetOrdinal("below"));
        return new(
            reader.GetInt64(reader.GetOrdinal("epoch")), reader.GetInt64(reader.GetOrdinal("changes")),
            reader.IsDBNull(building) ? null : reader.GetString(building), reader.IsDBNull(below) ? long.MaxValue : reader.GetInt64(below),
            reader.GetInt32(reader.GetOrdinal("done")), reader.GetInt32(reader.GetOrdinal("total")), reader.GetString(reader.GetOrdinal("places")));
    }

    /// <summary>Begins an index in the place of one that cannot be used: searches find what is in it so far.</summary>
    /// <param name="places">The state of the gazetteer.</param>
    public static void Begin(SqliteConnection connection, SqliteTransaction transaction, int total, string places)
    {
        Drop(connection, transaction, Current);
        Drop(connection, transaction, Next);
        Run(connection, transaction, "DROP TABLE IF EXISTS search_version; DROP TABLE IF EXISTS search_value; DROP TABLE IF EXISTS search_facet; DROP TABLE IF EXISTS search_state; DROP TABLE IF EXISTS search_change; DROP TABLE IF EXISTS search_alike;" + Shared + Tables(Current));
        using var command = Command(connection, transaction, "INSERT INTO search_state(version, places, epoch, building, below, done, total) VALUES ($version, $places, $epoch, $building, NULL, 0, $total)");
        command.Parameters.AddWithValue("$version", Version);
        command.Parameters.AddWithValue("$places", places);
        // Never one that another process remembers of the index that was here before.
        command.Parameters.AddWithValue("$epoch", Random.Shared.NextInt64(long.MaxValue / 2));
        command.Parameters.AddWithValue("$building", total == 0 ? DBNull.Value : Current);
        command.Parameters.AddWithValue("$total", total);
        command.ExecuteNonQuery();
    }

    /// <summary>Begins a second index beside the one that is searched.</summary>
    public static void BeginNext(SqliteConnection connection, SqliteTransaction transaction, int total)
    {
        Drop(connection, transaction, Next);
        Run(connection, transaction, Tables(Next));
        using var command = Command(connection, transaction, "UPDATE search_state SET building = $building, below = NULL, done = 0, total = $total");
        command.Parameters.AddWithValue("$building", Next);
        command.Parameters.AddWithValue("$total", total);
        command.ExecuteNonQuery();
    }

    public static void Note(SqliteConnection connection, SqliteTransaction transaction, long below, int done)
    {
        using var command = Command(connection, transaction, "UPDATE search_state SET below = $below, done = $done");
        command.Parameters.AddWithValue("$below", below);
        command.Parameters.AddWithValue("$done", done);
        command.ExecuteNonQuery();
    }

    /// <summary>From now on all entries go by this state of the gazetteer.</summary>
    public static void NotePlaces(SqliteConnection connection, SqliteTransaction transaction, string places)
    {
        using var command = Command(connection, transaction, "UPDATE search_state SET places = $places");
        command.Parameters.AddWithValue("$places", places);
        command.ExecuteNonQuery();
    }

    /// <summary>Puts the index that was made in the place of the other.</summary>
    public static void Finish(SqliteConnection connection, SqliteTransaction transaction, string building)
    {
        if (building == Next)
        {
            Drop(connection, transaction, Current);
            foreach (var part in Parts)
            {
                Run(connection, transaction, $"ALTER TABLE {Next}_{part} RENAME TO {Current}_{part}");
            }
        }

        Run(connection, transaction, "UPDATE search_state SET building = NULL, below = NULL, epoch = epoch + 1");
    }

    /// <summary>Now and then forgets changes that are older than a process may be behind.</summary>
    public static void Forget(SqliteConnection connection, SqliteTransaction transaction, long changes)
    {
        if (changes % 64 == 0 && changes > ChangesKept)
        {
            Run(connection, transaction, $"DELETE FROM search_change WHERE id <= (SELECT seq FROM sqlite_sequence WHERE name = 'search_change') - {ChangesKept}");
        }
    }

    /// <summary>
    /// Merges some of what many writes left in pieces; searches are fastest when one piece is left. To be called until it returns false.
    /// </summary>
    /// <param name="isFirst">Sets out to merge all that is there now.</param>
    public static bool Merge(SqliteConnection connection, SqliteTransaction transaction, bool isFirst)
    {
        using var command = Command(connection, transaction, "SELECT total_changes()");
        var before = (long)command.ExecuteScalar()!;
        // A negative number of pages is how FTS5 is told to merge everything. By its manual less than two changes mean that nothing was left to do.
        Run(connection, transaction, $"INSERT INTO {Current}_text({Current}_text, rank) VALUES ('merge', {(isFirst ? -PagesMerged : PagesMerged)})");
        return (long)command.ExecuteScalar()! - before >= 2;
    }

    // The tokens are made by TextNormaliser; "ascii" only parts them at blanks and lets everything above ASCII be. The words stand
    // once more by themselves: a beginning is searched as the words that begin so, which takes a sixth of the room of FTS5's own index
    // of beginnings and is faster for all beginnings but those of that one length.
    private static string Tables(string index) => $"""
        CREATE VIRTUAL TABLE {index}_text USING fts5({Columns}, content='', contentless_delete=1, tokenize="ascii tokenchars '_'");
        INSERT INTO {index}_text({index}_text, rank) VALUES ('hashsize', {16 << 20});
        CREATE TABLE {index}_photo(photo INTEGER PRIMARY KEY, media INTEGER NOT NULL, digest INTEGER NOT NULL, credit INTEGER NOT NULL, people INTEGER NOT NULL, place INTEGER NOT NULL, traits INTEGER NOT NULL, latitude REAL, longitude REAL, alike INTEGER NOT NULL);
        CREATE TABLE {index}_word(word TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE {index}_group(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, entries TEXT NOT NULL, UNIQUE(kind, entries));
        """;

    private static void Drop(SqliteConnection connection, SqliteTransaction transaction, string index)
    {
        foreach (var part in Parts)
        {
            Run(connection, transaction, $"DROP TABLE IF EXISTS {index}_{part}");
        }
    }

    private static void Run(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = Command(connection, transaction, sql);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction? transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }
}

/// <summary>How far the index is.</summary>
/// <param name="Epoch">Another one than before: the whole index has been replaced.</param>
/// <param name="Changes">Counts every entry that was put in or taken out.</param>
/// <param name="Building">The index that is being made, or null.</param>
/// <param name="Below">The sheet key down to which it is made.</param>
/// <param name="Places">The state of the gazetteer that all entries go by; another one than now: they are being brought after it.</param>
internal sealed record IndexState(long Epoch, long Changes, string? Building, long Below, int Done, int Total, string Places)
{
    /// <summary>Whether searches do not find everything yet.</summary>
    public bool IsPartial => Building == SqliteTextIndex.Current;
}
