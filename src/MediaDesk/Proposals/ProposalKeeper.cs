using MediaDesk.Data;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MediaDesk.Proposals;

/// <summary>
/// Makes the proposals of a photo anew with every change of what it says, in the transaction of that change: a delivery, an edit, an
/// undo. Only changes that go through the change tracker are seen.
/// </summary>
internal sealed class ProposalKeeper(Lazy<ProposalBook> book) : SaveChangesInterceptor
{
    private static readonly string[] Read = [nameof(MediaItem.Fields), nameof(MediaItem.Overlay), nameof(MediaItem.CurrentOriginalId)];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Keep(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Keep(eventData);
        return ValueTask.FromResult(result);
    }

    private void Keep(DbContextEventData eventData)
    {
        var db = (DeskDbContext)eventData.Context!;
        db.ChangeTracker.DetectChanges();
        foreach (var entry in db.ChangeTracker.Entries<MediaItem>().Where(IsDue).ToList())
        {
            var id = entry.Entity.Id;
            // SQLite knows no asynchronous calls.
            book.Value.Remake(db, entry.Entity, entry.State is EntityState.Added ? [] : [.. db.Proposals.Where(row => row.MediaItemId == id)]);
        }
    }

    /// <summary>A new photo with a file is read once its row names the file, which is told a moment later in the same transaction.</summary>
    private static bool IsDue(EntityEntry<MediaItem> entry) => entry.State switch
    {
        EntityState.Added => entry.Entity.Picture is PictureState.Absent,
        EntityState.Modified => Read.Any(property => entry.Property(property).IsModified),
        _ => false,
    };
}
