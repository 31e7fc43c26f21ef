using System.Diagnostics;
using System.Text.Json;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>The two readers every newsroom's software is measured by, where they are installed.</summary>
internal static class OtherReaders
{
    /// <summary>All tags of files, each with its group.</summary>
    public static List<Dictionary<string, string>> Exiftool(params string[] files)
    {
        var json = Run("exiftool", ["-j", "-G1", "-a", "-u", "-U", "-struct", "-IPTCDigest", "-CurrentIPTCDigest", "-all", .. files]);
        return [.. JsonDocument.Parse(json).RootElement.EnumerateArray().Select(file => file.EnumerateObject().GroupBy(tag => tag.Name).ToDictionary(tag => tag.Key, tag => string.Join('|', tag.Select(value => value.Value.ToString()))))];
    }

    /// <summary>The values exiv2 prints for a key, one a line.</summary>
    public static string[] Exiv2(string file, string key) =>
        Run("exiv2", ["-q", "-n", "UTF-8", "-g", key, "-Pt", file]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Run(string program, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return process.StandardOutput.ReadToEnd();
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{program} is not installed.");
            throw;
        }
    }
}
