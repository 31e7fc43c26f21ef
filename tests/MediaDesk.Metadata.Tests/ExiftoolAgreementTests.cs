using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Agreement;
using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests;

/// <summary>
/// The newsroom fields of every photo of the corpus against what exiftool finds in each layer, brought together by our own
/// precedence: XMP, IIM (first when Photoshop's digest no longer holds), EXIF.
/// </summary>
public sealed partial class ExiftoolAgreementTests(ITestOutputHelper output)
{
    /// <summary>Of the values that exiftool finds; differences with a reason count here too.</summary>
    private const double Floor = 0.995;

    private const string
        GivenUp = "exiftool says in a warning that it gave up on a block; we read of it what can be read.",
        DamagedXmp = "The XMP is no XML any more: exiftool looks for tags with patterns of its own; we mend what can be told for certain.",
        Leftovers = "A NUL ends a text of IIM: fields of a fixed width hold leftovers behind it, which exiftool shows with it.";

    /// <summary>By property id where exiftool shows it: in XMP, in IIM, in EXIF.</summary>
    internal static readonly Dictionary<string, string[]> Tags = new(StringComparer.Ordinal)
    {
        ["headline"] = ["XMP-photoshop:Headline", "IPTC:Headline"],
        ["description"] = ["XMP-dc:Description", "IPTC:Caption-Abstract", "IFD0:ImageDescription", "XMP-tiff:ImageDescription"],
        ["creatorNames"] = ["XMP-dc:Creator", "IPTC:By-line", "IFD0:Artist", "XMP-tiff:Artist", "XMP-xmp:Author"],
        ["jobtitle"] = ["XMP-photoshop:AuthorsPosition", "IPTC:By-lineTitle"],
        ["creditLine"] = ["XMP-photoshop:Credit", "IPTC:Credit"],
        ["source"] = ["XMP-photoshop:Source", "IPTC:Source"],
        ["copyrightNotice"] = ["XMP-dc:Rights", "IPTC:CopyrightNotice", "IFD0:Copyright", "XMP-tiff:Copyright"],
        ["sublocationName"] = ["XMP-iptcCore:Location", "IPTC:Sub-location"],
        ["cityName"] = ["XMP-photoshop:City", "IPTC:City"],
        ["provinceState"] = ["XMP-photoshop:State", "IPTC:Province-State"],
        ["countryName"] = ["XMP-photoshop:Country", "IPTC:Country-PrimaryLocationName"],
        ["countryCode"] = ["XMP-iptcCore:CountryCode", "IPTC:Country-PrimaryLocationCode"],
        ["keywords"] = ["XMP-dc:Subject", "IPTC:Keywords"],
        ["instructions"] = ["XMP-photoshop:Instructions", "IPTC:SpecialInstructions"],
        ["title"] = ["XMP-dc:Title", "IPTC:ObjectName", "XMP-xmp:Title"],
        ["jobid"] = ["XMP-photoshop:TransmissionReference", "IPTC:OriginalTransmissionReference"],
        ["captionWriter"] = ["XMP-photoshop:CaptionWriter", "IPTC:Writer-Editor"],
    };

    [Theory]
    [InlineData("corpus", Floor)]
    [InlineData("corpus/grid", 1.0)]
    [InlineData("iptc", 1.0)]
    public void NewsroomFields_AgreeWithExiftool(string folder, double floor)
    {
        var (agreed, differing, explained, unexplained) = (0, 0, new List<string>(), new List<string>());
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
                if (field == NewsroomFields.DateCreated ? SameDate(want, got) : want == got || SameButForCharset(want, got))
                {
                    agreed += want is null ? 0 : 1;
                }
                else
                {
                    differing += want is null ? 0 : 1;
                    var reason = Reason(expected, reading, want, got);
                    (reason is null ? unexplained : explained).Add($"{file.Name} {field.Id}: exiftool “{want}”, we “{got}”. {reason}");
                }
            }
        }

        output.WriteLine($"{agreed} agree, {differing} differ, {explained.Count} explained:\n{string.Join('\n', explained)}");
        Assert.True(agreed > 0);
        Assert.True(unexplained.Count == 0, string.Join('\n', unexplained));
        Assert.True(agreed >= floor * (agreed + differing), $"{agreed} agree, {differing} differ.");
    }

    /// <summary>Why we do not agree: rules about kinds of data, never about one file. What exiftool finds and we do not has no reason.</summary>
    private static string? Reason(JsonElement file, MetadataReading reading, string? want, string? got) =>
        got is null ? null
        : want is null && file.TryGetProperty("ExifTool:Warning", out var warning) && GaveUp().IsMatch(warning.GetString()!) ? GivenUp
        : reading.Problems.Any(problem => problem.What.Contains("not well-formed", StringComparison.Ordinal)) ? DamagedXmp
        : want is not null && want.StartsWith(got, StringComparison.Ordinal) && want.Any(char.IsControl) ? Leftovers
        : null;

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

    /// <summary>exiftool takes undeclared IIM for Latin-1 where it is UTF-8 or Mac Roman, shows "?" for single-byte EXIF, and keeps control characters.</summary>
    private static bool SameButForCharset(string? want, string? got) =>
        want is not null && got is not null && (got.Any(letter => letter > '\x7F') || want.Any(letter => letter < ' ')) && Leaf.Skeleton(want) == Leaf.Skeleton(got);

    private static bool IimIsNewer(JsonElement file) =>
        file.TryGetProperty("Photoshop:IPTCDigest", out var then) && file.TryGetProperty("File:CurrentIPTCDigest", out var now) && then.GetString() != now.GetString();

    private static string? Texts(JsonElement file, string tag, bool isList)
    {
        if (!TryFind(file, tag, out var value))
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

    /// <summary>Of a language alternative without a default the first language; where the first IIM block is empty, the next one.</summary>
    private static bool TryFind(JsonElement file, string tag, out JsonElement value)
    {
        if (file.TryGetProperty(tag, out value))
        {
            return true;
        }

        var other = tag.StartsWith("IPTC:", StringComparison.Ordinal)
            ? file.EnumerateObject().Any(one => one.Name.StartsWith("IPTC:", StringComparison.Ordinal)) ? null : tag.Replace("IPTC:", "IPTC2:", StringComparison.Ordinal)
            : tag.StartsWith("XMP-dc:", StringComparison.Ordinal) ? file.EnumerateObject().Select(one => one.Name).FirstOrDefault(name => name.StartsWith(tag + "-", StringComparison.Ordinal)) : null;
        return other is not null && file.TryGetProperty(other, out value);
    }

    private static List<JsonElement> Exiftool(string folder)
    {
        string[] arguments =
        [
            "-r", "-j", "-G1", "-struct", "-fast", "-IPTCDigest", "-CurrentIPTCDigest", "-XMP-dc:all", "-XMP-photoshop:all", "-XMP-iptcCore:all", "-XMP-tiff:all", "-XMP-xmp:all", "-IPTC:all", "-Warning",
            "-IFD0:all", "-ExifIFD:DateTimeOriginal", folder,
        ];
        try
        {
            using var exiftool = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("MEDIADESK_EXIFTOOL") ?? "exiftool", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
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

    [GeneratedRegex("Empty XMP|Suspicious|[Aa]borted|Install IO::Uncompress|Skipped unknown")]
    private static partial Regex GaveUp();
}
