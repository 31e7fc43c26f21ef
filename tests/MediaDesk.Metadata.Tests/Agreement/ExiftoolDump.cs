using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace MediaDesk.Metadata.Tests.Agreement;

/// <summary>One tag as exiftool shows it.</summary>
/// <param name="Group">Family 1: <c>XMP-dc</c>, <c>IPTC</c>, <c>ExifIFD</c>.</param>
/// <param name="Id">The local name of XMP, the number of IIM and EXIF.</param>
/// <param name="Table">exiftool's own table, which tells the record of IIM.</param>
/// <param name="Language">Of a language alternative; null for the default.</param>
internal sealed record DumpedTag(string Group, string Name, string Id, string Table, string? Language, JsonElement Value);

internal sealed record DumpedFile(string Path, IReadOnlyList<DumpedTag> Tags);

/// <summary>Everything exiftool finds in XMP, IIM and EXIF, of whole folders in one call: starting it costs more than a hundred files.</summary>
internal static class ExiftoolDump
{
    public static List<DumpedFile> Of(params string[] folders)
    {
        var json = Run(["-r", "-j", "-G1", "-struct", "-n", "-D", "-t", "-XMP:all", "-IPTC:all", "-EXIF:all", .. folders]);
        return [.. JsonDocument.Parse(json).RootElement.EnumerateArray().Select(file => new DumpedFile(
            file.GetProperty("SourceFile").GetString()!,
            [.. file.EnumerateObject().Where(tag => tag.Value.ValueKind == JsonValueKind.Object && tag.Name.Contains(':', StringComparison.Ordinal)).Select(Tag)]))];
    }

    private static DumpedTag Tag(JsonProperty tag)
    {
        var colon = tag.Name.IndexOf(':', StringComparison.Ordinal);
        var language = tag.Value.TryGetProperty("lang", out var lang) ? lang.GetString() : null;
        return new(
            tag.Name[..colon], tag.Name[(colon + 1)..], tag.Value.GetProperty("id").ToString(), tag.Value.GetProperty("table").GetString()!, language,
            tag.Value.GetProperty("val"));
    }

    private static string Run(string[] arguments)
    {
        var program = Environment.GetEnvironmentVariable("MEDIADESK_EXIFTOOL") ?? "exiftool";
        try
        {
            using var exiftool = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
            exiftool.ErrorDataReceived += (_, _) => { };
            exiftool.BeginErrorReadLine();
            return exiftool.StandardOutput.ReadToEnd();
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{program} is not installed.");
            throw;
        }
    }
}
