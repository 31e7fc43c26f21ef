using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>The two readers every newsroom's software is measured by, where they are installed.</summary>
internal static partial class OtherReaders
{
    /// <summary>All tags of files by group and name, with the different values a file has for one.</summary>
    public static List<Dictionary<string, string>> Exiftool(params string[] files) => Exiftool([], files);

    public static List<Dictionary<string, string>> Exiftool(string[] options, string[] files)
    {
        var json = Run(Environment.GetEnvironmentVariable("MEDIADESK_EXIFTOOL") ?? "exiftool", ["-j", "-G1:4", "-a", "-u", "-U", "-struct", .. options, "-IPTCDigest", "-CurrentIPTCDigest", "-all", .. files]);
        return [.. JsonDocument.Parse(json).RootElement.EnumerateArray().Select(file => file.EnumerateObject()
            .GroupBy(tag => Copy().Replace(tag.Name, ""))
            .ToDictionary(tag => tag.Key, tag => string.Join('|', tag.Select(value => Text(value.Value)).Distinct().Order(StringComparer.Ordinal))))];
    }

    /// <summary>One tag of many files by their paths, where a file has it.</summary>
    public static Dictionary<string, string> ExiftoolValues(string folder, params string[] arguments) =>
        JsonDocument.Parse(Run(Environment.GetEnvironmentVariable("MEDIADESK_EXIFTOOL") ?? "exiftool", ["-j", "-q", .. arguments, folder])).RootElement.EnumerateArray()
            .Select(file => file.EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.ToString()))
            .Where(file => file.Count > 1)
            .ToDictionary(file => file["SourceFile"], file => file.Last(tag => tag.Key != "SourceFile").Value);

    /// <summary>All IIM and XMP texts of files by file and key, those of a repeated key joined.</summary>
    public static Dictionary<string, Dictionary<string, string>> Exiv2(params string[] files) =>
        (from line in Run("exiv2", ["-q", "-n", "UTF-8", "-PIXkt", .. files]).Split('\n', StringSplitOptions.RemoveEmptyEntries)
         let file = files.Length == 1 ? files[0] : files.First(name => line.StartsWith(name + " ", StringComparison.Ordinal))
         let parts = (files.Length == 1 ? line : line[file.Length..].TrimStart()).Split(' ', 2)
         where parts.Length == 2
         group parts by file)
        .ToDictionary(file => file.Key, file => file.GroupBy(parts => parts[0]).ToDictionary(key => key.Key, key => string.Join('|', key.Select(parts => parts[1].TrimStart()))));

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
