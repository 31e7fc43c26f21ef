using MediaDesk.Ingest;

namespace MediaDesk.Cli;

/// <summary>The files under the paths of a command line, each once; links within folders are not followed, so there are no loops.</summary>
internal sealed class PhotoFiles
{
    private readonly string dataFolder;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<string> files = [];
    private readonly List<IngestFailure> failed = [];

    private PhotoFiles(string dataFolder) => this.dataFolder = dataFolder;

    public IReadOnlyList<string> Files => files;

    /// <summary>Paths that lead to no file, and folders that cannot be read.</summary>
    public IReadOnlyList<IngestFailure> Failed => failed;

    /// <param name="dataFolder">The desk's own folder, whose originals and renditions are not taken in again.</param>
    public static PhotoFiles Find(IEnumerable<string> paths, string dataFolder)
    {
        var found = new PhotoFiles(dataFolder);
        foreach (var path in paths)
        {
            found.Take(path);
        }

        return found;
    }

    private void Take(string path)
    {
        if (path.Length == 0 || path.Contains('\0'))
        {
            failed.Add(new(path, "This is not the name of a file."));
        }
        else if (Directory.Exists(path))
        {
            Walk(path);
        }
        else if (!File.Exists(path))
        {
            failed.Add(new(path, "There is no such file or folder."));
        }
        else if (seen.Add(Path.GetFullPath(path)))
        {
            files.Add(path);
        }
    }

    private void Walk(string folder)
    {
        if (!seen.Add(Path.GetFullPath(folder)) || Path.GetFullPath(folder) == dataFolder)
        {
            return;
        }

        List<FileSystemInfo> entries;
        try
        {
            entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (UnauthorizedAccessException)
        {
            failed.Add(new(folder, "There is no permission to read this folder."));
            return;
        }
        catch (IOException exception)
        {
            failed.Add(new(folder, $"This folder cannot be read: {exception.Message}"));
            return;
        }

        foreach (var entry in entries.Where(entry => entry.LinkTarget is null))
        {
            var path = Path.Combine(folder, entry.Name);
            if (entry is DirectoryInfo)
            {
                Walk(path);
            }
            else if (seen.Add(Path.GetFullPath(path)))
            {
                files.Add(path);
            }
        }
    }
}
