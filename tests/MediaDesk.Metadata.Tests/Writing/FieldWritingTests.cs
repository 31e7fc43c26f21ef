using System.Text;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>Every newsroom field in every script, read back by us, by exiftool and by exiv2.</summary>
public sealed class FieldWritingTests : IDisposable
{
    /// <summary>ASCII, accents, Cyrillic, Arabic, emoji, and longer than any limit of IIM with characters of two bytes at every cut.</summary>
    private static readonly string[] Texts =
    [
        "Plain & <simple> \"text\"", "Zoë Trübiger, Ærø “Ö”", "Снег в Москве", "صورة من القاهرة", "Fire 🔥 and 👩‍🚒", "x" + string.Concat(Enumerable.Repeat("длинный-", 300)) + "end",
    ];

    private static readonly Dictionary<string, string> Exiv2Names = new(StringComparer.Ordinal)
    {
        ["headline"] = "Headline", ["description"] = "Caption", ["creatorNames"] = "Byline", ["jobtitle"] = "BylineTitle", ["creditLine"] = "Credit",
        ["source"] = "Source", ["copyrightNotice"] = "Copyright", ["sublocationName"] = "SubLocation", ["cityName"] = "City", ["provinceState"] = "ProvinceState",
        ["countryName"] = "CountryName", ["countryCode"] = "CountryCode", ["keywords"] = "Keywords", ["instructions"] = "SpecialInstructions", ["title"] = "ObjectName",
        ["jobid"] = "TransmissionReference", ["captionWriter"] = "Writer",
    };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mediadesk-written-");

    public static TheoryData<string> Ids => [.. Exiv2Names.Keys];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Jpeg_WithAFieldInAnyScript_ReadsBackEverywhere(string id)
    {
        var field = NewsroomFields.Find(id)!;
        var original = PhotoBytes.JpegOf(PhotoBytes.ExifSegment(new ExifText().Text(0x010F, "Camera").ToBytes()));
        var files = Write(original, field, "jpg").ToList();
        foreach (var ((file, text), tags) in files.Zip(OtherReaders.Exiftool([.. files.Select(file => file.File)])))
        {
            Assert.Equal(Written.FromScan(original), Written.FromScan(File.ReadAllBytes(file)));
            Assert.Equal((text, Cut(text, field)), (tags[ExiftoolAgreementTests.Tags[id][0]], tags[ExiftoolAgreementTests.Tags[id][1]]));
            Assert.Equal(("UTF8", tags["File:CurrentIPTCDigest"]), (tags["IPTC:CodedCharacterSet"], tags["Photoshop:IPTCDigest"]));
            var texts = OtherReaders.Exiv2(file);
            Assert.Equal(Cut(text, field), texts[$"Iptc.Application2.{Exiv2Names[id]}"]);
            Assert.EndsWith(text, texts[XmpKey(field)], StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void PngAndWebP_WithAFieldInAnyScript_ReadBackEverywhere(string id)
    {
        var field = NewsroomFields.Find(id)!;
        var simpleWebP = PhotoBytes.WebPOf();
        simpleWebP = [.. "RIFF"u8, .. BitConverter.GetBytes(simpleWebP.Length - 26), .. "WEBP"u8, .. simpleWebP[30..]];
        var files = Write(PhotoBytes.PngOf(), field, "png").Concat(Write(PhotoBytes.WebPOf(), field, "webp")).Concat(Write(simpleWebP, field, "simple.webp")).ToList();

        foreach (var ((_, text), tags) in files.Zip(OtherReaders.Exiftool([.. files.Select(file => file.File)])))
        {
            Assert.Equal(text, tags[ExiftoolAgreementTests.Tags[id][0]]);
            Assert.False(tags.ContainsKey("ExifTool:Warning"), tags.GetValueOrDefault("ExifTool:Warning"));
        }

        Assert.EndsWith(files[0].Text, OtherReaders.Exiv2(files[0].File)[XmpKey(field)], StringComparison.Ordinal);
    }

    /// <summary>Writes each text, has it read back by us, and gives the files.</summary>
    private IEnumerable<(string File, string Text)> Write(byte[] original, NewsroomField field, string extension)
    {
        foreach (var (n, text) in Texts.Index())
        {
            var written = Written.To(original, (field, Written.Value(field, text)));
            Assert.Equal(PhotoBytes.Read(original).Fields.With(field.Id, Written.Value(field, text)), PhotoBytes.Read(written).Fields);
            var file = Path.Combine(folder.FullName, $"{n}.{extension}");
            File.WriteAllBytes(file, written);
            yield return (file, text);
        }
    }

    private static string XmpKey(NewsroomField field) => "Xmp." + field.Xmp.Replace("Iptc4xmpCore", "iptc", StringComparison.Ordinal).Replace(':', '.');

    /// <summary>The characters that fit in whole.</summary>
    private static string Cut(string text, NewsroomField field)
    {
        var (kept, bytes) = (new StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes().TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= field.IimMaxBytes))
        {
            kept.Append(rune.ToString());
        }

        return kept.ToString();
    }
}
