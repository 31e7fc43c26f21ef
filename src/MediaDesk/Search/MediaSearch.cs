using System.Globalization;
using MediaDesk.Credits;
using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Search.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Search;

/// <summary>Finds photos.</summary>
public sealed class MediaSearch(
    IDbContextFactory<DeskDbContext> contexts, SearchIndex index, AgencyCatalogue agencies, CreditReader credits, TimeProvider clock)
{
    /// <summary>The most photos on one page.</summary>
    public const int LargestPage = 10_000;

    /// <summary>Matches are counted up to here; with more, the total is this and not exact.</summary>
    public const int CountedUpTo = 10_001;

    private const int FacetsAmong = 50_000;
    private const int FacetValues = 30;

    /// <summary>A page of photos on the desk (not those in the bin), newest first. <paramref name="after"/> is a cursor from an earlier page.</summary>
    /// <param name="limit">From 1 to <see cref="LargestPage"/>.</param>
    /// <exception cref="FormatException"><paramref name="after"/> is no cursor.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; SQLite stops working on it at once.</exception>
    public async Task<SearchPage> FindAsync(SearchQuery query, int limit, string? after, bool facets, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LargestPage);
        var before = Key(after);
        await index.PrepareAsync(cancellationToken);
        // SQLite knows no asynchronous calls: a circuit that waits here can still take the next key stroke and cancel this search.
        return await Task.Run(() => FindAsync(query, limit, before, facets, cancellationToken), cancellationToken);
    }

    private async Task<SearchPage> FindAsync(SearchQuery query, int limit, long? before, bool facets, CancellationToken cancellationToken)
    {
        var match = new SqliteMatch(agencies, clock).Expression(query.Tree);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        using var interruption = SqliteInterruption.On(connection, cancellationToken);
        try
        {
            // One snapshot: page, total and facets are of the same moment.
            await using var snapshot = connection.BeginTransaction(deferred: true);
            await db.Database.UseTransactionAsync(snapshot, cancellationToken);
            var keys = SqliteTextIndex.Before(connection, snapshot, match, before ?? long.MaxValue, limit + 1);
            var hasMore = keys.Count > limit;
            keys = hasMore ? keys[..limit] : keys;
            var total = query.Tree is Query.QueryNode.AllOf { Parts: [] }
                ? SqliteTextIndex.CountAll(connection, snapshot)
                : SqliteTextIndex.Count(connection, snapshot, match, CountedUpTo);
            var isExact = total < CountedUpTo || query.Equals(SearchQuery.All);
            return new(
                await PhotosAsync(db, keys, cancellationToken),
                total,
                isExact,
                hasMore ? Cursor(keys[^1]) : null,
                before is null ? null : Previous(connection, snapshot, match, before.Value, limit),
                facets ? Facets(connection, snapshot, match, total) : new Dictionary<string, Facet>());
        }
        catch (SqliteException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private async Task<IReadOnlyList<SheetPhoto>> PhotosAsync(DeskDbContext db, IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        var rows = await db.Media.AsNoTracking()
            .Where(item => EF.Parameter(keys).Contains(item.SheetKey))
            .OrderByDescending(item => item.SheetKey)
            .Select(item => new
            {
                item.Id,
                item.FileName,
                item.Fields,
                item.Overlay,
                item.Picture,
                item.Width,
                item.Height,
                Sha256 = db.Originals.Where(original => original.Id == item.CurrentOriginalId).Select(original => original.Sha256).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new SheetPhoto(
                row.Id, row.FileName, row.Fields, row.Sha256 ?? "", row.Picture, row.Width, row.Height, row.Overlay.Values.Count > 0,
                [.. credits.Read(row.Fields).Agencies.Select(agency => agency.Name)])),
        ];
    }

    private static string? Previous(SqliteConnection connection, SqliteTransaction snapshot, string match, long before, int limit)
    {
        var newer = SqliteTextIndex.From(connection, snapshot, match, before, limit + 1);
        return newer.Count == 0 ? null : newer.Count <= limit ? "" : Cursor(newer[^1]);
    }

    private static Dictionary<string, Facet> Facets(SqliteConnection connection, SqliteTransaction snapshot, string match, int total)
    {
        var isExact = total < CountedUpTo || SqliteTextIndex.Count(connection, snapshot, match, FacetsAmong + 1) <= FacetsAmong;
        var values = SqliteTextIndex.Facets(connection, snapshot, match, FacetsAmong, FacetValues);
        return Enum.GetValues<FacetKind>().ToDictionary(
            kind => kind.ToString().ToLowerInvariant(), kind => new Facet(isExact, [.. values[kind]]));
    }

    private static long? Key(string? cursor) =>
        string.IsNullOrEmpty(cursor) ? null
        : long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key
        : throw new FormatException($"\"{cursor}\" is no place in a list of results.");

    private static string Cursor(long key) => key.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A page of results. <paramref name="Next"/> continues after it, null on the last page; <paramref name="Previous"/> is the cursor of the page before it, null on the first and empty where that is the first page.</summary>
public sealed record SearchPage(
    IReadOnlyList<SheetPhoto> Items, int Total, bool TotalIsExact, string? Next, string? Previous, IReadOnlyDictionary<string, Facet> Facets);

/// <summary>A photo as the contact sheet shows it.</summary>
public sealed record SheetPhoto(
    long Id, string FileName, FieldValues Fields, string Sha256, PictureState Picture, int Width, int Height, bool IsEdited,
    IReadOnlyList<string> Agencies);

/// <summary>The commonest values of one facet ("agency", "by", "country") among the results, most frequent first.</summary>
public sealed record Facet(bool IsExact, IReadOnlyList<FacetValue> Values);

public sealed record FacetValue(string Value, int Count);
