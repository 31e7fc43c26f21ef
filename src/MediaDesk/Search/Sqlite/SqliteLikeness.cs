using MediaDesk.Data;
using MediaDesk.Search.Alike;
using MediaDesk.Search.Query;
using Microsoft.Data.Sqlite;

namespace MediaDesk.Search.Sqlite;

/// <summary>Says what is meant by photos that are like another one: its group, or the telling words of its caption.</summary>
internal sealed class SqliteLikeness(DeskDbContext rows, SqliteConnection connection, SqliteTransaction snapshot)
{
    /// <summary>Words that stand in so many captions tell nothing.</summary>
    private const int Common = 10_000;

    /// <summary>The tree with every <see cref="QueryNode.Like"/> replaced by what it means; one that means nothing stays.</summary>
    public QueryNode Resolved(QueryNode node) => node switch
    {
        QueryNode.AllOf all => new QueryNode.AllOf([.. all.Parts.Select(Resolved)]),
        QueryNode.AnyOf any => new QueryNode.AnyOf([.. any.Parts.Select(Resolved)]),
        QueryNode.Not not => new QueryNode.Not(Resolved(not.Part)),
        QueryNode.Like { Field: QueryField.Alike } like => Group(like.Photo) is > 0 and var group ? new QueryNode.Alike(group) : like,
        QueryNode.Like like => rows.Media.SingleOrDefault(item => item.Id == like.Photo) is { } photo
            ? CaptionWords.AtLeastSome(CaptionWords.Telling(photo.Fields, Number(), Count)) ?? like
            : like,
        _ => node,
    };

    private int Group(long photo)
    {
        var key = rows.Media.Where(item => item.Id == photo && item.RemovedUtc == null).Select(item => item.SheetKey).SingleOrDefault();
        using var command = Command("SELECT alike FROM search_photo WHERE photo = $key");
        command.Parameters.AddWithValue("$key", key);
        return command.ExecuteScalar() is long group ? (int)group : 0;
    }

    private int Number() => SqliteIndexReader.Count(connection, snapshot);

    /// <summary>In how many photos a word stands, counted up to <see cref="Common"/>.</summary>
    private int Count(string word)
    {
        using var command = Command("SELECT rowid FROM search_text WHERE search_text MATCH $word LIMIT $most");
        command.Parameters.AddWithValue("$word", $"\"{word}\"");
        command.Parameters.AddWithValue("$most", Common);
        return SqliteIndexReader.Count(command);
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (snapshot, sql);
        return command;
    }
}
