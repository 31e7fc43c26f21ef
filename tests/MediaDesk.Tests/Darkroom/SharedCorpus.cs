namespace MediaDesk.Tests.Darkroom;

/// <summary>The collection of real and hostile files beside the repository; used in place.</summary>
internal static class SharedCorpus
{
    public static IReadOnlyList<string> Files(string folder)
    {
        var root = Root();
        Assert.SkipWhen(
            root is null && Environment.GetEnvironmentVariable("CI") != "true", "../shared/corpus is not beside this repository.");
        return [.. Directory.EnumerateFiles(Path.Combine(root!, folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    private static string? Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MediaDesk.sln")))
        {
            folder = folder.Parent;
        }

        var corpus = folder?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "corpus") : null;
        return Directory.Exists(corpus) ? corpus : null;
    }
}
