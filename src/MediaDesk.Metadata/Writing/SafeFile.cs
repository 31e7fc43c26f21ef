namespace MediaDesk.Metadata.Writing;

/// <summary>
/// Puts a file in the place of another so that at every moment, whatever fails, one of the two stands there whole: it is made beside
/// it under another name, flushed to the disk and renamed.
/// </summary>
internal static class SafeFile
{
    private const int BufferSize = 64 * 1024;

    /// <summary>
    /// Has <paramref name="write"/> fill a file and puts it at <paramref name="target"/> with the permissions of
    /// <paramref name="like"/>. When <paramref name="write"/> says no or throws, nothing is left behind. As with every
    /// rename, the folder must be writable, not the file.
    /// </summary>
    public static void Replace(string target, string like, Func<FileStream, bool> write)
    {
        target = Behind(target);
        var folder = Path.GetDirectoryName(target)!;
        var beside = Path.Combine(folder, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize))
            {
                if (!write(file))
                {
                    return;
                }

                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(File.Exists(target) ? target : like));
            }

            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>By what a change of a file is seen.</summary>
    public static (DateTime Changed, long Length) State(string path) => new FileInfo(Behind(path)) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : default;

    /// <summary>Links lead to the file; the link itself stays.</summary>
    private static string Behind(string path) => (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
}
