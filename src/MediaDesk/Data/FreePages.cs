using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MediaDesk.Data;

/// <summary>
/// Pages of the database file on which nothing stands any more: after very many photos were put in or an index was made anew a part
/// of it. They are written over later, or given back to the disk here, in files that were begun by
/// <see cref="BeginFile"/>; an older file keeps its size.
/// </summary>
internal static class FreePages
{
    /// <summary>Pages in one transaction: an editor who saves meanwhile waits for less than a tenth of a second.</summary>
    private const int AtOnce = 1_000;

    /// <summary>Begins a database file that can give back. SQLite takes that word only before anything stands in it, the way its log is kept included.</summary>
    public static void BeginFile(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL;";
        command.ExecuteNonQuery();
    }

    /// <summary>Gives back some, within a transaction. To be called until it returns false.</summary>
    public static bool GiveBack(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"PRAGMA incremental_vacuum({AtOnce})";
        command.ExecuteNonQuery();
        // 2: the file can give back.
        command.CommandText = "SELECT auto_vacuum = 2 AND freelist_count > 0 FROM pragma_auto_vacuum(), pragma_freelist_count()";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture) == 1;
    }
}
