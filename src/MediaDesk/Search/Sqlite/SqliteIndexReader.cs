using MediaDesk.Search.Facets;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MediaDesk.Search.Sqlite;

/// <summary>What the index holds of a photo besides its texts.</summary>
/// <param name="Groups">Its facet groups as <see cref="Group"/> writes them, in the order of <see cref="FacetColumn"/>.</param>
internal sealed record IndexEntry(long Key, long Media, long Digest, IReadOnlyList<string> Groups, double? Latitude, double? Longitude)
{
    public static string Group(FacetColumn kind, string entries) => $"{(int)kind} {entries}";

    /// <summary>Whether this is what a document says, the photo's number included.</summary>
    public bool Holds(SearchDocument document) => Digest == document.Digest && (Latitude, Longitude) == (document.Position?.Latitude, document.Position?.Longitude)
        && Groups.SequenceEqual(Enum.GetValues<FacetColumn>().Select(kind => Group(kind, document[kind])), StringComparer.Ordinal);
}

/// <summary>Reads an index back: the matches of a search, and all of it for comparing it with the rows.</summary>
internal static class SqliteIndexReader
{
    /// <summary>Adds the keys that a statement yields and that are wanted, at most so many; returns how many there were.</summary>
    public static int AddKeys(SqliteCommand statement, List<long> keys, Predicate<long> isWanted, int most)
    {
        var before = keys.Count;
        using (statement)
        using (var reader = statement.ExecuteReader())
        {
            // Of fifty thousand numbers the provider's own reading takes a third of the time.
            var row = reader.Handle!;
            while (keys.Count - before < most && reader.Read())
            {
                var key = raw.sqlite3_column_int64(row, 0);
                if (isWanted(key))
                {
                    keys.Add(key);
                }
            }
        }

        return keys.Count - before;
    }

    /// <summary>How many keys a statement yields.</summary>
    public static int Count(SqliteCommand statement)
    {
        statement.CommandText = $"SELECT count(*) FROM ({statement.CommandText})";
        return Convert.ToInt32(statement.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The keys of the newest that match, best match first.</summary>
    public static List<long> Best(SqliteCommand ranked)
    {
        using (ranked)
        using (var reader = ranked.ExecuteReader())
        {
            var found = new List<(long Key, double Rank)>();
            while (reader.Read())
            {
                found.Add((reader.GetInt64(0), reader.GetDouble(1)));
            }

            // bm25 is the more negative the better; of equals the newer first.
            return [.. found.OrderBy(match => match.Rank).ThenByDescending(match => match.Key).Select(match => match.Key)];
        }
    }

    /// <summary>The first and the last sheet key; zeros when there are none.</summary>
    public static (long First, long Last) Extent(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT coalesce((SELECT min(photo) FROM search_photo), 0), coalesce((SELECT max(photo) FROM search_photo), 0)";
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    public static int Count(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT count(*) FROM search_photo";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Every entry with its digest and the facet groups and coordinates that it holds, ascending, as they come.</summary>
    public static IEnumerable<IndexEntry> Entries(SqliteConnection connection, SqliteTransaction transaction)
    {
        var groups = new Dictionary<long, string>();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT id, kind, entries FROM search_group";
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                groups.Add(reader.GetInt64(0), IndexEntry.Group((FacetColumn)reader.GetInt32(1), reader.GetString(2)));
            }
        }

        command.CommandText = "SELECT photo, media, digest, credit, people, place, traits, latitude, longitude FROM search_photo ORDER BY photo";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return new(
                rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2), [.. Enumerable.Range(3, 4).Select(column => groups.GetValueOrDefault(rows.GetInt64(column), ""))],
                rows.IsDBNull(7) ? null : rows.GetDouble(7), rows.IsDBNull(8) ? null : rows.GetDouble(8));
        }
    }

    /// <summary>The digests of the entries from one sheet key to another, both included.</summary>
    public static Dictionary<long, long> Digests(SqliteConnection connection, long first, long last)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT photo, digest FROM search_photo WHERE photo BETWEEN $first AND $last";
        command.Parameters.AddWithValue("$first", first);
        command.Parameters.AddWithValue("$last", last);
        using var reader = command.ExecuteReader();
        var digests = new Dictionary<long, long>();
        while (reader.Read())
        {
            digests.Add(reader.GetInt64(0), reader.GetInt64(1));
        }

        return digests;
    }

    /// <summary>The sheet keys that a search can find, ascending, as they come.</summary>
    public static IEnumerable<long> Texts(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT rowid FROM search_text WHERE search_text MATCH '\"{SearchMark.Photo}\"' ORDER BY rowid";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetInt64(0);
        }
    }

    /// <summary>The words that begin so, in their order; null when there are more than <paramref name="most"/>.</summary>
    public static IReadOnlyList<string>? Words(SqliteConnection connection, SqliteTransaction transaction, string beginning, int most)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT word FROM search_word WHERE word >= $beginning AND word < $end LIMIT $most";
        command.Parameters.AddWithValue("$beginning", beginning);
        command.Parameters.AddWithValue("$end", beginning + "\U0010FFFF");
        command.Parameters.AddWithValue("$most", most + 1);
        using var reader = command.ExecuteReader();
        var words = new List<string>();
        while (reader.Read())
        {
            words.Add(reader.GetString(0));
        }

        return words.Count > most ? null : words;
    }

    /// <summary>How many words of texts are missing where <see cref="Words"/> looks. Goes through the whole index.</summary>
    public static int UnlistedWords(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            CREATE VIRTUAL TABLE temp.search_vocabulary USING fts5vocab(main, search_text, row);
            SELECT count(*) FROM temp.search_vocabulary WHERE (term NOT GLOB '_*' OR term GLOB '{SearchMark.OriginIs}*' OR term GLOB '{SearchMark.DistributorIs}*') AND term NOT IN (SELECT word FROM search_word);
            """;
        var missing = Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        command.CommandText = "DROP TABLE temp.search_vocabulary";
        command.ExecuteNonQuery();
        return missing;
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
}
