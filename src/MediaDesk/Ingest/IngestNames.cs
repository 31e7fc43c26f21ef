namespace MediaDesk.Ingest;

/// <summary>Names that senders gave their files. They are data for people and never become part of a path.</summary>
internal static class IngestNames
{
    private static readonly char[] Separators = ['/', '\\'];

    public const string SidecarExtension = ".xmp";

    /// <summary>The name of a photo: what follows the last separator, without characters that no file system keeps.</summary>
    public static string OfPhoto(string sentName)
    {
        var name = sentName[(sentName.LastIndexOfAny(Separators) + 1)..].Replace('\0', '\uFFFD');
        return string.IsNullOrWhiteSpace(name) ? "unnamed" : name;
    }

    public static bool IsSidecar(string name) => name.EndsWith(SidecarExtension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="sidecar"/> (<c>name.xmp</c> or <c>name.ext.xmp</c>) belongs to <paramref name="photo"/>.</summary>
    public static bool Belongs(string sidecar, string photo)
    {
        var stem = sidecar[..^SidecarExtension.Length];
        return !IsSidecar(photo)
            && (stem.Equals(photo, StringComparison.OrdinalIgnoreCase)
                || stem.Equals(Path.ChangeExtension(photo, null), StringComparison.OrdinalIgnoreCase));
    }
}
