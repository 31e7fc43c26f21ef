using System.Runtime.CompilerServices;
using MediaDesk.Data;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace MediaDesk.Search;

/// <summary>
/// Keeps the index with every change of a photo, in the transaction of that change: what was saved is findable, what was
/// rolled back never was. Only changes that go through the change tracker are seen.
/// </summary>
internal sealed class SearchIndexKeeper(Lazy<SearchIndex> index) : SaveChangesInterceptor
{
    /// <summary>What a <see cref="SearchDocument"/> is made of.</summary>
    private static readonly string[] Searched =
    [
        nameof(MediaItem.Fields), nameof(MediaItem.Overlay), nameof(MediaItem.SheetKey), nameof(MediaItem.FileName), nameof(MediaItem.RemovedUtc),
        nameof(MediaItem.Latitude), nameof(MediaItem.Longitude), nameof(MediaItem.AddedUtc), nameof(MediaItem.Picture), nameof(MediaItem.Format),
        nameof(MediaItem.Width), nameof(MediaItem.Height), nameof(MediaItem.PerceptualHash), nameof(MediaItem.Proposed),
    ];

    private readonly ConditionalWeakTable<DbContext, Pending> pendings = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(eventData);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Keep(eventData);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Keep(eventData);
        return ValueTask.FromResult(result);
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Forget(eventData);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData);
        return Task.CompletedTask;
    }

    /// <summary>What will change is known only before saving; the rows are there only after.</summary>
    private void Note(DbContextEventData eventData)
    {
        var context = eventData.Context!;
        context.ChangeTracker.DetectChanges();
        var entries = context.ChangeTracker.Entries<MediaItem>().Where(IsOfInterest).ToArray();
        if (entries.Length == 0)
        {
            return;
        }

        var before = entries.Where(entry => entry.State != EntityState.Added).Select(entry => entry.OriginalValues.GetValue<long>(nameof(MediaItem.SheetKey)));
        var after = entries.Where(entry => entry.State != EntityState.Deleted && entry.Entity.RemovedUtc is null).Select(entry => entry.Entity);
        var own = context.Database.CurrentTransaction is null ? context.Database.BeginTransaction() : null;
        pendings.AddOrUpdate(context, new([.. before], [.. after], own));
    }

    private void Keep(DbContextEventData eventData)
    {
        if (Take(eventData.Context!) is not { } pending)
        {
            return;
        }

        using (pending.Transaction)
        {
            index.Value.Keep((DeskDbContext)eventData.Context!, pending.Gone, pending.Changed);
            pending.Transaction?.Commit();
        }
    }

    private void Forget(DbContextEventData eventData) => Take(eventData.Context!)?.Transaction?.Dispose();

    private Pending? Take(DbContext context)
    {
        var pending = pendings.TryGetValue(context, out var noted) ? noted : null;
        pendings.Remove(context);
        return pending;
    }

    private static bool IsOfInterest(EntityEntry<MediaItem> entry) => entry.State switch
    {
        EntityState.Added or EntityState.Deleted => true,
        EntityState.Modified => Searched.Any(property => entry.Property(property).IsModified),
        _ => false,
    };

    /// <param name="Transaction">One that was begun here because there was none; row and index entry are stored together or not at all.</param>
    private sealed record Pending(IReadOnlyList<long> Gone, IReadOnlyList<MediaItem> Changed, IDbContextTransaction? Transaction);
}
