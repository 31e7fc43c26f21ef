using MediaDesk.Search.Alike;
using Microsoft.Data.Sqlite;

namespace MediaDesk.Search.Sqlite;

/// <summary>
/// The centres of pictures that look alike as the index keeps them. They stay when the index is made anew, so that groups stay. The
/// centres in memory follow the table, whichever process adds to it, and whatever is rolled back.
/// </summary>
internal sealed class SqliteAlike(SqliteConnection connection, SqliteTransaction transaction, AlikeCentres centres)
{
    public const string Table = "CREATE TABLE IF NOT EXISTS search_alike(id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, day INTEGER NOT NULL, chain INTEGER NOT NULL);";

    private bool isFollowed;

    /// <summary>The number of the group that a picture belongs to.</summary>
    /// <param name="day">As in <see cref="AlikeCentres.Find"/>.</param>
    public int Group(long hash, int day)
    {
        Follow();
        if (centres.Find(hash, day) is { } known)
        {
            return known;
        }

        var number = centres.Add(hash, day);
        using var command = Command("INSERT INTO search_alike(id, hash, day, chain) VALUES ($id, $hash, $day, $chain)");
        command.Parameters.AddWithValue("$id", number);
        command.Parameters.AddWithValue("$hash", hash);
        command.Parameters.AddWithValue("$day", day);
        command.Parameters.AddWithValue("$chain", centres.Chain);
        command.ExecuteNonQuery();
        return number;
    }

    private void Follow()
    {
        if (isFollowed)
        {
            return;
        }

        isFollowed = true;
        using (var command = Command("SELECT chain FROM search_alike WHERE id = $count"))
        {
            command.Parameters.AddWithValue("$count", centres.Count);
            if (centres.Count > 0 && !(command.ExecuteScalar() is long chain && chain == centres.Chain))
            {
                centres.Clear();
            }
        }

        using var rest = Command("SELECT hash, day FROM search_alike WHERE id > $count ORDER BY id");
        rest.Parameters.AddWithValue("$count", centres.Count);
        using var reader = rest.ExecuteReader();
        while (reader.Read())
        {
            centres.Add(reader.GetInt64(0), reader.GetInt32(1));
        }
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return command;
    }
}
