using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>The two readers every newsroom's software is measured by, where they are installed.</summary>
internal static partial class OtherReaders
{
    /// <summary>All tags of files by group and name, with the different values a file has for one.</summary>
    public static List<Dictionary<string, string>> Exiftool(params string[] files)
    {
        var json = Run("exiftool", ["-j", "-G1:4", "-a", "-u", "-U", "-struct", "-IPTCDigest", "-CurrentIPTCDigest", "-all", .. files]);
        return [.. JsonDocument.Parse(json).RootElement.EnumerateArray().Select(file => file.EnumerateObject()
            .GroupBy(tag => Copy().Replace(tag.Name, ""))
            .ToDictionary(tag => tag.Key, tag => string.Join('|', tag.Select(value => Text(value.Value)).Distinct().Order(StringComparer.Ordinal))))];
    }

    /// <summary>All IIM and XMP texts of a file by key, those of a repeated key joined.</summary>
    public static Dictionary<string, string> Exiv2(string file) =>
        Run("exiv2", ["-q", "-n", "UTF-8", "-PIXkt", file]).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2)).Where(line => line.Length == 2)
            .GroupBy(line => line[0]).ToDictionary(lines => lines.Key, lines => string.Join('|', lines.Select(line => line[1].TrimStart())));

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join('|', value.EnumerateArray().Select(Text)),
        JsonValueKind.Object => string.Join('|', value.EnumerateObject().Select(item => Text(item.Value))),
        _ => value.ToString(),
    };

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

    /// <summary>exiftool’s number of a tag or an IIM block that occurs more than once.</summary>
    [GeneratedRegex(@"\bCopy\d+:|(?<=^IPTC)\d")]
    private static partial Regex Copy();
}
