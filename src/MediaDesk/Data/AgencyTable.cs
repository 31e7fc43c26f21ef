using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Data;

/// <summary>Writes the agencies of a new desk in one go: row by row they would be most of a first start.</summary>
internal static class AgencyTable
{
    /// <param name="json">An array of <c>{"key","name","fullName","kind","soldBy":[],"aliases":[],"patterns":[]}</c>.</param>
    public static async Task FillAsync(DeskDbContext db, string json, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO Agencies (Name, "Key", FullName, Kind, SoldBy)
            SELECT value ->> 'name', value ->> 'key', value ->> 'fullName', value ->> 'kind', value -> 'soldBy' FROM json_each({json})
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO AgencyAliases (AgencyId, Spelling, IsPattern)
            SELECT a.Id, s.value, 0 FROM json_each({json}) r JOIN Agencies a ON a."Key" = r.value ->> 'key', json_each(r.value -> 'aliases') s
            UNION ALL
            SELECT a.Id, s.value, 1 FROM json_each({json}) r JOIN Agencies a ON a."Key" = r.value ->> 'key', json_each(r.value -> 'patterns') s
            """,
            cancellationToken);
    }
}
