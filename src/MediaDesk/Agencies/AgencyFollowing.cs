using System.Text.Json;
using MediaDesk.Credits;
using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Agencies;

/// <summary>
/// Brings the photos after changed rules: each whose credit is read otherwise than before is put into the search index anew.
/// Every act of the desk keeps the index for the photos it touches, so what is left are those that nobody touches. The rules of
/// before are kept until all photos have been gone through; a process that ends on the way leaves the rest to the next.
/// </summary>
public sealed class AgencyFollowing(IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, DeskFolder folder, TimeProvider clock)
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Goes through the photos where that is due. Returns how many are found under other names than before.</summary>
    /// <param name="progress">Told photos looked at and photos in all.</param>
    public async Task<int> RunAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        if (!await IsDueAsync(cancellationToken))
        {
            return 0;
        }

        // The command line and a running desk do not both go through the photos.
        using var alone = await FolderLock.TakeAsync(Path.Combine(folder.Root, "agencies.lock"), Patience, clock, cancellationToken);
        var changed = 0;
        while (alone is not null && await StepAsync(progress, cancellationToken) is { } found)
        {
            changed += found;
        }

        return changed;
    }

    private async Task<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AgencyStates.AnyAsync(state => state.FollowedRevision != state.Revision, cancellationToken);
    }

    /// <summary>One walk through all photos; null when none is due.</summary>
    private async Task<int?> StepAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        // A turn as a writer: whatever began before the rules changed has ended, and other processes' writes go by the new rules.
        var (state, rules) = await writer.WriteAsync(
            async db => (await db.AgencyStates.AsNoTracking().SingleAsync(cancellationToken), await AgencyRows.RulesAsync(db, cancellationToken)), cancellationToken);
        if (state.FollowedRevision == state.Revision)
        {
            return null;
        }

        var before = new AgencyCatalogue(JsonSerializer.Deserialize<AgencyRule[]>(state.FollowedRules ?? "[]", AgencySeed.Json)!);
        var now = new AgencyCatalogue(rules);
        var changed = await WalkAsync(before, now, progress, cancellationToken);
        await writer.WriteAsync(
            async db =>
            {
                var row = await db.AgencyStates.SingleAsync(cancellationToken);
                row.FollowedRevision = state.Revision;
                row.FollowedRules = row.Revision == state.Revision ? null : JsonSerializer.Serialize(rules, AgencySeed.Json);
            },
            cancellationToken);
        return changed;
    }

    private async Task<int> WalkAsync(AgencyCatalogue before, AgencyCatalogue now, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (done, changed, last) = (0, 0, 0L);
        var total = await db.Media.CountAsync(cancellationToken);
        progress?.Report((done, total));
        while (true)
        {
            var from = last;
            var photos = await db.Media.AsNoTracking().Where(item => item.Id > from).OrderBy(item => item.Id).Take(AtOnce)
                .Select(item => new { item.Id, item.Fields }).ToListAsync(cancellationToken);
            if (photos.Count == 0)
            {
                return changed;
            }

            var other = photos.Where(photo => IsOther(photo.Fields, before, now)).Select(photo => photo.Id).ToList();
            await PutAsync(other, cancellationToken);
            (done, changed, last) = (done + photos.Count, changed + other.Count, photos[^1].Id);
            progress?.Report((done, Math.Max(done, total)));
        }
    }

    /// <summary>The interceptor of the search puts whatever is saved into the index; the values themselves stay as they are.</summary>
    private Task PutAsync(List<long> photos, CancellationToken cancellationToken) =>
        photos.Count == 0 ? Task.CompletedTask : writer.WriteAsync(
            async db =>
            {
                await foreach (var item in db.Media.Where(item => EF.Parameter(photos).Contains(item.Id)).AsAsyncEnumerable().WithCancellation(cancellationToken))
                {
                    db.Entry(item).Property(photo => photo.Fields).IsModified = true;
                }
            },
            cancellationToken);

    /// <summary>Whether a photo is found under other names by one catalogue than by the other.</summary>
    public static bool IsOther(FieldValues fields, AgencyCatalogue before, AgencyCatalogue now)
    {
        var (one, other) = (CreditReader.Read(fields, before), CreditReader.Read(fields, now));
        return !one.Agencies.SequenceEqual(other.Agencies) || !one.Photographers.SequenceEqual(other.Photographers, StringComparer.Ordinal);
    }
}
