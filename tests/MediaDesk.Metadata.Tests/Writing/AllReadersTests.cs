using System.Globalization;
using System.Text;
using System.Text.Json;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>
/// Every property that IIM carries, in every script and every format, written by us and read by exiftool and exiv2: equal texts, no new
/// warning, the same image data and pixels, and a digest that holds.
/// </summary>
public sealed class AllReadersTests : IDisposable
{
    /// <summary>ASCII, accents, Cyrillic, Arabic, emoji, and longer than any limit of IIM with characters of two bytes at every cut.</summary>
    private static readonly string[] Texts =
    [
        "Plain & <simple> \"text\"", "Zoë Trübiger, Ærø “Ö”", "Снег в Москве", "صورة من القاهرة", "Fire 🔥 and 👩‍🚒", "x" + string.Concat(Enumerable.Repeat("длинный-", 300)) + "end",
    ];

    private static readonly string[] Dates = ["2020-02-03T04:05:06+01:00", "2020-02-03T04:05:06", "2020-02-03", "2019-12-31T23:59:59Z", "2020-02", "2020"];

    private static readonly Dictionary<string, string> Exiv2Names = new(StringComparer.Ordinal)
    {
        ["cityName"] = "City", ["copyrightNotice"] = "Copyright", ["countryName"] = "CountryName", ["countryCode"] = "CountryCode", ["creatorNames"] = "Byline",
        ["jobtitle"] = "BylineTitle", ["creditLine"] = "Credit", ["dateCreated"] = "DateCreated", ["description"] = "Caption", ["captionWriter"] = "Writer",
        ["headline"] = "Headline", ["instructions"] = "SpecialInstructions", ["intellectualGenre"] = "ObjectAttribute", ["jobid"] = "TransmissionReference",
        ["keywords"] = "Keywords", ["provinceState"] = "ProvinceState", ["source"] = "Source", ["subjectCodes"] = "Subject", ["sublocationName"] = "SubLocation", ["title"] = "ObjectName",
    };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mediadesk-written-");

    public static TheoryData<string> Formats => [.. RealPhotos.ByFormat.Keys];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Formats))]
    public void IimBackedProperties_InEveryScript_ReadBackEqual(string format)
    {
        var original = RealPhotos.ByFormat[format];
        var properties = IptcStandard.Properties.Where(property => !property.IimDatasets.IsEmpty).ToList();
        Assert.Equal(20, properties.Count);
        var untouched = Path.Combine(folder.FullName, "original." + format);
        File.WriteAllBytes(untouched, original);
        var written = properties.SelectMany(property => Write(original, property, format)).ToList();

        var hasIim = format is "jpg" or "tif" or "big.tif";
        var files = written.Select(one => one.File).Prepend(untouched).ToArray();
        var tags = OtherReaders.Exiftool(["-validate", "-api", "ImageHashType=SHA256", "-ImageDataHash"], files);
        var texts = OtherReaders.Exiv2(files);
        var names = Names();
        foreach (var (i, (file, property, text)) in written.Index())
        {
            var exiftool = tags[i + 1];
            Assert.Equal(Warnings(tags[0]), Warnings(exiftool));
            Assert.Equal(tags[0].GetValueOrDefault("File:ImageDataHash"), exiftool.GetValueOrDefault("File:ImageDataHash"));
            Assert.Equal(format is "big.tif", !exiftool.ContainsKey("File:ImageDataHash"));
            Assert.Equal(Xmp(property, text), exiftool[names[property.Id].Xmp]);
            // exiv2 does not read BigTIFF.
            var exiv2 = format == "big.tif" ? null : texts[file];
            Assert.EndsWith(text, exiv2?["Xmp." + property.Xmp.Replace("Iptc4xmpCore", "iptc", StringComparison.Ordinal).Replace(':', '.')] ?? text, StringComparison.Ordinal);
            if (hasIim)
            {
                Assert.Equal(("UTF8", exiftool["File:CurrentIPTCDigest"]), (exiftool["IPTC:CodedCharacterSet"], exiftool["Photoshop:IPTCDigest"]));
                Assert.Equal(Iim(property, text, "yyyy:MM:dd"), exiftool.GetValueOrDefault(names[property.Id].Iim));
                if (exiv2 is not null)
                {
                    Assert.Equal(Iim(property, text, "yyyy-MM-dd"), exiv2.GetValueOrDefault($"Iptc.Application2.{Exiv2Names[property.Id]}"));
                }
            }
        }
    }

    /// <summary>Writes each text, has it read back by us, compares the pixels, and gives the files.</summary>
    private IEnumerable<(string File, IptcProperty Property, string Text)> Write(byte[] original, IptcProperty property, string format)
    {
        var pixels = RealPhotos.Pixels(original);
        foreach (var (n, text) in (IsDate(property) ? Dates : Texts).Index())
        {
            var value = property.IsList ? FieldValue.Of([text]) : FieldValue.Of(text);
            var written = Written.To(original, new Dictionary<string, FieldValue?> { [property.Id] = value });
            Assert.Equal(PhotoBytes.Read(original).Fields.With(property.Id, value), PhotoBytes.Read(written).Fields);
            Assert.Equal(pixels, RealPhotos.Pixels(written));
            var file = Path.Combine(folder.FullName, $"{property.Id}.{n}.{format}");
            File.WriteAllBytes(file, written);
            yield return (file, property, text);
        }
    }

    /// <summary>IIM wants three bytes of a country code; what is cut to whole characters may have two.</summary>
    private static IEnumerable<string> Warnings(Dictionary<string, string> tags) =>
        tags.GetValueOrDefault("ExifTool:Warning", "").Split('|').Where(warning => warning.Length > 0 && !warning.Contains("PrimaryLocationCode too short", StringComparison.Ordinal));

    private static bool IsDate(IptcProperty property) => property.Kind == IptcKind.Date;

    /// <summary>exiftool shows dates with colons.</summary>
    private static string Xmp(IptcProperty property, string text) =>
        IsDate(property) ? text[..Math.Min(10, text.Length)].Replace('-', ':') + text[Math.Min(10, text.Length)..].Replace('T', ' ') : text;

    /// <summary>What IIM can say: the characters that fit in whole, and only whole days.</summary>
    private static string? Iim(IptcProperty property, string text, string day)
    {
        if (IsDate(property))
        {
            return text.Length < 10 ? null : DateTime.Parse(text[..10], CultureInfo.InvariantCulture).ToString(day, CultureInfo.InvariantCulture);
        }

        var (kept, bytes) = (new StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes().TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= property.IimMaxBytes))
        {
            kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    /// <summary>exiftool's names of the properties, as the standard gives them.</summary>
    private static Dictionary<string, (string Xmp, string Iim)> Names()
    {
        using var standard = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Corpus.Folder("iptc"), "iptc-pmd-techreference_2025.1.json")));
        return standard.RootElement.GetProperty("ipmd_top").EnumerateObject().Where(property => property.Value.TryGetProperty("etIIM", out _))
            .ToDictionary(property => property.Name, property => (property.Value.GetProperty("etXMP").GetString()!, property.Value.GetProperty("etIIM").GetString()!.Split('+')[0].Trim()));
    }
}
