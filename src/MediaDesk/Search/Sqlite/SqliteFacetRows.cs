using MediaDesk.Data;
using MediaDesk.Search.Facets;
using Microsoft.Data.Sqlite;

namespace MediaDesk.Search.Sqlite;

/// <summary>
/// What an index entry counts for: the numbers of its groups, and of the group that looks alike (0 for none). And where it is on the
/// map, in degrees; no numbers where that is not known.
/// </summary>
internal readonly record struct FacetRow(long Key, long MediaId, int Credit, int People, int Place, int Traits, int Alike, double Latitude, double Longitude);

/// <summary>Reads the facet groups of photos out of the index.</summary>
internal static class SqliteFacetRows
{
    private const string Row = "SELECT photo, media, credit, people, place, traits, alike, latitude, longitude FROM search_photo";

    /// <summary>All of them: a million in about a second.</summary>
    public static IEnumerable<FacetRow> All(SqliteConnection connection)
    {
        using var rows = new SqliteStatement(connection, Row);
        while (rows.Next())
        {
            yield return new(rows.Number(0), rows.Number(1), (int)rows.Number(2), (int)rows.Number(3), (int)rows.Number(4), (int)rows.Number(5), (int)rows.Number(6), rows.Real(7) ?? double.NaN, rows.Real(8) ?? double.NaN);
        }
    }

    /// <summary>The keys that changed since, and the rows of those that are there.</summary>
    public static (List<long> Keys, List<FacetRow> Rows) Since(SqliteConnection connection, SqliteTransaction transaction, long change)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT DISTINCT photo FROM search_change WHERE id > $change";
        command.Parameters.AddWithValue("$change", change);
        var keys = new List<long>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                keys.Add(reader.GetInt64(0));
            }
        }

        return (keys, [.. Rows(connection, transaction, $"{Row} WHERE photo IN (SELECT photo FROM search_change WHERE id > $change)", change)]);
    }

    /// <summary>The oldest change that is still known; 0 when none is.</summary>
    public static long FirstChange(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT coalesce(min(id), 0) FROM search_change";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The groups with greater numbers than <paramref name="after"/>.</summary>
    public static IEnumerable<(int Id, FacetColumn Kind, FacetEntry[] Entries)> Groups(SqliteConnection connection, SqliteTransaction transaction, int after)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT id, kind, entries FROM search_group WHERE id > $after ORDER BY id";
        command.Parameters.AddWithValue("$after", after);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return (reader.GetInt32(0), (FacetColumn)reader.GetInt32(1), FacetGroup.Read(reader.GetString(2)));
        }
    }

    private static IEnumerable<FacetRow> Rows(SqliteConnection connection, SqliteTransaction transaction, string sql, long? change = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        if (change is not null)
        {
            command.Parameters.AddWithValue("$change", change);
        }

        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6),
                reader.IsDBNull(7) ? double.NaN : reader.GetDouble(7), reader.IsDBNull(8) ? double.NaN : reader.GetDouble(8));
        }
    }
}
