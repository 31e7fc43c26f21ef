using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaDesk.Ingest;

/// <summary>
/// Takes what agencies deliver into the watched folders. Folders are looked at, not listened to: notifications do not come
/// from network drives and get lost when many files arrive. Taken files are remembered by path, size and time.
/// </summary>
internal sealed partial class WatchFolderWorker(
    IngestInbox inbox, DeskWriter writer, IDbContextFactory<DeskDbContext> contexts, WatchFolderMoves moves, DeskFolder desk,
    TimeProvider clock, IOptions<IngestOptions> options, ILogger<WatchFolderWorker> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Files seen but not taken yet: as they were last seen, and since when they have been so.</summary>
    private readonly Dictionary<string, (WatchedFileState State, long Since)> settling = [];
    private readonly HashSet<string> toldUnreadable = [];
    private Dictionary<string, (long ByteSize, DateTime ModifiedUtc)>? taken;

    private List<string> Folders => [.. options.Value.WatchFolders.Where(x => !string.IsNullOrWhiteSpace(x)).Distinct()];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Folders.Count == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(LookEvery, clock);
        do
        {
            foreach (var folder in Folders)
            {
                try
                {
                    await LookAsync(folder, stoppingToken);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    LogFault(log, fault, folder);
                }
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(string folder, CancellationToken stoppingToken)
    {
        taken ??= await RememberedAsync(stoppingToken);
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var view = WatchFolderScan.Look(root, IsOffLimits, stoppingToken);
        await TellUnreadableAsync(folder, root, view.Unreadable, stoppingToken);

        var ready = view.Files.Where(IsSettled).ToList();
        foreach (var gone in settling.Keys.Where(path => IsBelow(path, root)).Except(view.Files.Select(x => x.Path)).ToList())
        {
            settling.Remove(gone);
        }

        if (ready.Count > 0)
        {
            await TakeAsync(folder, root, ready, stoppingToken);
        }

        await moves.MoveAsync(root, [.. view.Files.Where(x => IsTaken(x))], stoppingToken);
    }

    private bool IsTaken(WatchedFileState file) => taken!.TryGetValue(file.Path, out var known) && known == (file.ByteSize, file.ModifiedUtc);

    private bool IsSettled(WatchedFileState file)
    {
        if (IsTaken(file))
        {
            settling.Remove(file.Path);
            return false;
        }

        if (!settling.TryGetValue(file.Path, out var seen) || seen.State != file)
        {
            settling[file.Path] = (file, clock.GetTimestamp());
            return false;
        }

        return clock.GetElapsedTime(seen.Since) >= options.Value.SettleTime;
    }

    private async Task TakeAsync(string folder, string root, List<WatchedFileState> ready, CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var again = ready.Where(x => taken!.ContainsKey(x.Path)).Select(x => x.Path).ToHashSet();
        await inbox.AcceptFilesAsync(
            await inbox.BeginBatchAsync(stoppingToken),
            [.. ready.Select(x => (x.Path, Path.GetRelativePath(root, x.Path)))],
            folder,
            // In the transaction of the jobs: remembered means queued.
            db =>
            {
                foreach (var file in ready)
                {
                    db.Entry(new WatchedFile { Path = file.Path, ByteSize = file.ByteSize, ModifiedUtc = file.ModifiedUtc, TakenUtc = now }).State =
                        again.Contains(file.Path) ? EntityState.Modified : EntityState.Added;
                }
            },
            stoppingToken);
        foreach (var file in ready)
        {
            taken![file.Path] = (file.ByteSize, file.ModifiedUtc);
            settling.Remove(file.Path);
        }
    }

    /// <summary>Puts a folder that cannot be read on the problems list, once until it could be read again.</summary>
    private async Task TellUnreadableAsync(string folder, string root, IReadOnlyList<UnreadableFolder> unreadable, CancellationToken stoppingToken)
    {
        var paths = unreadable.Select(x => x.Path).ToHashSet();
        toldUnreadable.RemoveWhere(path => (path == root || IsBelow(path, root)) && !paths.Contains(path));
        foreach (var (path, why) in unreadable.Where(x => !toldUnreadable.Contains(x.Path)))
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await writer.WriteAsync(
                async db =>
                {
                    if (!await db.IngestJobs.AnyAsync(x => x.Path == path && x.State == IngestState.Failed && x.DismissedUtc == null, stoppingToken))
                    {
                        db.IngestJobs.Add(new()
                        {
                            FileName = path,
                            Path = path,
                            DeliveredBy = folder,
                            State = IngestState.Failed,
                            Reason = $"The watched folder {path} cannot be read ({why}); nothing is taken from it until it can.",
                            CreatedUtc = now,
                            FinishedUtc = now,
                        });
                    }
                },
                stoppingToken);
            toldUnreadable.Add(path);
        }
    }

    private bool IsOffLimits(string path) => path == desk.Root || path == moves.Target;

    private static bool IsBelow(string path, string root) => path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private async Task<Dictionary<string, (long, DateTime)>> RememberedAsync(CancellationToken stoppingToken)
    {
        await using var db = await contexts.CreateDbContextAsync(stoppingToken);
        return await db.WatchedFiles.AsNoTracking().ToDictionaryAsync(x => x.Path, x => (x.ByteSize, x.ModifiedUtc), stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The watched folder {Folder} could not be taken from; trying again")]
    private static partial void LogFault(ILogger logger, Exception fault, string folder);
}
