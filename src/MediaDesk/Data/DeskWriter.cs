using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Data;

/// <summary>
/// The one door through which rows are changed. Writers of this process queue here instead of at SQLite's lock, each act is
/// one transaction that takes the write lock at its beginning (a read that becomes a write later is refused as busy), and
/// what changed is told to <see cref="DeskNews"/> once it is stored.
/// </summary>
public sealed class DeskWriter(IDbContextFactory<DeskDbContext> contexts, DeskNews news) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Runs <paramref name="act"/> in one transaction and saves what it changed on its context.</summary>
    public async Task<T> WriteAsync<T>(Func<DeskDbContext, Task<T>> act, CancellationToken cancellationToken)
    {
        IReadOnlyList<long> changed;
        T result;
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            result = await act(db);
            await db.SaveChangesAsync(cancellationToken);
            changed = [.. db.ChangeTracker.Entries<MediaItem>().Select(entry => entry.Entity.Id)];
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }

        if (changed.Count > 0)
        {
            news.Tell(changed);
        }

        return result;
    }

    public Task WriteAsync(Func<DeskDbContext, Task> act, CancellationToken cancellationToken) =>
        WriteAsync(
            async db =>
            {
                await act(db);
                return true;
            },
            cancellationToken);

    public void Dispose() => turn.Dispose();
}
