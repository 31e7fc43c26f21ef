using MediaDesk.Credits;
using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Search.Alike;
using MediaDesk.Search.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MediaDesk.Search;

/// <summary>
/// The index as a whole: making it from the rows when it is missing or of an older shape, making it anew beside the one in use, and
/// proving that rows and index agree. It is made in many short transactions, newest photos first, so that the desk goes on
/// meanwhile; whoever is stopped in the middle, in whatever process, leaves the rest to the next.
/// </summary>
public sealed class SearchIndex(IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, CreditReader credits, Gazetteer gazetteer)
{
    /// <summary>So many photos are indexed before the first answer; more than that in the background.</summary>
    private const int AtOnce = 2_000;

    /// <summary>Photos in one transaction: an editor's save waits no longer than for these.</summary>
    private const int InOneGo = 400;

    private volatile bool isThere;

    /// <summary>Used by one writer at a time.</summary>
    private readonly AlikeCentres centres = new();

    internal SearchPlaces Places { get; } = new(gazetteer);

    /// <summary>Makes the index of a small desk when it is missing or was made by another version, and begins that of a large one. Cheap when it is there.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (isThere)
        {
            return;
        }

        if (await StateAsync(cancellationToken) is null)
        {
            await writer.WriteAsync(
                rows =>
                {
                    var (connection, transaction) = Open(rows);
                    // Another process may have begun while this one waited for its turn.
                    if (SqliteTextIndex.State(connection, transaction) is null)
                    {
                        Begin(rows);
                    }

                    return Task.CompletedTask;
                },
                cancellationToken);
        }

        isThere = true;
    }

    /// <summary>How far the index is; null when it is complete and none is being made.</summary>
    public async Task<IndexProgress?> ProgressAsync(CancellationToken cancellationToken) =>
        Progress(await StateAsync(cancellationToken));

    /// <summary>Makes the index anew from the rows beside the one in use, which is searched until the new one takes its place.</summary>
    public async Task RebuildAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        await writer.WriteAsync(
            rows =>
            {
                var (connection, transaction) = Open(rows);
                if (SqliteTextIndex.State(connection, transaction) is not { IsPartial: true })
                {
                    SqliteTextIndex.BeginNext(connection, transaction, OnTheDesk(rows).Count());
                }

                return Task.CompletedTask;
            },
            cancellationToken);
        await CompleteAsync(progress, cancellationToken);
    }

    /// <summary>Goes on with an index that is being made, until it is complete. Returns at once when none is.</summary>
    public async Task CompleteAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var isMade = false;
        while (await writer.WriteAsync(rows => Task.FromResult(Continue(rows, InOneGo)), cancellationToken) is { } state)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(Progress(state)!);
            isMade = true;
        }

        if (isMade)
        {
            await TidyAsync(cancellationToken);
        }
    }

    /// <summary>
    /// After very many photos were put in: makes searches as fast as they can be, and gives back room that is not needed any more, in
    /// short transactions. Takes about ten seconds for a million.
    /// </summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        for (var isFirst = true; await writer.WriteAsync(rows => Task.FromResult(Merge(rows, isFirst)), cancellationToken); isFirst = false)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        while (await writer.WriteAsync(rows => Task.FromResult(GiveBack(rows)), cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        static bool GiveBack(DeskDbContext rows)
        {
            var (connection, transaction) = Open(rows);
            return FreePages.GiveBack(connection, transaction);
        }

        static bool Merge(DeskDbContext rows, bool isFirst)
        {
            var (connection, transaction) = Open(rows);
            return SqliteTextIndex.State(connection, transaction) is not null && SqliteTextIndex.Merge(connection, transaction, isFirst);
        }
    }

    /// <summary>Compares rows and index, both ways. Each difference is a sentence; none when they agree.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        if (SqliteTextIndex.State(connection, null) is not { } state)
        {
            return ["The search index is missing or was made by another version of the desk."];
        }

        if (state.IsPartial)
        {
            return [$"The search index is being made: {state.Done} of {state.Total} photos are in it."];
        }

        var findings = new List<string>();
        if (SqliteIndexReader.Damage(connection) is { } damage)
        {
            findings.Add($"The text index is damaged: {damage}");
        }

        if (SqliteIndexReader.UnlistedWords(connection) is > 0 and var words)
        {
            findings.Add($"The search index lacks {words} of its words where it looks up how words begin.");
        }

        // A snapshot that only reads: a running desk goes on writing meanwhile.
        await using var snapshot = connection.BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(snapshot, cancellationToken);
        // Photos in changed places have other values for a while, and nothing is wrong with them.
        var isFollowing = state.Places != Places.State;
        if (isFollowing)
        {
            findings.Add("Other places are known than when the photos were indexed. A running desk brings the search index after them by itself; so does “mediadesk index rebuild”.");
        }

        using var entries = SqliteIndexReader.Entries(connection, snapshot).GetEnumerator();
        using var texts = SqliteIndexReader.Texts(connection, snapshot).GetEnumerator();
        var end = new IndexEntry(long.MaxValue, 0, 0, [], null, null);
        var (entry, text) = (entries.MoveNext() ? entries.Current : end, texts.MoveNext() ? texts.Current : long.MaxValue);
        await foreach (var item in OnTheDesk(db).OrderBy(item => item.SheetKey).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            SkipTo(item.SheetKey);
            if (entry.Key != item.SheetKey || text != item.SheetKey)
            {
                findings.Add($"Photo {item.Id} ({item.FileName}) is not in the search index.");
            }
            else if (entry.Media != item.Id || (!isFollowing && !entry.Holds(Describe(item))))
            {
                findings.Add($"Photo {item.Id} ({item.FileName}) is in the search index with other values than it has.");
            }

            SkipTo(item.SheetKey + 1, isKnown: true);
        }

        SkipTo(long.MaxValue);
        return findings;

        void SkipTo(long key, bool isKnown = false)
        {
            while (Math.Min(entry.Key, text) is var least && least < key)
            {
                if (!isKnown)
                {
                    findings.Add($"The search index has an entry (key {least}) for which there is no photo on the desk.");
                }

                entry = entry.Key > least ? entry : entries.MoveNext() ? entries.Current : end;
                text = text > least ? text : texts.MoveNext() ? texts.Current : long.MaxValue;
            }
        }
    }

    /// <summary>What the index will hold of a photo. Costs most of the time of a save; may be made before the transaction, on any thread.</summary>
    internal SearchDocument Describe(MediaItem item) => SearchDocument.Of(item, credits, Places);

    /// <summary>What a document is made by, besides its photo: another one than when it was made means that it must be made again.</summary>
    internal (AgencyCatalogue Agencies, string Places) Knowledge => (credits.Catalogue, Places.State);

    /// <summary>Brings the index in step with what was just saved, in the same transaction.</summary>
    internal void Keep(DeskDbContext db, IReadOnlyList<long> gone, IReadOnlyList<MediaItem> changed) =>
        Keep(db, gone, [.. changed.Select(item => (item.SheetKey, Describe(item)))], isNew: false);

    /// <summary>Puts photos in that were added in this transaction, past the change tracker.</summary>
    internal void Add(DeskDbContext db, IReadOnlyList<(long Key, SearchDocument Document)> added) => Keep(db, [], added, isNew: true);

    private void Keep(DeskDbContext db, IReadOnlyList<long> gone, IReadOnlyList<(long Key, SearchDocument Document)> changed, bool isNew)
    {
        var (connection, transaction) = Open(db);
        var state = SqliteTextIndex.State(connection, transaction);
        if (state is null)
        {
            Begin(db);
            return;
        }

        Gather(connection, transaction, changed.Select(entry => entry.Document));
        Keep(connection, SqliteTextIndex.Current, gone, changed, isNew);
        if (state.Building == SqliteTextIndex.Next)
        {
            Keep(connection, SqliteTextIndex.Next, gone, changed, isNew);
        }

        SqliteTextIndex.Forget(connection, transaction, state.Changes);
    }

    /// <summary>How far it is, from what the index says of itself.</summary>
    internal static IndexProgress? Progress(IndexState? state) =>
        state?.Building is null ? null : new(state.Done, state.Total, state.IsPartial);

    /// <summary>Finds for each photo the group of those that look alike.</summary>
    private void Gather(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<SearchDocument> documents)
    {
        var alike = new SqliteAlike(connection, transaction, centres);
        foreach (var document in documents)
        {
            document.Alike = document.PerceptualHash is { } hash ? alike.Group(hash, document.Day) : 0;
        }
    }

    private static void Keep(
        SqliteConnection connection, string name, IReadOnlyList<long> gone, IReadOnlyList<(long Key, SearchDocument Document)> changed, bool isNew)
    {
        using var index = new SqliteIndexWriter(connection, name);
        foreach (var key in gone)
        {
            index.Remove(key);
        }

        foreach (var (key, document) in changed.OrderBy(entry => entry.Key))
        {
            if (isNew)
            {
                index.Add(key, document);
            }
            else
            {
                index.Put(key, document);
            }
        }

        index.AddWords();
    }

    private void Begin(DeskDbContext db)
    {
        var (connection, transaction) = Open(db);
        SqliteTextIndex.Begin(connection, transaction, OnTheDesk(db).Count(), Places.State);
        Continue(db, AtOnce);
    }

    /// <summary>Puts the next photos into the index that is being made. Returns how far it is, or null when none is being made any more.</summary>
    private IndexState? Continue(DeskDbContext db, int count)
    {
        var (connection, transaction) = Open(db);
        if (SqliteTextIndex.State(connection, transaction) is not { Building: { } building } state)
        {
            return null;
        }

        var items = OnTheDesk(db).Where(item => item.SheetKey < state.Below).OrderByDescending(item => item.SheetKey).Take(count).ToList();
        (long Key, SearchDocument Document)[] entries = [.. Enumerable.Reverse(items).Select(item => (item.SheetKey, Describe(item)))];
        Gather(connection, transaction, entries.Select(entry => entry.Document));
        Keep(connection, building, [], entries, isNew: false);

        if (items.Count < count)
        {
            SqliteTextIndex.Finish(connection, transaction, building);
            return null;
        }

        SqliteTextIndex.Note(connection, transaction, items[^1].SheetKey, state.Done + items.Count);
        return state with { Done = state.Done + items.Count };
    }

    internal async Task<IndexState?> StateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        return SqliteTextIndex.State((SqliteConnection)db.Database.GetDbConnection(), null);
    }

    internal static IQueryable<MediaItem> OnTheDesk(DeskDbContext db) => db.Media.AsNoTracking().Where(item => item.RemovedUtc == null);

    internal static (SqliteConnection Connection, SqliteTransaction Transaction) Open(DeskDbContext db) =>
        ((SqliteConnection)db.Database.GetDbConnection(), (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
}
