using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MediaDesk.Credits;
using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Search.Facets;
using MediaDesk.Search.Marks;
using MediaDesk.Search.Query;
using MediaDesk.Search.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Search;

/// <summary>Finds photos.</summary>
public sealed class MediaSearch(
    IDbContextFactory<DeskDbContext> contexts, SearchIndex index, CurrentAgencies agencies, CreditReader credits, TimeProvider clock) : IDisposable
{
    /// <summary>The most photos on one page.</summary>
    public const int LargestPage = 10_000;

    /// <summary>Matches are counted up to here; with more, the total is this and not exact.</summary>
    public const int CountedUpTo = 10_001;

    /// <summary>Facets are exact up to so many results; of more, the newest are counted.</summary>
    public const int FacetsAmong = 50_000;

    /// <summary>Relevance orders the newest of so many matches.</summary>
    public const int RankedAmong = 5_000;

    /// <summary>So many results are shown on the map; of more, the newest.</summary>
    public const int MappedUpTo = 200_000;

    private const int MapCells = 600;

    private const int FacetValues = 50;

    /// <summary>In an index of millions matches may be so thin that it takes longer than this to count them; then at least as many are told as were counted.</summary>
    private static readonly TimeSpan CountPatience = TimeSpan.FromMilliseconds(6), FacetPatience = TimeSpan.FromMilliseconds(150);

    private const int ArrivedUpTo = 1_000;

    private const int IdsAtOnce = 1_000;

    private readonly FacetColumns columns = new();

    /// <summary>Lists for the keys of results: of fifty thousand, each takes 400 KB that are given back late.</summary>
    private readonly ConcurrentBag<List<long>> spare = [];

    /// <summary>A page of photos on the desk (not those in the bin), newest first. <paramref name="after"/> is a cursor from an earlier page.</summary>
    /// <param name="limit">From 1 to <see cref="LargestPage"/>.</param>
    /// <exception cref="FormatException"><paramref name="after"/> is no cursor.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; SQLite stops working on it at once.</exception>
    public Task<SearchPage> FindAsync(SearchQuery query, int limit, string? after, bool facets, CancellationToken cancellationToken) =>
        FindAsync(query, SheetOrder.Newest, limit, after, facets, cancellationToken);

    /// <summary>A page of photos on the desk in an order; a cursor is good for the query and the order that gave it.</summary>
    /// <inheritdoc cref="FindAsync(SearchQuery, int, string?, bool, CancellationToken)"/>
    public Task<SearchPage> FindAsync(
        SearchQuery query, SheetOrder order, int limit, string? after, bool facets, CancellationToken cancellationToken) =>
        FindAsync(query, order, limit, after, facets, SheetFolding.None, cancellationToken);

    /// <summary>The same with photos that look alike counted or folded. Total and facets are of all photos, however they are folded.</summary>
    /// <inheritdoc cref="FindAsync(SearchQuery, int, string?, bool, CancellationToken)"/>
    public Task<SearchPage> FindAsync(
        SearchQuery query, SheetOrder order, int limit, string? after, bool facets, SheetFolding folding, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LargestPage);
        var cursor = SheetCursor.Read(after);
        return AskAsync(
            query,
            found =>
            {
                var (keys, next, previous) = found.Page(order, cursor, limit, folding == SheetFolding.Folded);
                // What is folded is on the page by its front alone.
                var isOnePage = folding != SheetFolding.Folded && next is null && previous is null && (order != SheetOrder.Relevance || keys.Count < RankedAmong);
                // Facets are counted from the keys, so these are read only once.
                using var results = new ResultKeys(spare);
                var counted = results.Keys;
                var isWhole = true;
                if (facets && !query.IsAll)
                {
                    if (isOnePage)
                    {
                        counted.AddRange(keys.OrderDescending());
                    }
                    else
                    {
                        isWhole = found.AddKeys(counted, FacetsAmong + 1, FacetPatience);
                    }
                }

                var (total, isExact) = isOnePage ? (keys.Count, true)
                    : !facets || query.IsAll ? Capped(found.Count(CountedUpTo, CountPatience), query.IsAll ? int.MaxValue : CountedUpTo)
                    : Capped((counted.Count, isWhole), FacetsAmong + 1);
                if (counted.Count > FacetsAmong)
                {
                    counted.RemoveAt(FacetsAmong);
                }

                return Task.FromResult(new SearchPage(
                    Photos(found, keys, folding),
                    Math.Max(total, keys.Count),
                    isExact,
                    next,
                    previous,
                    !facets ? new Dictionary<string, Facet>()
                        : found.Facets(query.IsAll ? null : counted, isExact, FacetValues),
                    SearchIndex.Progress(found.State))
                {
                    Folded = facets && folding != SheetFolding.None ? found.Folded(query.IsAll ? null : counted) : null,
                });

                static (int, bool) Capped((int Count, bool IsWhole) counted, int most) => counted.Count < most ? counted : (most - 1, false);
            },
            cancellationToken);
    }

    /// <summary>The numbers of all results, newest first, as they are found: for what is done with each of them, however many.</summary>
    public async IAsyncEnumerable<long> IdsAsync(SearchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long? before = null; ;)
        {
            var (ids, next) = await AskAsync(
                query,
                async found =>
                {
                    var (keys, cursor, _) = found.Page(SheetOrder.Newest, before, IdsAtOnce);
                    var byKey = await found.Rows.Media.Where(item => EF.Parameter(keys).Contains(item.SheetKey))
                        .ToDictionaryAsync(item => item.SheetKey, item => item.Id, cancellationToken);
                    return (keys.Where(byKey.ContainsKey).Select(key => byKey[key]).ToList(), cursor);
                },
                cancellationToken);
            foreach (var id in ids)
            {
                yield return id;
            }

            if (next is null)
            {
                yield break;
            }

            before = SheetCursor.Read(next);
        }
    }

    /// <summary>What stands in the way of a search though it can be read, or null: a place to be near to that the gazetteer does not know. It finds nothing.</summary>
    public SearchFault? Doubt(SearchQuery query) => index.Places.Fault(query.Tree);

    /// <summary>The facets of all results, however many: takes as long as it takes, a tenth of a second for 300,000.</summary>
    public Task<IReadOnlyDictionary<string, Facet>> CountAsync(SearchQuery query, CancellationToken cancellationToken) =>
        AskAsync(
            query,
            found => Task.FromResult<IReadOnlyDictionary<string, Facet>>(
                found.Facets(query.IsAll ? null : found.Keys(int.MaxValue), isWhole: true, FacetValues)),
            cancellationToken);

    /// <summary>The results on a part of the map, those that lie close together as one; of very many the newest <see cref="MappedUpTo"/>.</summary>
    /// <param name="cell">How close that is: the side of a cell, in degrees.</param>
    public Task<MapAnswer> MapAsync(SearchQuery query, GeoBox box, double cell, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(cell, 0);
        return AskAsync(query, found => Task.FromResult(found.Map(box, cell, MappedUpTo, MapCells)), cancellationToken);
    }

    /// <summary>How many of the results arrived after the photo with this number, counted up to 1,000.</summary>
    public Task<int> CountArrivedAsync(SearchQuery query, long afterMediaId, CancellationToken cancellationToken) =>
        AskAsync(
            query,
            async found =>
            {
                // Mostly few photos are new: they are looked for among the results. Of very many the results are looked through instead.
                var fresh = await found.Rows.Media.Where(item => item.Id > afterMediaId && item.RemovedUtc == null)
                    .OrderByDescending(item => item.Id).Select(item => item.SheetKey).Take(ArrivedUpTo).ToListAsync(cancellationToken);
                return fresh.Count < ArrivedUpTo || query.IsAll ? fresh.Count(found.Contains) : found.CountArrived(afterMediaId, ArrivedUpTo);
            },
            cancellationToken);

    /// <summary>Values of some facets that have a word beginning with what was typed, the commonest on the desk first.</summary>
    internal Task<IReadOnlyList<FacetValueTotal>> ValuesAsync(IReadOnlyList<FacetKind> kinds, string typed, int limit, CancellationToken cancellationToken) =>
        AskAsync(SearchQuery.All, found => Task.FromResult(found.Values(kinds, typed, limit)), cancellationToken);

    /// <summary>Reads into memory what results are counted by, so that the first search need not.</summary>
    internal Task WarmAsync(CancellationToken cancellationToken) =>
        AskAsync(SearchQuery.All, found => Task.FromResult(found.Facets(null, isWhole: true, 1).Count), cancellationToken);

    /// <summary>Asks the index within one snapshot: page, total and facets are of the same moment.</summary>
    internal async Task<T> AskAsync<T>(SearchQuery query, Func<SqliteFinding, Task<T>> ask, CancellationToken cancellationToken)
    {
        await index.PrepareAsync(cancellationToken);
        // SQLite knows no asynchronous calls: a circuit that waits here can still take the next key stroke and cancel this search.
        return await Task.Run(
            async () =>
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                await db.Database.OpenConnectionAsync(cancellationToken);
                var connection = (SqliteConnection)db.Database.GetDbConnection();
                using var interruption = SqliteInterruption.On(connection, cancellationToken);
                try
                {
                    await using var snapshot = connection.BeginTransaction(deferred: true);
                    await db.Database.UseTransactionAsync(snapshot, cancellationToken);
                    return await ask(new(db, connection, snapshot, query.Tree, columns, agencies.Catalogue, index.Places, clock));
                }
                catch (SqliteException) when (cancellationToken.IsCancellationRequested)
                {
                    throw new OperationCanceledException(cancellationToken);
                }
            },
            cancellationToken);
    }

    public void Dispose() => columns.Dispose();

    private sealed class ResultKeys(ConcurrentBag<List<long>> spare) : IDisposable
    {
        public List<long> Keys { get; } = spare.TryTake(out var keys) ? keys : [];

        public void Dispose()
        {
            Keys.Clear();
            spare.Add(Keys);
        }
    }

    private List<SheetPhoto> Photos(SqliteFinding found, IReadOnlyList<long> keys, SheetFolding folding)
    {
        // To read sixty credits takes longer than to find the photos.
        var agencies = found.Agencies(keys);
        var alike = folding == SheetFolding.None ? null : found.Alike(keys);
        var marker = new TextMarker(found.Tree, index.Places);
        var rows = found.SheetRows(keys);
        return
        [
            .. from key in keys.Index()
               where rows.ContainsKey(key.Item)
               let row = rows[key.Item]
               select new SheetPhoto(
                   row.Id, row.FileName, row.Fields, row.Sha256 ?? Original.NoSha256, row.Picture, row.Width, row.Height, row.IsEdited,
                   row.Proposed.HasFlag(ProposedKinds.Disagreement),
                   agencies[key.Index] ?? [.. credits.Read(row.Fields).Agencies.Select(agency => agency.Name)])
               {
                   Alike = alike?[key.Index] ?? 1,
                   Marks = marker.Marks(row.Fields),
               },
        ];
    }
}
