using MediaDesk.Storage;

namespace MediaDesk.Ingest;

/// <summary>
/// This process as the one that works on jobs. It holds a locked file as long as it lives, so that another process can tell a
/// job that is being worked on from one whose worker was killed.
/// </summary>
internal sealed class IngestOwner(DeskFolder folder) : IDisposable
{
    private readonly Lock gate = new();
    private FolderLock? held;

    /// <summary>32 hex digits; new in every process.</summary>
    public string Id
    {
        get
        {
            lock (gate)
            {
                return Path.GetFileNameWithoutExtension((held ??= Take()).Path);
            }
        }
    }

    public bool IsAlive(string owner) => owner == Id || FolderLock.IsHeld(PathOf(owner));

    /// <summary>Clears away the files of processes that have ended.</summary>
    public void SweepDead()
    {
        foreach (var path in Directory.EnumerateFiles(folder.Owners, "*.lock"))
        {
            FolderLock.TryTake(path)?.Dispose();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            held?.Dispose();
            held = null;
        }
    }

    private string PathOf(string owner) => Path.Combine(folder.Owners, owner + ".lock");

    private FolderLock Take() =>
        FolderLock.TryTake(PathOf(Guid.NewGuid().ToString("N"))) ?? throw new IOException($"A new lock in {folder.Owners} is already held.");
}
