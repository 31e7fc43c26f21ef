using System.IO.Enumeration;

namespace MediaDesk.Ingest;

/// <summary>One look at a watched folder and its subfolders.</summary>
internal static class WatchFolderScan
{
    /// <summary>What FTP clients, browsers and editors call a file that is not finished.</summary>
    private static readonly string[] Unfinished = [".part", ".filepart", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".upload"];

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false };

    /// <summary>
    /// The files that may be taken and the folders that could not be read. Links are not followed: what they name lies
    /// elsewhere, or is seen where it lies.
    /// </summary>
    public static WatchFolderView Look(string root, Func<string, bool> isOffLimits, CancellationToken cancellationToken)
    {
        var files = new List<WatchedFileState>();
        var unreadable = new List<UnreadableFolder>();
        var open = new Stack<string>([root]);
        while (open.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                foreach (var entry in Entries(folder))
                {
                    if (entry.IsFolder && !isOffLimits(entry.State.Path))
                    {
                        open.Push(entry.State.Path);
                    }
                    else if (!entry.IsFolder)
                    {
                        files.Add(entry.State);
                    }
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // A subfolder that was removed while we looked is no problem; the watched folder itself missing is one.
                if (folder == root || fault is not DirectoryNotFoundException)
                {
                    unreadable.Add(new(folder, fault is UnauthorizedAccessException ? "no permission" : fault.Message));
                }
            }
        }

        return new(files, unreadable);
    }

    /// <summary>Whether a name is one that senders give to files they are still writing, or that a system hides.</summary>
    public static bool IsPassedOver(string name) =>
        name.StartsWith('.') || name.EndsWith('~') || name.StartsWith('~')
        || Array.Exists(Unfinished, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static FileSystemEnumerable<(bool IsFolder, WatchedFileState State)> Entries(string folder) =>
        new(folder, (ref FileSystemEntry x) => (x.IsDirectory, new(x.ToFullPath(), x.IsDirectory ? 0 : x.Length, x.LastWriteTimeUtc.UtcDateTime)), Everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry x) =>
                (x.Attributes & FileAttributes.ReparsePoint) == 0 && !IsPassedOver(x.FileName.ToString()),
        };
}

/// <summary>A file as one look at a watched folder found it.</summary>
internal readonly record struct WatchedFileState(string Path, long ByteSize, DateTime ModifiedUtc);

internal sealed record UnreadableFolder(string Path, string Why);

internal sealed record WatchFolderView(IReadOnlyList<WatchedFileState> Files, IReadOnlyList<UnreadableFolder> Unreadable);
