using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MediaDesk.Search.Sqlite;

/// <summary>
/// The index in the desk's own database: a contentless FTS5 table whose rowid is the sheet key, so that matches stream out
/// newest first and a page stops when it is full, and the facet values beside it. It is no part of the migrations: it is made
/// from the rows, carries the version of its shape, and is made anew when that differs.
/// </summary>
internal static class SqliteTextIndex
{
    /// <summary>To be raised with every change of what <see cref="SearchDocument"/> or the tables hold.</summary>
    private const string Version = "1";

    private static readonly string Columns = string.Join(", ", Enum.GetValues<SearchColumn>().Select(Column));

    // The tokens are made by TextNormaliser; "ascii" only parts them at blanks and lets everything above ASCII be.
    private static readonly string Tables = $"""
        CREATE VIRTUAL TABLE search_text USING fts5({Columns}, content='', contentless_delete=1, prefix='2 3', tokenize="ascii tokenchars '_'");
        CREATE TABLE search_photo(photo INTEGER PRIMARY KEY, digest INTEGER NOT NULL);
        CREATE TABLE search_value(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, normal TEXT NOT NULL, value TEXT NOT NULL, UNIQUE(kind, normal));
        CREATE TABLE search_facet(photo INTEGER NOT NULL, value INTEGER NOT NULL, PRIMARY KEY(photo, value)) WITHOUT ROWID;
        CREATE TABLE search_version(version TEXT NOT NULL);
        INSERT INTO search_version(version) VALUES ('{Version}');
        """;

    public static string Column(SearchColumn column) => column.ToString().ToLowerInvariant();

    /// <summary>Whether the tables are there in the shape of this build.</summary>
    public static bool IsCurrent(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = 'search_version'";
        if ((long)command.ExecuteScalar()! == 0)
        {
            return false;
        }

        command.CommandText = "SELECT version FROM search_version";
        return Version.Equals(command.ExecuteScalar());
    }

    public static void Recreate(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            DROP TABLE IF EXISTS search_text; DROP TABLE IF EXISTS search_photo; DROP TABLE IF EXISTS search_value;
            DROP TABLE IF EXISTS search_facet; DROP TABLE IF EXISTS search_version;
            """ + Tables;
        command.ExecuteNonQuery();
    }

    /// <summary>At most <paramref name="limit"/> sheet keys that match, before <paramref name="before"/>, greatest first.</summary>
    public static List<long> Before(SqliteConnection connection, SqliteTransaction transaction, string match, long before, int limit) =>
        Keys(connection, transaction, match, "rowid < $key ORDER BY rowid DESC", before, limit);

    /// <summary>At most <paramref name="limit"/> sheet keys that match, from <paramref name="from"/> on, smallest first.</summary>
    public static List<long> From(SqliteConnection connection, SqliteTransaction transaction, string match, long from, int limit) =>
        Keys(connection, transaction, match, "rowid >= $key ORDER BY rowid", from, limit);

    /// <summary>How many match, counted up to <paramref name="atMost"/>.</summary>
    public static int Count(SqliteConnection connection, SqliteTransaction transaction, string match, int atMost)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT count(*) FROM (SELECT 1 FROM search_text WHERE search_text MATCH $match LIMIT $limit)";
        command.Parameters.AddWithValue("$match", match);
        command.Parameters.AddWithValue("$limit", atMost);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public static int CountAll(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT count(*) FROM search_photo";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>The commonest values of each facet among the newest <paramref name="among"/> matches.</summary>
    public static ILookup<FacetKind, FacetValue> Facets(
        SqliteConnection connection, SqliteTransaction transaction, string match, int among, int values)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            SELECT kind, value, photos FROM (
                SELECT v.kind, v.value, c.photos, row_number() OVER (PARTITION BY v.kind ORDER BY c.photos DESC, v.value) AS place
                FROM (
                    SELECT f.value, count(*) AS photos
                    FROM (SELECT rowid AS photo FROM search_text WHERE search_text MATCH $match ORDER BY rowid DESC LIMIT $among) m
                    JOIN search_facet f ON f.photo = m.photo
                    GROUP BY f.value) c
                JOIN search_value v ON v.id = c.value)
            WHERE place <= $values ORDER BY kind, place
            """;
        command.Parameters.AddWithValue("$match", match);
        command.Parameters.AddWithValue("$among", among);
        command.Parameters.AddWithValue("$values", values);
        using var reader = command.ExecuteReader();
        var found = new List<(FacetKind Kind, FacetValue Value)>();
        while (reader.Read())
        {
            found.Add(((FacetKind)reader.GetInt32(0), new(reader.GetString(1), reader.GetInt32(2))));
        }

        return found.ToLookup(entry => entry.Kind, entry => entry.Value);
    }

    private static List<long> Keys(
        SqliteConnection connection, SqliteTransaction transaction, string match, string condition, long key, int limit)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT rowid FROM search_text WHERE search_text MATCH $match AND {condition} LIMIT $limit";
        command.Parameters.AddWithValue("$match", match);
        command.Parameters.AddWithValue("$key", key);
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var keys = new List<long>();
        while (reader.Read())
        {
            keys.Add(reader.GetInt64(0));
        }

        return keys;
    }
}
