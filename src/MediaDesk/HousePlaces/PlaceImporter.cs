using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Places.Lookup;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.HousePlaces;

/// <summary>
/// Takes the official tables of GeoNames in. All imported places are one index in a file of the data folder, made anew by each
/// import from what it held and what came: the rows only say which file holds. One import at a time, over all processes.
/// </summary>
public sealed class PlaceImporter(
    IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, DeskFolder folder, Gazetteer gazetteer, HousePlaceOverlay overlay, TimeProvider clock)
{
    private const string Busy = "Places are being imported already. Let that finish, then import this file.";

    /// <summary>How far the import of this process is; null while there is none.</summary>
    public ImportProgress? Current { get; private set; }

    /// <summary>Raised when <see cref="Current"/> has changed, on any thread. Subscribers must be quick and never throw.</summary>
    public event Action? Changed;

    /// <summary>Imports a file, plain or zip, of any of the tables; <paramref name="fileName"/> is its name for people.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<ImportReport> ImportAsync(string path, string fileName, string importedBy, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var held = FolderLock.TryTake(folder.ImportLock);
        if (held is null)
        {
            return new(fileName, 0, 0, 0, [], Busy);
        }

        try
        {
            await overlay.ReloadAsync(cancellationToken);
            Tell(new(fileName, 0, 1, 0, 0), progress);
            var (report, indexFile) = await Task.Run(() => Make(path, fileName, progress, cancellationToken), cancellationToken);
            await writer.WriteAsync(
                db =>
                {
                    db.PlaceImports.Add(new()
                    {
                        FileName = fileName, IndexFile = indexFile, Taken = indexFile is null ? 0 : report.Taken, PassedOver = report.PassedOver, Rejected = report.Rejected,
                        RejectedLines = report.RejectedLines, ImportedBy = importedBy, AtUtc = clock.GetUtcNow().UtcDateTime,
                    });
                    return Task.CompletedTask;
                },
                cancellationToken);
            await overlay.ReloadAsync(cancellationToken);
            await SweepAsync(cancellationToken);
            return report;
        }
        catch (Exception fault) when (DiskFault.IsFull(fault))
        {
            return new(fileName, 0, 0, 0, [], "The disk that holds the data folder is full. Make room, then import the file again.");
        }
        finally
        {
            Tell(null, null);
        }
    }

    /// <summary>The imports that hold, the newest first.</summary>
    public async Task<IReadOnlyList<PlaceImport>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PlaceImports.AsNoTracking().Where(x => x.RemovedUtc == null).OrderByDescending(x => x.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Takes all imported places off the desk; the shipped ones and the house's own stay.</summary>
    public async Task RemoveAllAsync(CancellationToken cancellationToken)
    {
        await writer.WriteAsync(
            db => db.PlaceImports.Where(x => x.RemovedUtc == null).ExecuteUpdateAsync(set => set.SetProperty(x => x.RemovedUtc, clock.GetUtcNow().UtcDateTime), cancellationToken),
            cancellationToken);
        await overlay.ReloadAsync(cancellationToken);
        await SweepAsync(cancellationToken);
    }

    private (ImportReport Report, string? IndexFile) Make(string path, string fileName, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var builder = new PlaceIndexBuilder($"GeoNames (geonames.org), CC BY 4.0: imported", gazetteer.Knows);
        var run = new ImportRun(fileName, builder, gazetteer, new Teller(state => Tell(state, progress)));
        var report = run.Read(path, cancellationToken);
        if (report.Fault is not null)
        {
            return (report, null);
        }

        if (overlay.Imported is { } earlier)
        {
            builder.AddAll(earlier);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var name = $"{Guid.NewGuid():n}.places";
        var target = Path.Combine(folder.Places, name);
        try
        {
            MappedIndex.Write(builder.Build(), target);
        }
        catch (IOException)
        {
            File.Delete(target);
            throw;
        }

        return (report, name);
    }

    /// <summary>Deletes indexes that no import names any more; a desk that still has one mapped keeps its pages until it ends.</summary>
    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var current = await db.CurrentImportAsync(cancellationToken);
        foreach (var file in Directory.EnumerateFiles(folder.Places, "*.places").Where(file => Path.GetFileName(file) != current))
        {
            try
            {
                File.Delete(file);
            }
            catch (IOException) when (OperatingSystem.IsWindows())
            {
                // Mapped, which keeps a file there; the next import tries again.
            }
        }
    }

    private void Tell(ImportProgress? state, IProgress<ImportProgress>? progress)
    {
        Current = state;
        Changed?.Invoke();
        if (state is not null)
        {
            progress?.Report(state);
        }
    }

    private sealed class Teller(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
