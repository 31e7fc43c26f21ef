using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MediaDesk.EndToEnd;

/// <summary>The checkout the tests were built from, and what lies beside it.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string Sample(string name) => Path.Combine(Root, "sample-media", name);

    public static IReadOnlyList<string> Samples { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "sample-media"), "*.expected.json").Select(path => path[..^".expected.json".Length]).Order(StringComparer.Ordinal)];

    /// <summary>A folder of real agency files beside the checkout; the tests that use it are skipped without it, but never in CI.</summary>
    public static string Corpus(string folder)
    {
        var path = Path.Combine(Root, "../shared/corpus", folder);
        var isNeeded = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.SkipUnless(Directory.Exists(path) || isNeeded, "The collection of agency photos is not beside this checkout.");
        return path;
    }

    /// <summary>The program of a project as it was built together with these tests.</summary>
    public static string Program(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(Root, "src", project, "bin", configuration, "net10.0", project);
    }

    /// <summary>What exiftool reads in a file.</summary>
    public static async Task<JsonObject> ExifToolAsync(string file, params string[] arguments)
    {
        var named = Environment.GetEnvironmentVariable("MEDIADESK_EXIFTOOL") ?? Path.Combine(Root, "tests/.tools/node_modules/exiftool-vendored.pl/bin/exiftool");
        Assert.True(File.Exists(named), "exiftool-vendored.pl is missing; tests/run installs it.");
        var start = new ProcessStartInfo("perl") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[named, "-j", "-G1", "-charset", "iptc=UTF8", .. arguments, file])
        {
            start.ArgumentList.Add(argument);
        }

        using var exiftool = Process.Start(start)!;
        var errors = exiftool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await exiftool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await exiftool.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(exiftool.ExitCode == 0, await errors);
        return JsonNode.Parse(output)!.AsArray()[0]!.AsObject();
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MediaDesk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside a checkout of MediaDesk.");
    }
}
