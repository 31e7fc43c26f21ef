using Microsoft.Data.Sqlite;

namespace MediaDesk.Search.Sqlite;

/// <summary>Reads the whole index back, for comparing it with the rows.</summary>
internal static class SqliteIndexReader
{
    /// <summary>For each sheet key the digest of the document that was put in.</summary>
    public static Dictionary<long, long> Digests(SqliteConnection connection, SqliteTransaction transaction)
    {
        var digests = new Dictionary<long, long>();
        Read(connection, transaction, "SELECT photo, digest FROM search_photo", reader => digests.Add(reader.GetInt64(0), reader.GetInt64(1)));
        return digests;
    }

    /// <summary>The sheet keys that a search can find.</summary>
    public static HashSet<long> Texts(SqliteConnection connection, SqliteTransaction transaction)
    {
        var keys = new HashSet<long>();
        Read(connection, transaction, $"SELECT rowid FROM search_text WHERE search_text MATCH '\"{SearchMark.Photo}\"'", reader => keys.Add(reader.GetInt64(0)));
        return keys;
    }

    /// <summary>What FTS5 finds wrong with its own tables, or null.</summary>
    public static string? Damage(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO search_text(search_text) VALUES ('integrity-check')";
        try
        {
            command.ExecuteNonQuery();
            return null;
        }
        catch (SqliteException exception)
        {
            return exception.Message;
        }
    }

    private static void Read(SqliteConnection connection, SqliteTransaction transaction, string sql, Action<SqliteDataReader> row)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            row(reader);
        }
    }
}
