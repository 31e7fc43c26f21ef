using System.Text;
using MediaDesk.Credits;
using MediaDesk.Places;
using MediaDesk.Search.Query;
using MediaDesk.Language;

namespace MediaDesk.Search.Sqlite;

/// <summary>
/// Writes a tree as an FTS5 expression. Nothing a person typed gets into it but normalised words, each phrase of them in
/// quotation marks, so no operator of FTS5 can be typed.
/// </summary>
/// <param name="now">The desk's clock, for today and the bounds of its days.</param>
internal sealed class SqliteMatch(AgencyCatalogue agencies, TimeProvider now)
{
    public string Expression(QueryNode node) => node switch
    {
        QueryNode.AllOf all => All(all),
        QueryNode.AnyOf any => $"({string.Join(" OR ", any.Parts.Select(Expression))})",
        QueryNode.Not or QueryNode.Known { IsMissing: true } => $"({Phrase(SearchMark.Photo)} NOT {Excluded(node)})",
        QueryNode.Known known => Phrase(SearchMark.Has(known.Fact)),
        QueryNode.When dated => Marks(dated.Field == QueryField.Added ? Added(dated.Span) : Taken(dated.Span)),
        QueryNode.Words words => Words(words),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>FTS5's NOT has two sides, so what is excluded is gathered behind what is asked for.</summary>
    private string All(QueryNode.AllOf all)
    {
        var wanted = all.Parts.Where(part => !IsExclusion(part)).Select(Expression).ToArray();
        var excluded = all.Parts.Where(IsExclusion).Select(Excluded).ToArray();
        var positive = wanted.Length == 0 ? Phrase(SearchMark.Photo) : string.Join(" AND ", wanted);
        return excluded.Length == 0 ? $"({positive})" : $"(({positive}) NOT ({string.Join(" OR ", excluded)}))";
    }

    private static bool IsExclusion(QueryNode node) => node is QueryNode.Not or QueryNode.Known { IsMissing: true };

    private string Excluded(QueryNode node) =>
        node is QueryNode.Not not ? Expression(not.Part) : Phrase(SearchMark.Has(((QueryNode.Known)node).Fact));

    private string Words(QueryNode.Words words) => words.Field switch
    {
        null => Phrase(words.Normal, words.IsPrefix),
        QueryField.Agency => !words.IsPrefix && agencies.Find(words.Text) is { } agency
            ? Phrase(SearchMark.Agency(agency.Key))
            : In(words, SearchColumn.Agency),
        QueryField.In => Country(words, SearchColumn.Sublocation, SearchColumn.City, SearchColumn.Region, SearchColumn.Country),
        QueryField.Country => Country(words, SearchColumn.Country),
        QueryField.By => In(words, SearchColumn.Byline),
        QueryField.Credit => In(words, SearchColumn.Credit),
        QueryField.Source => In(words, SearchColumn.Source),
        QueryField.Caption => In(words, SearchColumn.Caption),
        QueryField.Headline => In(words, SearchColumn.Headline),
        QueryField.Keyword => In(words, SearchColumn.Keyword),
        QueryField.City => In(words, SearchColumn.City),
        QueryField.Region => In(words, SearchColumn.Region),
        _ => throw new ArgumentOutOfRangeException(nameof(words)),
    };

    /// <summary>A country is found by its code and by its name in any language, other places by their words.</summary>
    private static string Country(QueryNode.Words words, params ReadOnlySpan<SearchColumn> columns) =>
        !words.IsPrefix && Countries.TryCode(words.Text, out var alpha3)
            ? $"({Phrase(SearchMark.Country(alpha3))} OR {In(words, columns)})"
            : In(words, columns);

    private static string In(QueryNode.Words words, params ReadOnlySpan<SearchColumn> columns)
    {
        var expression = new StringBuilder("{");
        foreach (var column in columns)
        {
            expression.Append(' ').Append(SqliteTextIndex.Column(column));
        }

        return expression.Append(" } : ").Append(Phrase(words.Normal, words.IsPrefix)).ToString();
    }

    private IEnumerable<string> Taken(DateSpan span)
    {
        var (start, end) = span.Resolve(Today());
        return SearchMark.Taken(start, end);
    }

    /// <summary>The editor's days begin at the desk's midnight; photos arrive at instants.</summary>
    private IEnumerable<string> Added(DateSpan span)
    {
        var (start, end) = span.Resolve(Today());
        return SearchMark.Added(ToUtc(start), ToUtc(end));
    }

    private DateTime Today() => now.GetLocalNow().Date;

    private DateTime ToUtc(DateTime wallClock)
    {
        if (wallClock.Year is 1 or 9999)
        {
            return wallClock;
        }

        // A midnight that the clocks skip counts from when they stand again.
        while (now.LocalTimeZone.IsInvalidTime(wallClock))
        {
            wallClock = wallClock.AddMinutes(15);
        }

        return TimeZoneInfo.ConvertTimeToUtc(wallClock, now.LocalTimeZone);
    }

    private static string Marks(IEnumerable<string> marks) => $"({string.Join(" OR ", marks.DefaultIfEmpty(SearchMark.Nothing).Select(mark => Phrase(mark)))})";

    private static string Phrase(string words, bool isPrefix = false) => isPrefix ? $"\"{words}\" *" : $"\"{words}\"";
}
