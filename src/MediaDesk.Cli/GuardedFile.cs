namespace MediaDesk.Cli;

/// <summary>Work on a file that comes from anywhere, where the process itself is the darkroom: the same limits on time and memory.</summary>
internal static class GuardedFile
{
    /// <summary>A file that takes longer is given up, as in the darkroom.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    /// <summary>Does the work, or returns a sentence why it was not done to its end.</summary>
    /// <param name="doing">Such as "Reading".</param>
    public static string? Act(string file, string doing, Action work)
    {
        string? fault = null;
        Exception? bug = null;
        // A thread of its own: also opening may hang, and work that does not end is left behind.
        var thread = new Thread(() => (fault, bug) = Try(file, doing, work)) { IsBackground = true, Name = doing };
        thread.Start();
        return !thread.Join(TimeLimit) ? $"{doing} was given up after {TimeLimit.TotalSeconds} seconds."
            : bug is not null ? throw new InvalidOperationException($"{doing} {file} failed.", bug)
            : fault;
    }

    private static (string? Fault, Exception? Bug) Try(string file, string doing, Action work)
    {
        try
        {
            var refusal = Refusal(file);
            if (refusal is null)
            {
                work();
            }

            return (refusal, null);
        }
        catch (UnauthorizedAccessException)
        {
            return (doing == "Reading" ? "There is no permission to read this file." : "There is no permission to write there.", null);
        }
        catch (DirectoryNotFoundException)
        {
            return (doing == "Reading" ? "There is no such file." : "There is no such folder to write into.", null);
        }
        catch (IOException exception)
        {
            return ($"{(doing == "Reading" ? "The file cannot be read" : "It cannot be written")}: {exception.Message}", null);
        }
        catch (OutOfMemoryException)
        {
            return ($"{doing} needs more than the 1 GiB of memory that one file may take.", null);
        }
        catch (Exception bug)
        {
            return (null, bug);
        }
    }

    /// <summary>Asked before opening: opening a pipe would wait for a writer, and pipes and devices have no length.</summary>
    private static string? Refusal(string file) =>
        file.Length == 0 || file.Contains('\0') ? "This is not the name of a file."
        : Directory.Exists(file) ? "This is a folder, not a file."
        : !File.Exists(file) ? "There is no such file."
        : new FileInfo(file) is { LinkTarget: null, Length: 0 } ? "The file is empty."
        : null;
}
