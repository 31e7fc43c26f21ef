using Microsoft.Data.Sqlite;

namespace MediaDesk.Search.Sqlite;

/// <summary>Puts photos into the index and takes them out, within one transaction; its statements are prepared once.</summary>
internal sealed class SqliteIndexWriter : IDisposable
{
    private static readonly SearchColumn[] Columns = Enum.GetValues<SearchColumn>();

    private readonly SqliteCommand[] remove;
    private readonly SqliteCommand text;
    private readonly SqliteCommand photo;
    private readonly SqliteCommand value;
    private readonly SqliteCommand facet;

    public SqliteIndexWriter(SqliteConnection connection, SqliteTransaction transaction)
    {
        remove =
        [
            Command("DELETE FROM search_text WHERE rowid = $photo", "$photo"),
            Command("DELETE FROM search_photo WHERE photo = $photo", "$photo"),
            Command("DELETE FROM search_facet WHERE photo = $photo", "$photo"),
        ];
        var names = Columns.Select(SqliteTextIndex.Column).ToArray();
        text = Command(
            $"INSERT INTO search_text(rowid, {string.Join(", ", names)}) VALUES ($photo, {string.Join(", ", names.Select(name => "$" + name))})",
            [.. names.Select(name => "$" + name), "$photo"]);
        photo = Command("INSERT INTO search_photo(photo, digest) VALUES ($photo, $digest)", "$photo", "$digest");
        // Of several spellings of a name the one with the most accents is shown: those were not lost on the way.
        value = Command(
            """
            INSERT INTO search_value(kind, normal, value) VALUES ($kind, $normal, $value)
            ON CONFLICT(kind, normal) DO UPDATE SET value = excluded.value WHERE octet_length(excluded.value) > octet_length(value)
            """,
            "$kind", "$normal", "$value");
        facet = Command(
            "INSERT OR IGNORE INTO search_facet(photo, value) SELECT $photo, id FROM search_value WHERE kind = $kind AND normal = $normal",
            "$photo", "$kind", "$normal");

        SqliteCommand Command(string sql, params string[] parameters)
        {
            var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            foreach (var parameter in parameters)
            {
                command.Parameters.Add(new() { ParameterName = parameter });
            }

            return command;
        }
    }

    /// <summary>Puts a photo in, in place of what was there under its sheet key.</summary>
    public void Put(long sheetKey, SearchDocument document)
    {
        Remove(sheetKey);
        text.Parameters["$photo"].Value = sheetKey;
        foreach (var column in Columns)
        {
            text.Parameters["$" + SqliteTextIndex.Column(column)].Value = document[column];
        }

        text.ExecuteNonQuery();
        Run(photo, ("$photo", sheetKey), ("$digest", document.Digest()));
        foreach (var entry in document.Facets)
        {
            Run(value, ("$kind", (int)entry.Kind), ("$normal", entry.Normal), ("$value", entry.Value));
            Run(facet, ("$photo", sheetKey), ("$kind", (int)entry.Kind), ("$normal", entry.Normal));
        }
    }

    public void Remove(long sheetKey)
    {
        foreach (var command in remove)
        {
            Run(command, ("$photo", sheetKey));
        }
    }

    public void Dispose()
    {
        foreach (var command in (IEnumerable<SqliteCommand>)[.. remove, text, photo, value, facet])
        {
            command.Dispose();
        }
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<(string Name, object Value)> values)
    {
        foreach (var (name, value) in values)
        {
            command.Parameters[name].Value = value;
        }

        command.ExecuteNonQuery();
    }
}
