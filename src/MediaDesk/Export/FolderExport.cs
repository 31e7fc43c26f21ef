using MediaDesk.Storage;

namespace MediaDesk.Export;

/// <summary>
/// Copies of photos in a folder, each whole or not at all. What stands in the folder is never replaced: a name that is taken gets a
/// number.
/// </summary>
public sealed class FolderExport
{
    private readonly PhotoDownload downloads;
    private readonly string folder;
    private readonly HashSet<string> taken;
    private readonly List<FailedExport> failed = [];
    private int exported;
    private int sidecars;

    /// <summary>Makes the folder where it is missing. Throws what the file system throws when it cannot be used.</summary>
    public FolderExport(PhotoDownload downloads, string folder)
    {
        (this.downloads, this.folder) = (downloads, folder);
        Directory.CreateDirectory(folder);
        taken = Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileNameWithoutExtension(path).ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What became of the photos so far.</summary>
    public FolderExportReport Report => new(exported, sidecars, [.. failed]);

    /// <summary>
    /// Writes a photo as it leaves the desk. One that cannot be written is told in the report. False when the disk is full, so that
    /// no further one can be.
    /// </summary>
    public async Task<bool> AddAsync(long mediaId, string fileName, LeavingAs? wish, CancellationToken cancellationToken)
    {
        try
        {
            if (await downloads.PrepareAsync(mediaId, wish, cancellationToken) is not { } file)
            {
                failed.Add(new(
                    fileName,
                    await downloads.IsAwaitedAsync(mediaId, cancellationToken)
                        ? "There is no file for this photo yet."
                        : "Its original is not in the data folder. “mediadesk check” tells more."));
                return true;
            }

            await WriteAsync(file with { Name = FileNames.Unique(file.Name, taken) }, folder, cancellationToken);
            exported++;
            sidecars += file.Sidecar is null ? 0 : 1;
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var isFull = DiskFault.IsFull(fault);
            failed.Add(new(fileName, isFull ? "The disk is full; the export ended here." : fault.Message));
            return !isFull;
        }
    }

    private static async Task WriteAsync(LeavingFile file, string folder, CancellationToken cancellationToken)
    {
        await using (file.Content)
        {
            await WriteAsync(file.Content, Path.Combine(folder, file.Name), cancellationToken);
        }

        if (file.Sidecar is not null)
        {
            await WriteAsync(new MemoryStream(file.Sidecar), Path.Combine(folder, file.SidecarName), cancellationToken);
        }
    }

    /// <summary>Under another name first, so that nobody finds half a file.</summary>
    private static async Task WriteAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await using (var target = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                await content.CopyToAsync(target, cancellationToken);
                target.Flush(flushToDisk: true);
            }

            File.Move(part, path);
        }
        finally
        {
            File.Delete(part);
        }
    }
}

/// <summary>What became of an export. <paramref name="Sidecars"/> counts the photos that have one beside them.</summary>
public sealed record FolderExportReport(int Exported, int Sidecars, IReadOnlyList<FailedExport> Failed);

/// <summary>A photo that was not exported, and why.</summary>
public sealed record FailedExport(string File, string Reason);
