namespace MediaDesk.Metadata.Tests.Files;

/// <summary>Real and hostile files beside the repository, used in place and never copied into it.</summary>
internal static class Corpus
{
    private static readonly string? Shared = FindShared();

    public static string Folder(string name)
    {
        var folder = Shared is null ? null : Path.Combine(Shared, name);
        Assert.SkipWhen(!Directory.Exists(folder) && Environment.GetEnvironmentVariable("CI") != "true", $"../shared/{name} is not here.");
        return folder ?? throw new DirectoryNotFoundException($"../shared/{name} is not here.");
    }

    /// <summary>The same, or null where it is not here and need not be.</summary>
    public static string? FolderIfHere(string name) =>
        Shared is not null && Directory.Exists(Path.Combine(Shared, name)) || Environment.GetEnvironmentVariable("CI") == "true" ? Folder(name) : null;

    public static IEnumerable<string> Files(string name) => Directory.EnumerateFiles(Folder(name), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string? FindShared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MediaDesk.sln")) && folder.Parent is { } beside)
            {
                var shared = Path.Combine(beside.FullName, "shared");
                return Directory.Exists(shared) ? shared : null;
            }
        }

        return null;
    }
}
