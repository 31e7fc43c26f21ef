using MediaDesk.Storage;
using Microsoft.Data.Sqlite;

namespace MediaDesk.Data;

/// <summary>Opens the data folder for a host: the desk or the command line.</summary>
public sealed class DeskStartup(DeskFolder folder, DeskDatabase database)
{
    /// <summary>
    /// Makes the data folder where it is missing and brings its tables up to date. <paramref name="isDesk"/> is false for the
    /// command line, whose folder never counts as a first run.
    /// </summary>
    public async Task<DeskOpening> OpenAsync(bool isDesk, CancellationToken cancellationToken)
    {
        try
        {
            if (folder.Create() && isDesk)
            {
                // A file, not a variable: a desk killed before it has queued its samples still gets them.
                await File.WriteAllTextAsync(folder.FirstRunMark, "", cancellationToken);
            }

            if (await database.MigrateAsync(cancellationToken) is { } problem)
            {
                return DeskOpening.Refused(problem);
            }

            await database.LoadAsync(cancellationToken);
            return new(isDesk && File.Exists(folder.FirstRunMark), null);
        }
        catch (UnauthorizedAccessException)
        {
            return DeskOpening.Refused($"The data folder {folder.Root} cannot be written to. Its owner must allow it, or name another with --data.");
        }
        catch (Exception fault) when (DiskFault.IsFull(fault))
        {
            return DeskOpening.Refused($"The disk that holds the data folder {folder.Root} is full.");
        }
        catch (IOException fault)
        {
            return DeskOpening.Refused($"The data folder {folder.Root} cannot be used: {fault.Message}");
        }
        catch (SqliteException fault)
        {
            return DeskOpening.Refused($"The database {folder.Database} cannot be used: {fault.Message}");
        }
    }
}

/// <summary>
/// How opening ended: <paramref name="Problem"/> is a sentence why the folder cannot be used, else null.
/// <paramref name="IsFirstRun"/>: the desk made this folder and has not queued its samples yet.
/// </summary>
public sealed record DeskOpening(bool IsFirstRun, string? Problem)
{
    internal static DeskOpening Refused(string problem) => new(false, problem);
}
