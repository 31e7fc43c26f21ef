using System.Text;
using MediaDesk.Credits;
using MediaDesk.Places;
using MediaDesk.Search.Query;

namespace MediaDesk.Search.Sqlite;

/// <summary>
/// Writes a tree as an FTS5 expression. Nothing a person typed gets into it but normalised words, each phrase of them in
/// quotation marks, so no operator of FTS5 can be typed. Distances and parts of the map are written as the cells they touch,
/// which is more than they are: <see cref="SqliteSelection"/> takes away the rest.
/// </summary>
/// <param name="now">The desk's clock, for today and the bounds of its days.</param>
/// <param name="taken">The first and the last day of which there are photos: a span that is open goes no further.</param>
/// <param name="words">The words of the index that begin so; null when there are more than so many.</param>
internal sealed class SqliteMatch(
    AgencyCatalogue agencies, SearchPlaces places, TimeProvider now, (DateTime First, DateTime End) taken, Func<string, int, IReadOnlyList<string>?> words)
{
    /// <summary>
    /// A beginning is searched as that many words at most, and behind other words of a phrase as fewer: each has to be found behind
    /// them by itself. Of more FTS5 gathers all photos before it yields the first.
    /// </summary>
    private const int MostWords = 4_000, MostPhrases = 200;

    /// <summary>Sides of one OR.</summary>
    private const int MostSides = 8;

    /// <summary>No desk is older.</summary>
    private static readonly DateTime FirstAdded = new(2020, 1, 1);

    public DateTime Today => now.GetLocalNow().Date;

    public string Expression(QueryNode node) => node switch
    {
        QueryNode.AllOf all => All(all),
        QueryNode.AnyOf any => $"({AnyOf([.. any.Parts.Select(Expression)])})",
        QueryNode.Not or QueryNode.Known or QueryNode.Trait { Field: QueryField.Status } when IsExclusion(node) =>
            $"({Phrase(SearchMark.Photo)} NOT {Excluded(node)})",
        QueryNode.Known known => Phrase(known.IsMissing ? SearchMark.Without(known.Fact) : SearchMark.Gps),
        QueryNode.When dated => Marks(dated.Field == QueryField.Added ? Added(dated.Span) : Taken(dated.Span)),
        QueryNode.Trait trait => Trait(trait),
        QueryNode.Within { Box: var box } => Marks(SearchMark.Cells(box)),
        QueryNode.Near { Position: { } at } near => Marks(SearchMark.Cells(MapGrid.Around(at.Latitude, at.Longitude, near.Km))),
        QueryNode.Alike alike => Phrase(SearchMark.Alike(alike.Group)),
        // A photo that is not on the desk, that has no picture or no caption.
        QueryNode.Like or QueryNode.Near => Phrase(SearchMark.Nothing),
        QueryNode.Words words => Words(words),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>All that has <paramref name="wanted"/> and none of what is excluded; FTS5's NOT has two sides, so both are gathered.</summary>
    public string All(IEnumerable<QueryNode> parts, IEnumerable<string> alsoWithout)
    {
        var all = parts.ToArray();
        var wanted = all.Where(part => !IsExclusion(part)).Select(part => Expression(part)).ToArray();
        var excluded = all.Where(IsExclusion).Select(part => Excluded(part)).Concat(alsoWithout.Select(Phrase)).ToArray();
        var positive = wanted.Length == 0 ? Phrase(SearchMark.Photo) : string.Join(" AND ", wanted);
        return excluded.Length == 0 ? $"({positive})" : $"(({positive}) NOT ({string.Join(" OR ", excluded)}))";
    }

    /// <summary>An editor's day at the desk, as the instants between which photos came.</summary>
    public (DateTime Start, DateTime End) Utc(DateSpan span)
    {
        var (start, end) = span.Resolve(Today);
        return (ToUtc(start), ToUtc(end));
    }

    private string All(QueryNode.AllOf all) => All(all.Parts, []);

    /// <summary>What is known is the absence of a mark, all but coordinates.</summary>
    private static bool IsExclusion(QueryNode node) => node switch
    {
        QueryNode.Not => true,
        QueryNode.Known known => known.IsMissing == (known.Fact == QueryFact.Gps),
        QueryNode.Trait { Field: QueryField.Status } trait => trait.Value == QueryTrait.Ready,
        _ => false,
    };

    private string Excluded(QueryNode node) => node switch
    {
        QueryNode.Not not => Expression(not.Part),
        QueryNode.Known known => Phrase(known.Fact == QueryFact.Gps ? SearchMark.Gps : SearchMark.Without(known.Fact)),
        _ => Marks([.. Lacking(), SearchMark.Developing, SearchMark.Without(QueryFact.File)]),
    };

    private static IEnumerable<string> Lacking() => SearchTraits.Needed.Select(SearchMark.Without);

    private static string Trait(QueryNode.Trait trait) => (trait.Field, trait.Value) switch
    {
        (QueryField.Status, QueryTrait.Developing) => Phrase(SearchMark.Developing),
        (QueryField.Status, QueryTrait.NoFile) => Phrase(SearchMark.Without(QueryFact.File)),
        (QueryField.Status, _) => $"({Marks(Lacking())} NOT {Marks([SearchMark.Developing, SearchMark.Without(QueryFact.File)])})",
        _ => Phrase(SearchMark.Trait(trait.Field, trait.Value)),
    };

    private string Words(QueryNode.Words words) => words.Field switch
    {
        null => Phrase(words.Normal, words.IsPrefix),
        QueryField.Agency => Agency(words),
        QueryField.Origin => Phrase(SearchMark.Origin(Key(words, isOrigin: true)), words.IsPrefix),
        QueryField.Distributor => Phrase(SearchMark.Distributor(Key(words, isOrigin: false)), words.IsPrefix),
        QueryField.In => Place(words, [], SearchColumn.Sublocation, SearchColumn.City, SearchColumn.Region, SearchColumn.Country),
        QueryField.City => Place(words, [PlaceKind.City, PlaceKind.Site], SearchColumn.City),
        QueryField.Region => Place(words, [PlaceKind.Region, PlaceKind.District], SearchColumn.Region),
        QueryField.Country => Place(words, [PlaceKind.Country], SearchColumn.Country),
        QueryField.By => In(words, SearchColumn.Byline),
        QueryField.Credit => In(words, SearchColumn.Credit),
        QueryField.Source => In(words, SearchColumn.Source),
        QueryField.Caption => In(words, SearchColumn.Caption),
        QueryField.Headline => In(words, SearchColumn.Headline),
        QueryField.Keyword => In(words, SearchColumn.Keyword),
        _ => throw new ArgumentOutOfRangeException(nameof(words)),
    };

    /// <summary>An agency by any of its spellings; of a whole chain ("AFP via Getty Images") each link; any other name by its words.</summary>
    private string Agency(QueryNode.Words words) => Chain(words) is { Count: > 0 } chain
        ? $"({string.Join(" AND ", chain.Select(agency => Marks([SearchMark.Origin(agency.Key), SearchMark.Distributor(agency.Key), SearchMark.Between(agency.Key)])))})"
        : In(words, SearchColumn.Agency);

    private string Key(QueryNode.Words words, bool isOrigin) => Chain(words) is { Count: > 0 } chain ? chain[isOrigin ? 0 : chain.Count - 1].Key : words.Normal;

    /// <summary>The agencies that are meant, from the origin on: none where one of them is not known.</summary>
    private IReadOnlyList<CreditAgency> Chain(QueryNode.Words words)
    {
        if (words.IsPrefix)
        {
            return [];
        }

        if (agencies.Find(words.Text) is { } single)
        {
            return [single];
        }

        var chain = CreditReader.Read(words.Text, [], agencies).Agencies;
        return chain.Count > 1 && chain.All(agency => agency.Kind is not null) ? chain : [];
    }

    /// <summary>A place is found by every name it has, and by what lies in it; a name that the gazetteer does not know by its words.</summary>
    private string Place(QueryNode.Words words, IReadOnlyList<PlaceKind> kinds, params ReadOnlySpan<SearchColumn> columns)
    {
        var written = In(words, columns);
        if (words.IsPrefix)
        {
            return written;
        }

        IEnumerable<string> marks = places.Named(words.Text, kinds).Select(SearchMark.Place);
        if ((kinds.Count == 0 || kinds.Contains(PlaceKind.Country)) && Countries.TryCode(words.Text, out var alpha3))
        {
            marks = marks.Prepend(SearchMark.Country(alpha3));
        }

        return marks.Any() ? $"({Marks(marks)} OR {written})" : written;
    }

    private string In(QueryNode.Words words, params ReadOnlySpan<SearchColumn> columns)
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
        var (start, end) = span.Resolve(Today);
        return SearchMark.Taken(Later(start, taken.First), Earlier(end, taken.End));
    }

    /// <summary>The editor's days begin at the desk's midnight; photos arrive at instants.</summary>
    private IEnumerable<string> Added(DateSpan span)
    {
        var (start, end) = Utc(span);
        return SearchMark.Added(Later(start, FirstAdded), Earlier(end, now.GetUtcNow().UtcDateTime.Date.AddYears(2)));
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;

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

    private static string Marks(IEnumerable<string> marks) => $"({AnyOf([.. marks.DefaultIfEmpty(SearchMark.Nothing).Select(Phrase)])})";

    /// <summary>
    /// For each photo FTS5 asks all sides of an OR which one is next, so many are put together as a tree: of seven hundred words ten
    /// thousand photos come out in a sixth of the time. It would level a tree of nothing but OR, so between its floors stands the
    /// exclusion of what no photo has.
    /// </summary>
    private static string AnyOf(ReadOnlySpan<string> sides)
    {
        if (sides.Length <= MostSides)
        {
            return string.Join(" OR ", sides!);
        }

        var size = MostSides;
        while (size * MostSides < sides.Length)
        {
            size *= MostSides;
        }

        var floor = new List<string>();
        for (var start = 0; start < sides.Length; start += size)
        {
            floor.Add($"(({AnyOf(sides[start..Math.Min(start + size, sides.Length)])}) NOT {Phrase(SearchMark.Nothing)})");
        }

        return string.Join(" OR ", floor);
    }

    private string Phrase(string normal, bool isPrefix) => isPrefix ? Beginning(normal) : Phrase(normal);

    private string Beginning(string normal)
    {
        var last = normal.LastIndexOf(' ') + 1;
        return words(normal[last..], last == 0 ? MostWords : MostPhrases) is { } known
            ? Marks(known.Select(word => normal[..last] + word))
            : $"\"{normal}\" *";
    }

    private static string Phrase(string words) => $"\"{words}\"";
}
