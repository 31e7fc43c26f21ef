using System.Text.Json;
using MediaDesk.Credits;
using MediaDesk.Data;
using MediaDesk.Language;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Agencies;

/// <summary>The agencies' rules as rows, and the catalogue that this process has made of them.</summary>
internal sealed class AgencyRows(CurrentAgencies current)
{
    private long loadedRevision;

    /// <summary>A new desk knows the agencies that come with it.</summary>
    public static async Task SeedAsync(DeskDbContext db, CancellationToken cancellationToken)
    {
        if (await db.AgencyStates.AnyAsync(cancellationToken))
        {
            return;
        }

        var rows = AgencySeed.Read().Select(rule => new
        {
            key = TextNormaliser.Normalise(rule.Name), rule.Name, rule.FullName, kind = KindWord(rule.Kind), rule.SoldBy, rule.Aliases, rule.Patterns,
        });
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await AgencyTable.FillAsync(db, JsonSerializer.Serialize(rows, AgencySeed.Json), cancellationToken);
        db.AgencyStates.Add(new());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Makes the catalogue anew when the rules have changed since it was made.</summary>
    public async Task LoadAsync(DeskDbContext db, CancellationToken cancellationToken)
    {
        var revision = await db.AgencyStates.Select(state => state.Revision).SingleAsync(cancellationToken);
        if (revision != Volatile.Read(ref loadedRevision))
        {
            Hold(new(await RulesAsync(db, cancellationToken)), revision);
        }
    }

    public void Hold(AgencyCatalogue catalogue, long revision)
    {
        Volatile.Write(ref loadedRevision, revision);
        current.Set(catalogue);
    }

    /// <summary>The rules in the order in which they were made.</summary>
    public static async Task<IReadOnlyList<AgencyRule>> RulesAsync(DeskDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.Agencies.AsNoTracking().Include(agency => agency.Aliases).OrderBy(agency => agency.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Rule)];
    }

    public static AgencyRule Rule(Agency row)
    {
        var spellings = row.Aliases.OrderBy(alias => alias.Id).ToLookup(alias => alias.IsPattern, alias => alias.Spelling);
        return new(row.Name, Kind(row.Kind), [.. spellings[false]], row.FullName, row.SoldBy, [.. spellings[true]]);
    }

    public static void Write(Agency row, AgencyRule rule)
    {
        (row.Name, row.Key, row.FullName, row.Kind) = (rule.Name, TextNormaliser.Normalise(rule.Name), rule.FullName, KindWord(rule.Kind));
        row.SoldBy = [.. rule.SoldBy];
        row.Aliases.Clear();
        row.Aliases.AddRange(rule.Aliases.Select(spelling => new AgencyAlias { Spelling = spelling }));
        row.Aliases.AddRange(rule.Patterns.Select(pattern => new AgencyAlias { Spelling = pattern, IsPattern = true }));
    }

    private static string KindWord(AgencyKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static AgencyKind Kind(string word) => Enum.Parse<AgencyKind>(word, ignoreCase: true);
}
