using MediaDesk.Data;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaDesk.Ingest;

/// <summary>
/// Moves files of watched folders away once they are on the desk, where the setting asks for it. Files that failed stay where
/// they are. Done after the ingest, so that a killed desk never leaves a file neither here nor there.
/// </summary>
internal sealed partial class WatchFolderMoves(
    IDbContextFactory<DeskDbContext> contexts, IOptions<IngestOptions> options, ILogger<WatchFolderMoves> log)
{
    private readonly HashSet<WatchedFileState> staying = [];

    /// <summary>The folder that taken files go to, or null.</summary>
    public string? Target { get; } = string.IsNullOrWhiteSpace(options.Value.MoveTakenTo)
        ? null
        : Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Value.MoveTakenTo));

    /// <summary>Moves those of the taken files whose jobs ended well, keeping their subfolders below <paramref name="root"/>.</summary>
    public async Task MoveAsync(string root, IReadOnlyList<WatchedFileState> taken, CancellationToken cancellationToken)
    {
        if (Target is not { } target)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var file in taken.Where(x => !staying.Contains(x)))
        {
            var state = await db.IngestJobs
                .Where(x => x.Path == file.Path && !x.IsStaged)
                .OrderByDescending(x => x.Id)
                .Select(x => (IngestState?)x.State)
                .FirstOrDefaultAsync(cancellationToken);
            if (state is IngestState.Added or IngestState.Duplicate or IngestState.Version or IngestState.Sidecar)
            {
                Move(file, Path.Combine(target, Path.GetRelativePath(root, file.Path)));
            }
            else if (state is IngestState.Failed or null)
            {
                staying.Add(file);
            }
        }
    }

    private void Move(WatchedFileState file, string to)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(file.Path, Free(to));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It is on the desk; that it also stays where it was hurts nobody.
            LogStays(log, fault, file.Path);
            staying.Add(file);
        }
    }

    /// <summary>The name, or with a number where another delivery has it already.</summary>
    private static string Free(string path)
    {
        var free = path;
        for (var n = 2; File.Exists(free); n++)
        {
            free = Path.ChangeExtension(path, null) + $" ({n})" + Path.GetExtension(path);
        }

        return free;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} was taken but could not be moved away")]
    private static partial void LogStays(ILogger logger, Exception fault, string path);
}
