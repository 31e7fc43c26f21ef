using MediaDesk.Credits;
using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Search.Facets;
using MediaDesk.Search.Query;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Search.Sqlite;

/// <summary>The matches of one search in one snapshot of the database.</summary>
internal sealed class SqliteFinding
{
    private const int LargestPiece = 10_000;

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction snapshot;
    private readonly FacetColumns columns;
    private readonly SqliteSelection selection;
    private readonly Func<QueryNode, bool, SqliteSelection> select;
    private readonly Dictionary<int, List<long>> alike = [];
    private readonly bool isAll;
    private readonly TimeProvider clock;
    private readonly (long First, long Last) extent;

    /// <summary>The results of a first page are counted already: so many from the last of them on.</summary>
    private (int Count, long From) known = (0, long.MaxValue);

    /// <summary>With fewer changes than this ever, an index is gone through whole however thin the matches.</summary>
    private const int Large = 100_000;

    public SqliteFinding(
        DeskDbContext rows, SqliteConnection connection, SqliteTransaction snapshot, QueryNode tree, FacetColumns columns, AgencyCatalogue agencies, SearchPlaces places, TimeProvider clock)
    {
        (Rows, this.connection, this.snapshot, this.columns, this.clock) = (rows, connection, snapshot, columns, clock);
        // Prepared before the snapshot began; an index that is being replaced is replaced in one transaction.
        State = SqliteTextIndex.State(connection, snapshot) ?? throw new InvalidOperationException("There is no search index.");
        var (first, last) = extent = SqliteIndexReader.Extent(connection, snapshot);
        isAll = tree is QueryNode.AllOf { Parts: [] };
        var taken = (SheetKeys.Second(first).Date, SheetKeys.Second(last).Date is var day && day < DateTime.MaxValue.Date ? day.AddDays(1) : DateTime.MaxValue);
        select = (node, comparesPlaces) => SqliteSelection.Of(
            node, new(agencies, places, clock, taken, (beginning, most) => SqliteIndexReader.Words(connection, snapshot, beginning, most)), comparesPlaces);
        Tree = new SqliteLikeness(rows, connection, snapshot).Resolved(places.Located(tree));
        selection = Select(Tree);
    }

    public DeskDbContext Rows { get; }

    /// <summary>What is looked for, with what is meant by places and by other photos.</summary>
    public QueryNode Tree { get; }

    public IndexState State { get; }

    /// <summary>The sheet keys of the newest matches.</summary>
    public List<long> Keys(int limit) => Keys(true, long.MinValue, long.MaxValue, limit);

    /// <summary>The sheet keys of the newest matches, in a large index as far back as <paramref name="patience"/> goes. Returns whether that was all the way.</summary>
    /// <param name="keys">Takes them.</param>
    public bool AddKeys(List<long> keys, int limit, TimeSpan patience) =>
        Walk(limit, patience, (from, end, most) => SqliteStretches.AddNewest(
            keys, most, (isNewestFirst, enough) => AddKeys(selection, keys, isNewestFirst, from, end, enough))).IsWhole;

    /// <summary>How many matches arrived after the photo with a number, counted up to <paramref name="most"/>.</summary>
    public int CountArrived(long afterMediaId, int most)
    {
        var keys = Keys(int.MaxValue);
        return columns.Read(connection, snapshot, State, stock => keys.Where(key => stock.MediaId(key) > afterMediaId).Take(most).Count());
    }

    /// <summary>Whether the photo with this sheet key matches.</summary>
    public bool Contains(long key) => Keys(true, key, key + 1, 1).Count > 0;

    /// <summary>How many match, counted up to <paramref name="most"/> and as long as <paramref name="patience"/>, and whether that is all; of all photos always how many there are.</summary>
    public (int Count, bool IsWhole) Count(int most, TimeSpan patience)
    {
        if (isAll)
        {
            return (columns.IsLoaded ? columns.Read(connection, snapshot, State, stock => stock.Photos) : SqliteIndexReader.Count(connection, snapshot), true);
        }

        var (rest, isWhole) = Walk(most - known.Count, patience, (from, end, limit) => Count(selection, from, end, limit), known.From);
        return (known.Count + rest, isWhole);
    }

    /// <summary>How many photos on the desk match something else, counted up to <paramref name="most"/>.</summary>
    public int Count(QueryNode other, int most) => Count(Select(other), long.MinValue, long.MaxValue, most);

    /// <summary>The agencies of photos as the index has read their credits; null for one that must be read anew.</summary>
    public IReadOnlyList<IReadOnlyList<string>?> Agencies(IReadOnlyList<long> keys) => columns.IsLoaded
        ? columns.Read(connection, snapshot, State, stock => keys.Select(stock.Agencies).ToArray())
        : new IReadOnlyList<string>?[keys.Count];

    /// <param name="keys">The matches, newest first; null for all photos.</param>
    /// <param name="isWhole">Whether these are all matches.</param>
    public IReadOnlyDictionary<string, Facet> Facets(IReadOnlyList<long>? keys, bool isWhole, int most) => columns.Read(
        connection, snapshot, State, stock => keys is null ? stock.CountAll(most) : stock.Count(keys, isWhole, most));

    /// <summary>The newest matches by cells of the map.</summary>
    public MapAnswer Map(GeoBox box, double cell, int among, int most)
    {
        var keys = Keys(among + 1);
        var isWhole = keys.Count <= among;
        return columns.Read(connection, snapshot, State, stock =>
        {
            var photos = keys.Take(among).Select(key => (At: stock.Position(key), Media: stock.MediaId(key))).Select(photo => (photo.At.Latitude, photo.At.Longitude, photo.Media)).ToArray();
            return new MapAnswer(
                MapCells.Of(photos, box, cell, most), photos.Length, photos.Count(photo => !double.IsNaN(photo.Latitude)), isWhole);
        });
    }

    public IReadOnlyList<FacetValueTotal> Values(IReadOnlyList<FacetKind> kinds, string typed, int limit) =>
        columns.Read(connection, snapshot, State, stock => stock.Find(kinds, typed, limit));

    /// <summary>How many of these results stand behind another one that looks like them; null for all photos.</summary>
    public int Folded(List<long>? keys) => columns.Read(connection, snapshot, State, stock => stock.Folded(keys));

    /// <summary>The rows of photos as a page shows them.</summary>
    public IReadOnlyDictionary<long, SheetRow> SheetRows(IReadOnlyList<long> keys) => SqliteSheetRows.Read(connection, keys);

    /// <summary>How many of the results look like this one, itself included.</summary>
    public IReadOnlyList<int> Alike(IReadOnlyList<long> keys) => [.. Groups(keys).Select(group => group == 0 ? 1 : Matches(group).Count)];

    /// <summary>A page: its sheet keys, and the cursors of the next and of the previous page.</summary>
    /// <param name="isFolded">Of results that look alike only the first of the order is on a page.</param>
    public (IReadOnlyList<long> Keys, string? Next, string? Previous) Page(SheetOrder order, long? cursor, int limit, bool isFolded = false) => order switch
    {
        SheetOrder.Oldest => Oldest(cursor, limit, isFolded),
        SheetOrder.Arrival => isAll ? ArrivalOfAll(cursor, limit, isFolded) : Arrival(cursor, limit, isFolded),
        SheetOrder.Relevance => Relevance(cursor, limit, isFolded),
        _ => Newest(cursor, limit, isFolded),
    };

    private (IReadOnlyList<long>, string?, string?) Newest(long? before, int limit, bool isFolded)
    {
        List<long> Ask(bool isNewestFirst, long from, long end) => Fronts(
            (last, most) => isNewestFirst ? Keys(true, from, last ?? end, most) : Keys(false, last + 1 ?? from, end, most), key => key, limit + 1, isFolded ? group => Matches(group)[0] : null);
        var (page, next) = Cut(Ask(true, long.MinValue, before ?? long.MaxValue), limit, key => key);
        if (before is null && next is not null && !isFolded)
        {
            known = (page.Count, page[^1]);
        }

        return (page, next, before is null ? null : Back(Ask(false, before.Value, long.MaxValue), limit, key => key));
    }

    private (IReadOnlyList<long>, string?, string?) Oldest(long? after, int limit, bool isFolded)
    {
        List<long> Ask(bool isNewestFirst, long from, long end) => Fronts(
            (last, most) => isNewestFirst ? Keys(true, from, last ?? end, most) : Keys(false, last + 1 ?? from, end, most), key => key, limit + 1, isFolded ? group => Matches(group)[^1] : null);
        var (page, next) = Cut(Ask(false, after + 1 ?? long.MinValue, long.MaxValue), limit, key => key);
        return (page, next, after is null ? null : Back(Ask(true, long.MinValue, after.Value + 1), limit, key => key));
    }

    /// <summary>The index is in the order of the sheet: the order of arrival is that of the numbers the photos got.</summary>
    private (IReadOnlyList<long>, string?, string?) Arrival(long? before, int limit, bool isFolded)
    {
        var keys = Keys(int.MaxValue);
        var arrived = columns.Read(connection, snapshot, State, stock => keys.Select(key => (Key: key, Id: stock.MediaId(key))).ToArray());
        Array.Sort(arrived, (one, other) => other.Id.CompareTo(one.Id));
        arrived = isFolded ? FirstOfEach(arrived, photo => photo.Key) : arrived;
        return Around(arrived, arrived.TakeWhile(photo => before is not null && photo.Id >= before).Count(), before, limit);
    }

    private (IReadOnlyList<long>, string?, string?) ArrivalOfAll(long? before, int limit, bool isFolded)
    {
        var photos = Rows.Media.Where(item => item.RemovedUtc == null);
        var end = before ?? long.MaxValue;
        List<(long Key, long Id)> Ask(Func<long?, IQueryable<MediaItem>> from) => Fronts<(long Key, long Id)>(
            (last, most) => [.. from(last).Take(most).Select(item => new { item.SheetKey, item.Id }).AsEnumerable().Select(item => (Key: item.SheetKey, item.Id))],
            photo => photo.Key, limit + 1, isFolded ? Latest : null, photo => photo.Id);
        var older = Ask(last => photos.Where(item => item.Id < (last ?? end)).OrderByDescending(item => item.Id));
        var newer = before is null ? [] : Ask(last => photos.Where(item => item.Id >= (last + 1 ?? end)).OrderBy(item => item.Id));
        return Around([.. Enumerable.Reverse(newer.Take(limit + 1)).Concat(older)], Math.Min(newer.Count, limit + 1), before, limit);
    }

    private static (IReadOnlyList<long>, string?, string?) Around((long Key, long Id)[] arrived, int start, long? before, int limit)
    {
        var (page, next) = Cut([.. arrived.Skip(start).Take(limit + 1)], limit, photo => photo.Id);
        var previous = before is null || start == 0 ? null : start <= limit ? "" : SheetCursor.Write(arrived[start - limit - 1].Id);
        return ([.. page.Select(photo => photo.Key)], next, previous);
    }

    /// <summary>The cursor counts: the list is made anew for each page, and is as long as <see cref="MediaSearch.RankedAmong"/> at most.</summary>
    private (IReadOnlyList<long>, string?, string?) Relevance(long? skip, int limit, bool isFolded)
    {
        var best = select(Tree, true).Ranked(connection, snapshot, MediaSearch.RankedAmong) is { } ranked
            ? SqliteIndexReader.Best(ranked)
            : Keys(MediaSearch.RankedAmong);
        best = isFolded ? [.. FirstOfEach([.. best], key => key)] : best;
        var start = (int)Math.Min(skip ?? 0, best.Count);
        var end = Math.Min(start + limit, best.Count);
        return (
            best[start..end],
            end < best.Count ? SheetCursor.Write(end) : null,
            start == 0 ? null : start <= limit ? "" : SheetCursor.Write(start - limit));
    }

    private static (IReadOnlyList<T> Page, string? Next) Cut<T>(List<T> found, int limit, Func<T, long> place) =>
        found.Count > limit ? (found[..limit], SheetCursor.Write(place(found[limit - 1]))) : (found, null);

    private static string? Back(List<long> earlier, int limit, Func<long, long> place) =>
        earlier.Count == 0 ? null : earlier.Count <= limit ? "" : SheetCursor.Write(place(earlier[^1]));

    private (int Found, bool IsWhole) Walk(int most, TimeSpan patience, Func<long, long, int, int> take, long before = long.MaxValue)
    {
        var (first, last) = selection.Within(extent.First, Math.Min(extent.Last, before - 1));
        return State.Changes < Large
            ? take(first, last + 1, most) is var found ? (found, found < most) : default
            : SqliteStretches.Walk(first, last, most, patience, clock, take);
    }

    private SqliteSelection Select(QueryNode tree) => select(tree, !columns.IsLoaded);

    private List<long> Keys(bool isNewestFirst, long from, long end, int limit) => Keys(selection, isNewestFirst, from, end, limit);

    private List<long> Keys(SqliteSelection selection, bool isNewestFirst, long from, long end, int limit)
    {
        var keys = new List<long>();
        AddKeys(selection, keys, isNewestFirst, from, end, limit);
        return keys;
    }

    private int AddKeys(SqliteSelection selection, List<long> keys, bool isNewestFirst, long from, long end, int limit)
    {
        using var command = selection.Keys(connection, snapshot, isNewestFirst, from, end, selection.IsWide ? int.MaxValue : limit);
        return selection.IsWide
            ? columns.Read(connection, snapshot, State, stock => SqliteIndexReader.AddKeys(command, keys, key => selection.Holds(stock.Position(key)), limit))
            : SqliteIndexReader.AddKeys(command, keys, _ => true, limit);
    }

    /// <summary>Which ones does not matter: the oldest, see <see cref="SqliteStretches.AddNewest"/>.</summary>
    private int Count(SqliteSelection selection, long from, long end, int limit)
    {
        if (selection.IsWide)
        {
            return Keys(selection, false, from, end, limit).Count;
        }

        using var command = selection.Keys(connection, snapshot, false, from, end, limit);
        return SqliteIndexReader.Count(command);
    }

    /// <summary>The group of each photo; 0 for one that is alone.</summary>
    private int[] Groups(IEnumerable<long> keys) => columns.Read(connection, snapshot, State, stock => keys.Select(stock.Alike).ToArray());

    /// <summary>The results of a group, newest first: at least one, since it is asked of a result.</summary>
    private List<long> Matches(int group)
    {
        if (!alike.TryGetValue(group, out var keys))
        {
            IReadOnlyList<QueryNode> parts = Tree is QueryNode.AllOf all ? all.Parts : [Tree];
            alike[group] = keys = Keys(Select(new QueryNode.AllOf([.. parts, new QueryNode.Alike(group)])), true, long.MinValue, long.MaxValue, int.MaxValue);
        }

        return keys;
    }

    /// <summary>
    /// The first <paramref name="limit"/> of an order that is asked for piece by piece; of those that look alike only the one that is
    /// <paramref name="front"/> of its group.
    /// </summary>
    private List<T> Fronts<T>(Func<long?, int, List<T>> ask, Func<T, long> key, int limit, Func<int, long>? front, Func<T, long>? place = null)
    {
        var fronts = new List<T>();
        long? last = null;
        for (var most = limit; ; most = Math.Min(2 * most, LargestPiece))
        {
            var found = ask(last, most);
            fronts.AddRange(front is null
                ? found
                : found.Zip(Groups(found.Select(key))).Where(one => one.Second == 0 || front(one.Second) == key(one.First)).Select(one => one.First));
            if (found.Count < most || fronts.Count >= limit)
            {
                return [.. fronts.Take(limit)];
            }

            last = (place ?? key)(found[^1]);
        }
    }

    private long Latest(int group)
    {
        var matches = Matches(group);
        return columns.Read(connection, snapshot, State, stock => matches.MaxBy(stock.MediaId));
    }

    private T[] FirstOfEach<T>(T[] ordered, Func<T, long> key)
    {
        var seen = new HashSet<int>();
        return [.. ordered.Zip(Groups(ordered.Select(key))).Where(one => one.Second == 0 || seen.Add(one.Second)).Select(one => one.First)];
    }
}
