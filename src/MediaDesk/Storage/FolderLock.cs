namespace MediaDesk.Storage;

/// <summary>
/// An exclusive hold on a file of the data folder. The operating system lets go of it when the process ends, however it ends,
/// so a lock never outlives its holder.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private readonly FileStream hold;

    private FolderLock(string path, FileStream hold) => (Path, this.hold) = (path, hold);

    public string Path { get; }

    private static string NoteOf(string path) => path + ".holder";

    /// <summary>
    /// Takes the lock, or returns null when another process (or another part of this one) holds it. <paramref name="note"/>
    /// tells people who holds it; see <see cref="Holder"/>.
    /// </summary>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    /// <exception cref="IOException">The folder is not there, or its disk is full.</exception>
    public static FolderLock? TryTake(string path, string? note = null)
    {
        while (Open(path, FileMode.OpenOrCreate) is { } hold)
        {
            // Whoever held it may have deleted the file between our opening and our locking: then we hold a file that no one
            // else will ever see, and try again.
            if (!File.Exists(path))
            {
                hold.Dispose();
                continue;
            }

            if (note is not null)
            {
                File.WriteAllText(NoteOf(path), note);
            }

            return new(path, hold);
        }

        return null;
    }

    /// <summary>Takes the lock, waiting for whoever holds it; null when it is still held after <paramref name="patience"/>.</summary>
    public static async Task<FolderLock?> TakeAsync(string path, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            if (clock.GetElapsedTime(began) > patience)
            {
                return null;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancellationToken);
        }
    }

    /// <summary>What the holder of a lock said about itself, or null.</summary>
    public static string? Holder(string path) => File.Exists(NoteOf(path)) ? File.ReadAllText(NoteOf(path)) : null;

    /// <summary>Whether a live process holds the lock at <paramref name="path"/>.</summary>
    public static bool IsHeld(string path)
    {
        try
        {
            using var hold = Open(path, FileMode.Open);
            return hold is null;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        // Deleted while held, so that no one can take the file that is about to go.
        File.Delete(NoteOf(Path));
        File.Delete(Path);
        hold.Dispose();
    }

    private static FileStream? Open(string path, FileMode mode)
    {
        try
        {
            return new(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException fault) when (fault is not (DirectoryNotFoundException or FileNotFoundException) && !DiskFault.IsFull(fault))
        {
            return null;
        }
    }
}
