using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Proposals;

/// <summary>
/// Brings the proposals of all photos to the rules of now: those that stood on the desk before there were proposals, and all of them
/// when the rules or the agencies have changed. In small steps, so that the desk goes on meanwhile; a process that ends on the way
/// leaves the rest to the next. Records without a file are left out: an archive of a million waits for nobody, and each gets its
/// proposals when somebody opens it or its file comes.
/// </summary>
public sealed class ProposalFollowing(IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, ProposalBook book, DeskFolder folder, TimeProvider clock)
{
    /// <summary>Photos in one transaction: an editor's save waits no longer than for these.</summary>
    private const int AtOnce = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Goes through the photos where that is due. Returns how many were read.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!await IsDueAsync(cancellationToken))
        {
            return 0;
        }

        // Two processes do not both go through the photos.
        using var alone = await FolderLock.TakeAsync(Path.Combine(folder.Root, "proposals.lock"), Patience, clock, cancellationToken);
        var read = 0;
        while (alone is not null && await writer.WriteAsync(db => StepAsync(db, cancellationToken), cancellationToken) is { } some)
        {
            read += some;
        }

        return read;
    }

    /// <summary>Makes the proposals of one photo where no rules, or only older ones, have made them.</summary>
    public async Task FreshenAsync(long mediaId, CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await db.Media.AnyAsync(item => item.Id == mediaId && item.ProposalsVersion != ProposalRules.Version, cancellationToken))
            {
                return;
            }
        }

        try
        {
            await writer.WriteAsync(
                async db =>
                {
                    if (await db.Media.Include(item => item.Proposals).SingleOrDefaultAsync(item => item.Id == mediaId, cancellationToken) is { } item)
                    {
                        book.Remake(db, item, [.. item.Proposals]);
                    }
                },
                cancellationToken);
        }
        catch (Exception fault) when (DiskFault.IsFull(fault))
        {
            // Who only looks at a photo sees it all the same; the desk tells of the full disk where something is to be stored.
        }
    }

    private async Task<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var agencies = await db.AgencyStates.Select(state => state.Revision).SingleOrDefaultAsync(cancellationToken);
        return !await db.ProposalStates.AnyAsync(
            state => state.Version == ProposalRules.Version && state.AgencyRevision == agencies && state.LastMediaId == null, cancellationToken);
    }

    /// <summary>The next photos; null when none is left.</summary>
    private async Task<int?> StepAsync(DeskDbContext db, CancellationToken cancellationToken)
    {
        var agencies = await db.AgencyStates.Select(state => state.Revision).SingleOrDefaultAsync(cancellationToken);
        var state = await db.ProposalStates.SingleOrDefaultAsync(cancellationToken)
            ?? db.ProposalStates.Add(new() { Version = ProposalRules.Version, AgencyRevision = agencies, LastMediaId = 0 }).Entity;
        if (state.Version != ProposalRules.Version || state.AgencyRevision != agencies)
        {
            (state.Version, state.AgencyRevision, state.LastMediaId) = (ProposalRules.Version, agencies, 0);
        }

        if (state.LastMediaId is not { } last)
        {
            return null;
        }

        var items = await db.Media.Include(item => item.Proposals).AsSplitQuery()
            .Where(item => item.Id > last && item.Picture != PictureState.Absent).OrderBy(item => item.Id).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var item in items)
        {
            book.Remake(db, item, [.. item.Proposals]);
        }

        state.LastMediaId = items.Count < AtOnce ? null : items[^1].Id;
        return items.Count;
    }
}
