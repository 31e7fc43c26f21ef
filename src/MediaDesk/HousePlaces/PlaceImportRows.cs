using MediaDesk.Data;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.HousePlaces;

/// <summary>Which import holds.</summary>
internal static class PlaceImportRows
{
    /// <summary>The file of the index that holds all imported places, or null when there are none.</summary>
    public static string? CurrentImport(this DeskDbContext db) => Current(db).FirstOrDefault();

    /// <inheritdoc cref="CurrentImport"/>
    public static Task<string?> CurrentImportAsync(this DeskDbContext db, CancellationToken cancellationToken) => Current(db).FirstOrDefaultAsync(cancellationToken);

    private static IQueryable<string?> Current(DeskDbContext db) =>
        db.PlaceImports
            .Where(x => x.IndexFile != null && x.RemovedUtc == null)
            .OrderByDescending(x => x.Id)
            .Select(x => x.IndexFile);
}
