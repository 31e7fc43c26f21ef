using MediaDesk.Search.Sqlite;
using Microsoft.Data.Sqlite;

namespace MediaDesk.Search.Facets;

/// <summary>
/// What every photo on the desk counts for, in memory: four numbers a photo, so that fifty thousand results are counted in
/// milliseconds; and where it is, since SQLite finds the places of as many in a twentieth of a second. It follows the index, whichever process writes it, by the index's own list of changes, and is brought up to
/// date by those who ask. About 80 bytes a photo.
/// </summary>
internal sealed class FacetColumns : IDisposable
{
    private readonly ReaderWriterLockSlim gate = new();
    private FacetStock stock = new();
    private long epoch = -1;
    private long changes = -1;

    /// <summary>Whether it has been read at all.</summary>
    public bool IsLoaded => Volatile.Read(ref epoch) >= 0;

    /// <summary>
    /// Runs <paramref name="read"/> on the columns as the snapshot of <paramref name="transaction"/> sees the index. They may be
    /// ahead of it by what was written in the same instant.
    /// </summary>
    public T Read<T>(SqliteConnection connection, SqliteTransaction transaction, IndexState state, Func<FacetStock, T> read)
    {
        gate.EnterReadLock();
        try
        {
            if (epoch == state.Epoch && changes >= state.Changes)
            {
                return read(stock);
            }
        }
        finally
        {
            gate.ExitReadLock();
        }

        gate.EnterWriteLock();
        try
        {
            if (epoch != state.Epoch || changes < state.Changes)
            {
                Follow(connection, transaction, state);
            }

            return read(stock);
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    public void Dispose() => gate.Dispose();

    private void Follow(SqliteConnection connection, SqliteTransaction transaction, IndexState state)
    {
        var isBehind = epoch == state.Epoch && changes < state.Changes && SqliteFacetRows.FirstChange(connection, transaction) <= changes + 1;
        if (!isBehind)
        {
            stock = new(SqliteIndexReader.Count(connection, transaction));
        }

        foreach (var (id, _, entries) in SqliteFacetRows.Groups(connection, transaction, stock.LastGroup))
        {
            stock.AddGroup(id, entries);
        }

        if (isBehind)
        {
            var (keys, rows) = SqliteFacetRows.Since(connection, transaction, changes);
            keys.ForEach(stock.Remove);
            rows.ForEach(stock.Put);
        }
        else
        {
            foreach (var row in SqliteFacetRows.All(connection))
            {
                stock.Put(row);
            }
        }

        changes = state.Changes;
        Volatile.Write(ref epoch, state.Epoch);
    }
}
