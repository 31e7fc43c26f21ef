using MediaDesk.Cleaning;
using MediaDesk.Data;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.CleaningOrder;

/// <summary>Order and switches of the rules as rows, and the list that this process has made of them.</summary>
internal sealed class CleaningRows(CurrentCleaning current)
{
    private long loadedRevision = -1;

    /// <summary>A new desk has all rules on; the photos of an older one have yet to follow them.</summary>
    public static async Task SeedAsync(DeskDbContext db, CancellationToken cancellationToken)
    {
        if (await db.CleaningStates.AnyAsync(cancellationToken))
        {
            return;
        }

        db.CleaningRows.AddRange(CleaningRules.All.Select((rule, i) => new CleaningRow { Rule = rule.Id, Position = i, IsOn = true }));
        var hasPhotos = await db.Originals.AnyAsync(cancellationToken);
        db.CleaningStates.Add(new()
        {
            FollowedAgencies = await db.AgencyStates.Select(state => state.Revision).SingleOrDefaultAsync(cancellationToken),
            FollowedEdition = hasPhotos ? 0 : CleaningRules.Edition,
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Makes the list anew when the rows have changed since it was made.</summary>
    public async Task LoadAsync(DeskDbContext db, CancellationToken cancellationToken)
    {
        var revision = await db.CleaningStates.Select(state => state.Revision).SingleAsync(cancellationToken);
        if (revision != Volatile.Read(ref loadedRevision))
        {
            Hold(await ListAsync(db, cancellationToken), revision);
        }
    }

    public void Hold(CleaningList list, long revision)
    {
        Volatile.Write(ref loadedRevision, revision);
        current.Set(list);
    }

    /// <summary>The rules by their rows. One that no row tells of is newer than they are: it is on, behind the rule it comes behind on a new desk.</summary>
    public static async Task<CleaningList> ListAsync(DeskDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.CleaningRows.AsNoTracking().OrderBy(row => row.Position).ToListAsync(cancellationToken);
        var switches = rows.Select(row => (Rule: CleaningRules.Find(row.Rule), row.IsOn)).Where(one => one.Rule is not null)
            .Select(one => new CleaningSwitch(one.Rule!, one.IsOn)).ToList();
        for (var i = 0; i < CleaningRules.All.Count; i++)
        {
            var rule = CleaningRules.All[i];
            if (!switches.Exists(one => one.Rule == rule))
            {
                switches.Insert(i == 0 ? 0 : switches.FindIndex(one => one.Rule == CleaningRules.All[i - 1]) + 1, new(rule, true));
            }
        }

        return new(switches);
    }
}
