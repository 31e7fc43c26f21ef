using MediaDesk.Cleaning;
using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.CleaningOrder;

/// <summary>
/// Cleans the photos anew whenever the rules, their order or the agencies they go by have changed; after an update of the desk
/// also those that were here before. What arrives is cleaned by the new rules at once, so what is left are the photos that were
/// here. What changes is told in the history of each photo. A process that ends on the way leaves the rest to the next.
/// </summary>
public sealed class CleaningFollowing(IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, DeskFolder folder, Cleaner cleaner, TimeProvider clock)
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Goes through the photos where that is due. Returns how many say something else than before.</summary>
    /// <param name="progress">Told photos looked at and photos in all.</param>
    public async Task<int> RunAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        if (!await IsDueAsync(cancellationToken))
        {
            return 0;
        }

        // The command line and a running desk do not both go through the photos.
        using var alone = await FolderLock.TakeAsync(Path.Combine(folder.Root, "cleaning.lock"), Patience, clock, cancellationToken);
        var changed = 0;
        while (alone is not null && await StepAsync(progress, cancellationToken) is { } found)
        {
            changed += found;
        }

        return changed;
    }

    /// <summary>Whether some photos may not be cleaned by the rules yet.</summary>
    public async Task<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await DueAsync(db, cancellationToken) is not null;
    }

    private static async Task<(long Revision, long Agencies)?> DueAsync(DeskDbContext db, CancellationToken cancellationToken)
    {
        var state = await db.CleaningStates.AsNoTracking().SingleAsync(cancellationToken);
        var agencies = await db.AgencyStates.Select(row => row.Revision).SingleAsync(cancellationToken);
        return (state.FollowedRevision, state.FollowedAgencies, state.FollowedEdition) == (state.Revision, agencies, CleaningRules.Edition) ? null : (state.Revision, agencies);
    }

    /// <summary>One walk through all photos; null when none is due.</summary>
    private async Task<int?> StepAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        // A turn as a writer: whatever began before the rules changed has ended, and this process holds the rules of the rows.
        if (await writer.WriteAsync(db => DueAsync(db, cancellationToken), cancellationToken) is not { } due)
        {
            return null;
        }

        var changed = await WalkAsync(progress, cancellationToken);
        await writer.WriteAsync(
            async db =>
            {
                var row = await db.CleaningStates.SingleAsync(cancellationToken);
                (row.FollowedRevision, row.FollowedAgencies, row.FollowedEdition) = (due.Revision, due.Agencies, CleaningRules.Edition);
            },
            cancellationToken);
        return changed;
    }

    private async Task<int> WalkAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (done, changed, last) = (0, 0, 0L);
        var photos = db.Media.Where(item => item.CurrentOriginalId != null);
        var total = await photos.CountAsync(cancellationToken);
        progress?.Report((done, total));
        while (true)
        {
            var from = last;
            var page = await photos.AsNoTracking().Where(item => item.Id > from).OrderBy(item => item.Id).Take(AtOnce)
                .Join(db.Originals, item => item.CurrentOriginalId, original => original.Id, (item, original) => new { item.Id, item.Cleaning, original.Reading })
                .OrderBy(photo => photo.Id).ToListAsync(cancellationToken);
            if (page.Count == 0)
            {
                return changed;
            }

            var other = page.Where(photo => !Equals(cleaner.Clean(photo.Reading.Fields, photo.Cleaning?.Declined ?? []), photo.Cleaning)).Select(photo => photo.Id).ToList();
            changed += await CleanAsync(other, cancellationToken);
            (done, last) = (done + page.Count, page[^1].Id);
            progress?.Report((done, Math.Max(done, total)));
        }
    }

    private Task<int> CleanAsync(List<long> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? Task.FromResult(0) : writer.WriteAsync(
            async db =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var changed = 0;
                var items = await db.Media.Where(item => EF.Parameter(ids).Contains(item.Id) && item.CurrentOriginalId != null).ToListAsync(cancellationToken);
                var originals = items.ConvertAll(item => item.CurrentOriginalId!.Value);
                var readings = await db.Originals.AsNoTracking().Where(original => EF.Parameter(originals).Contains(original.Id))
                    .ToDictionaryAsync(original => original.Id, original => original.Reading.Fields, cancellationToken);
                foreach (var item in items)
                {
                    changed += Clean(db, item, readings[item.CurrentOriginalId!.Value], now) ? 1 : 0;
                }

                return changed;
            },
            cancellationToken);

    private bool Clean(DeskDbContext db, MediaItem item, Metadata.FieldValues reading, DateTime now)
    {
        var (was, before) = (item.Cleaning, item.Fields);
        item.Cleaning = cleaner.Clean(reading, was?.Declined ?? []);
        item.Fields = item.Over(reading);
        if (item.Fields.Equals(before))
        {
            return false;
        }

        item.Revision++;
        item.ChangedUtc = now;
        db.History.AddRange(CleaningEntries.OfOtherRules(item, reading, was, before, now));
        return true;
    }
}
