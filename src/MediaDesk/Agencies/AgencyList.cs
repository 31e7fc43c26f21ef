using MediaDesk.Credits;
using MediaDesk.Data;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Agencies;

/// <summary>Reads the agencies' rules, the lines that must keep being read, and who changed what.</summary>
public sealed class AgencyList(IDbContextFactory<DeskDbContext> contexts)
{
    private const int ChangesShown = 50;

    public async Task<IReadOnlyList<AgencyRule>> RulesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await AgencyRows.RulesAsync(db, cancellationToken);
    }

    public async Task<IReadOnlyList<CreditCase>> CasesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CreditCases.AsNoTracking().OrderBy(one => one.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The newest changes first; of one agency, or of all.</summary>
    public async Task<IReadOnlyList<AgencyChange>> ChangesAsync(string? agency, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AgencyChanges.AsNoTracking()
            .Where(change => agency == null || change.Agency == agency)
            .OrderByDescending(change => change.Id)
            .Take(ChangesShown)
            .ToListAsync(cancellationToken);
    }
}
