using System.Diagnostics;
using System.Text.Json;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests;

/// <summary>
/// The newsroom fields of every photo of the corpus against what exiftool finds in each layer, brought together by our own
/// precedence: XMP, IIM (first when Photoshop's digest no longer holds), EXIF.
/// </summary>
public sealed class ExiftoolAgreementTests
{
    /// <summary>
    /// Known differences are ours to keep: exiftool takes undeclared IIM for Latin-1 where it is UTF-8 or Mac Roman, shows "?" for
    /// single-byte EXIF, and stops at an empty first IIM block.
    /// </summary>
    private const double Floor = 0.97;

    /// <summary>By property id where exiftool shows it: in XMP, in IIM, in EXIF.</summary>
    internal static readonly Dictionary<string, string[]> Tags = new(StringComparer.Ordinal)
    {
        ["headline"] = ["XMP-photoshop:Headline", "IPTC:Headline"],
        ["description"] = ["XMP-dc:Description", "IPTC:Caption-Abstract", "IFD0:ImageDescription"],
        ["creatorNames"] = ["XMP-dc:Creator", "IPTC:By-line", "IFD0:Artist"],
        ["jobtitle"] = ["XMP-photoshop:AuthorsPosition", "IPTC:By-lineTitle"],
        ["creditLine"] = ["XMP-photoshop:Credit", "IPTC:Credit"],
        ["source"] = ["XMP-photoshop:Source", "IPTC:Source"],
        ["copyrightNotice"] = ["XMP-dc:Rights", "IPTC:CopyrightNotice", "IFD0:Copyright"],
        ["sublocationName"] = ["XMP-iptcCore:Location", "IPTC:Sub-location"],
        ["cityName"] = ["XMP-photoshop:City", "IPTC:City"],
        ["provinceState"] = ["XMP-photoshop:State", "IPTC:Province-State"],
        ["countryName"] = ["XMP-photoshop:Country", "IPTC:Country-PrimaryLocationName"],
        ["countryCode"] = ["XMP-iptcCore:CountryCode", "IPTC:Country-PrimaryLocationCode"],
        ["keywords"] = ["XMP-dc:Subject", "IPTC:Keywords"],
        ["instructions"] = ["XMP-photoshop:Instructions", "IPTC:SpecialInstructions"],
        ["title"] = ["XMP-dc:Title", "IPTC:ObjectName"],
        ["jobid"] = ["XMP-photoshop:TransmissionReference", "IPTC:OriginalTransmissionReference"],
        ["captionWriter"] = ["XMP-photoshop:CaptionWriter", "IPTC:Writer-Editor"],
    };

    [Theory]
    [InlineData("corpus", Floor)]
    [InlineData("corpus/grid", 1.0)]
    [InlineData("iptc", 1.0)]
    public void NewsroomFields_AgreeWithExiftool(string folder, double floor)
    {
        var (agreed, differences) = (0, new List<string>());
        foreach (var expected in Exiftool(Corpus.Folder(folder)))
        {
            using var file = File.OpenRead(expected.GetProperty("SourceFile").GetString()!);
            var reading = MetadataReader.Read(file);
            if (reading.Format is null)
            {
                continue;
            }

            foreach (var field in NewsroomFields.All)
            {
                var want = field == NewsroomFields.DateCreated ? ExpectedDate(expected) : Expected(expected, field);
                var got = reading.Fields[field.Id] is { } value ? string.Join('|', value.Items) : null;
                if (field == NewsroomFields.DateCreated ? SameDate(want, got) : want == got)
                {
                    agreed += want is null ? 0 : 1;
                }
                else
                {
                    differences.Add($"{file.Name} {field.Id}: exiftool “{want}”, we “{got}”");
                }
            }
        }

        Assert.True(agreed > 0);
        Assert.True(agreed >= floor * (agreed + differences.Count), $"{agreed} agree, {differences.Count} differ:\n{string.Join('\n', differences)}");
    }

    private static string? Expected(JsonElement file, NewsroomField field)
    {
        var layers = Tags[field.Id].Select(tag => Texts(file, tag, field.IsList)).ToArray();
        if (IimIsNewer(file) && layers[1] is { } iim && !(layers[0] is { } xmp && xmp.StartsWith(iim, StringComparison.Ordinal)))
        {
            return iim;
        }

        return layers.FirstOrDefault(layer => layer is not null);
    }

    private static string? ExpectedDate(JsonElement file)
    {
        var xmp = Texts(file, "XMP-photoshop:DateCreated", false);
        var iim = Texts(file, "IPTC:DateCreated", false) is { } day ? $"{day} {Texts(file, "IPTC:TimeCreated", false)}".TrimEnd() : null;
        return IimIsNewer(file) ? iim ?? xmp : xmp ?? iim ?? Texts(file, "ExifIFD:DateTimeOriginal", false);
    }

    /// <summary>exiftool prints what stands there; impossible dates are none for us, and subseconds and offset come from other tags.</summary>
    private static bool SameDate(string? want, string? got)
    {
        static string Digits(string text) => string.Concat(text.Replace("Z", "0000", StringComparison.Ordinal).Where(char.IsAsciiDigit));
        if (got is null)
        {
            return want is null || !PartialDate.TryParse(want[..Math.Min(10, want.Length)].Replace(':', '-'), out _);
        }

        return want is not null && (Digits(got).StartsWith(Digits(want), StringComparison.Ordinal) || Digits(want).StartsWith(Digits(got), StringComparison.Ordinal));
    }

    private static bool IimIsNewer(JsonElement file) =>
        file.TryGetProperty("Photoshop:IPTCDigest", out var then) && file.TryGetProperty("File:CurrentIPTCDigest", out var now) && then.GetString() != now.GetString();

    private static string? Texts(JsonElement file, string tag, bool isList)
    {
        if (!file.TryGetProperty(tag, out var value))
        {
            return null;
        }

        IEnumerable<JsonElement> items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        var texts = items
            .Select(item => item.ValueKind == JsonValueKind.Object ? item.EnumerateObject().First().Value : item)
            .Select(item => item.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimEnd())
            .SelectMany(text => tag == "IFD0:Artist" ? text.Split(';', StringSplitOptions.TrimEntries) : [text])
            .Where(text => text.Trim().Length > 0)
            .ToList();
        return texts.Count == 0 ? null : isList ? string.Join('|', texts) : texts[0];
    }

    private static List<JsonElement> Exiftool(string folder)
    {
        string[] arguments =
        [
            "-r", "-j", "-G1", "-struct", "-fast", "-IPTCDigest", "-CurrentIPTCDigest", "-XMP-dc:all", "-XMP-photoshop:all", "-XMP-iptcCore:all", "-IPTC:all",
            "-IFD0:all", "-ExifIFD:DateTimeOriginal", folder,
        ];
        try
        {
            using var exiftool = Process.Start(new ProcessStartInfo("exiftool", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            exiftool.ErrorDataReceived += (_, _) => { };
            exiftool.BeginErrorReadLine();
            return [.. JsonDocument.Parse(exiftool.StandardOutput.ReadToEnd()).RootElement.EnumerateArray()];
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("exiftool is not installed.");
            throw;
        }
    }
}
