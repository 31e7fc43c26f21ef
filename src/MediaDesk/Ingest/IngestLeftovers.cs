using MediaDesk.Data;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Ingest;

/// <summary>Clears away what killed processes left in the incoming folder: files for which there is no job.</summary>
internal sealed class IngestLeftovers(IDbContextFactory<DeskDbContext> contexts, DeskFolder folder, IngestOwner owner)
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var staged = await db.IngestJobs.Where(x => x.IsStaged && x.DismissedUtc == null).Select(x => x.Path).ToHashSetAsync(cancellationToken);
        foreach (var path in Directory.EnumerateFiles(folder.Incoming))
        {
            // A file of a live process may be about to get its row.
            if (!staged.Contains(path) && ArrivedFile.OwnerOf(path) is { } from && !owner.IsAlive(from))
            {
                File.Delete(path);
            }
        }

        owner.SweepDead();
    }
}
