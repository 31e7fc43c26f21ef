using System.Text.RegularExpressions;
using MediaDesk.Metadata.Tests.Files;
using MediaDesk.Metadata.Writing;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>
/// One property written into every real JPEG, PNG, WebP and TIFF: exiftool sees that change and no other, no new fault, and the same
/// image data. Which property goes round from file to file.
/// </summary>
public sealed partial class CorpusWritingTests : IDisposable
{
    private static readonly string[] XmpTags =
    [
        "XMP-photoshop:", "XMP-dc:", "XMP-iptcCore:",
    ];

    /// <summary>A property, what is written, and the tags by which exiftool shows it: in XMP, in IIM, in EXIF, and how it reads there.</summary>
    private static readonly (string Id, FieldValue Value, string Xmp, string? Iim, string[] Others)[] Changes =
    [
        ("headline", FieldValue.Of("Zoë’s новая headline")!, "XMP-photoshop:Headline", "IPTC:Headline", []),
        ("description", FieldValue.Of("Zoë’s новая headline")!, "XMP-dc:Description", "IPTC:Caption-Abstract", ["IFD0:ImageDescription", "XMP-tiff:ImageDescription"]),
        ("keywords", FieldValue.Of(["Zoë’s новая headline"])!, "XMP-dc:Subject", "IPTC:Keywords", []),
        ("creatorNames", FieldValue.Of(["Zoë’s новая headline"])!, "XMP-dc:Creator", "IPTC:By-line", ["IFD0:Artist", "XMP-tiff:Artist"]),
        ("copyrightNotice", FieldValue.Of("Zoë’s новая headline")!, "XMP-dc:Rights", "IPTC:CopyrightNotice", ["IFD0:Copyright", "XMP-tiff:Copyright"]),
        ("dateCreated", FieldValue.Of("2001-02-03T04:05:06+07:00")!, "XMP-photoshop:DateCreated", "IPTC:DateCreated", ["IPTC:TimeCreated", "ExifIFD:DateTimeOriginal", "ExifIFD:SubSecTimeOriginal", "ExifIFD:OffsetTimeOriginal"]),
        ("altTextAccessibility", FieldValue.Of("Zoë’s новая headline")!, "XMP-iptcCore:AltTextAccessibility", null, []),
        ("locationsShown", FieldValue.Of([new FieldValues([KeyValuePair.Create("city", FieldValue.Of("Zoë’s новая headline")!)])])!, "XMP-iptcExt:LocationShown", null, []),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mediadesk-written-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void OneProperty_IsAllThatChanges()
    {
        var (written, refusals) = (new List<Copy>(), new List<string>());
        foreach (var path in Corpus.Files("corpus"))
        {
            using var source = File.OpenRead(path);
            if (MetadataReader.Read(source) is not { Format: PhotoFormat.Jpeg or PhotoFormat.Png or PhotoFormat.WebP or PhotoFormat.Tiff, ImageDataHash: not null })
            {
                continue;
            }

            var copy = Path.Combine(folder.FullName, written.Count + Path.GetExtension(path));
            var change = (written.Count + Round) % Changes.Length;
            using var target = new FileStream(copy, FileMode.Create, FileAccess.ReadWrite);
            var result = MetadataWriter.Write(source, target, new Dictionary<string, FieldValue?> { [Changes[change].Id] = Changes[change].Value });
            if (result.IsWritten)
            {
                written.Add(new(path, copy, change, result.Warnings.Any(warning => warning.Contains("damaged", StringComparison.Ordinal))));
            }
            else
            {
                refusals.Add($"{path}: {result.Refusal}");
            }
        }

        var differences = written.Chunk(100).SelectMany(copies => Tags(copies.Select(copy => copy.Original)).Zip(Tags(copies.Select(copy => copy.File)), copies)
            .SelectMany(one => Differences(one.First, one.Second, one.Third))).ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences in {written.Count} files\n{string.Join('\n', differences)}");
        refusals.RemoveAll(refusal => IsBrokenOnPurpose().IsMatch(refusal));
        Assert.True(refusals.Count == 0, string.Join('\n', refusals));
    }

    /// <summary>Where the round of properties begins; all of them on all files take eight runs.</summary>
    private static int Round => int.Parse(Environment.GetEnvironmentVariable("MEDIADESK_ROUND") ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Tags(IEnumerable<string> files) => OtherReaders.Exiftool(["-validate", "-api", "ImageHashType=SHA256", "-ImageDataHash"], [.. files]);

    /// <summary>A repair brings to light what could not be read before, and may cost the one thing that was broken.</summary>
    private static IEnumerable<string> Differences(Dictionary<string, string> before, Dictionary<string, string> after, Copy copy)
    {
        var (id, value, xmp, iim, others) = Changes[copy.Change];
        var isRepaired = copy.IsRepaired || before.GetValueOrDefault("ExifTool:Warning", "").Contains("Empty XMP", StringComparison.Ordinal);
        var mayVanish = isRepaired ? 1 : 0;
        string Now(string tag) => after.GetValueOrDefault(tag, "nothing");
        var text = id == "dateCreated" ? "2001:02:03 04:05:06+07:00" : value.AllTexts().Single();
        var isIimRight = iim is null || Now("File:FileType") is not ("JPEG" or "TIFF") ||
            (Now(iim).Split('|').Any(part => text.StartsWith(part, StringComparison.Ordinal)) && Now("Photoshop:IPTCDigest") == Now("File:CurrentIPTCDigest"));
        if (!Now(xmp).Split('|').Contains(text) || !isIimRight)
        {
            yield return $"{copy.Original}: {id} “{Now(xmp)}” and “{Now(iim ?? "")}”, digest {Now("Photoshop:IPTCDigest")} of {Now("File:CurrentIPTCDigest")}";
        }

        foreach (var warning in Warnings(after, before).Except(Warnings(before, after)).Where(_ => !IsAddressOutside(before)))
        {
            yield return $"{copy.Original}: new warning “{warning}”";
        }

        foreach (var tag in before.Keys.Union(after.Keys).Where(tag => tag != xmp && tag != iim && !others.Contains(tag) && !Expected().IsMatch(tag)))
        {
            var (was, now) = (before.GetValueOrDefault(tag), after.GetValueOrDefault(tag));
            if (was is null && IsAddressOutside(before))
            {
                continue;
            }

            if (isRepaired && (was is null || (now is null && mayVanish-- > 0)))
            {
                continue;
            }

            if (was != now && !IsCopiedBetweenLayers(tag, before) && !IsReencoded(tag, was, now))
            {
                yield return $"{copy.Original} with {id}: {tag} “{was}” became “{now}”";
            }
        }
    }

    /// <summary>Stray bytes are named by the segment before them; and a packet behind a header of its own is not validated, while one behind the standard's is.</summary>
    private static IEnumerable<string> Warnings(Dictionary<string, string> tags, Dictionary<string, string> before) =>
        tags.GetValueOrDefault("ExifTool:Warning", "").Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Where(warning => !warning.Contains("Skipped unknown", StringComparison.Ordinal))
            .Where(warning => !warning.Contains("empty rdf:", StringComparison.Ordinal) || !before.GetValueOrDefault("ExifTool:Warning", "").Contains("Non-standard header", StringComparison.Ordinal));

    /// <summary>A layer that was not there says all that the other says; and where IIM was newer, XMP says now what it says.</summary>
    private static bool IsCopiedBetweenLayers(string tag, Dictionary<string, string> before) =>
        tag.StartsWith("IPTC:", StringComparison.Ordinal) ? !before.Keys.Any(other => other.StartsWith("IPTC", StringComparison.Ordinal))
        : XmpTags.Any(group => tag.StartsWith(group, StringComparison.Ordinal)) && (IimIsNewer(before) || !before.Keys.Any(other => other.StartsWith("XMP-", StringComparison.Ordinal)));

    private static bool IimIsNewer(Dictionary<string, string> file) =>
        file.TryGetValue("Photoshop:IPTCDigest", out var then) && file.TryGetValue("File:CurrentIPTCDigest", out var now) && then != now;

    /// <summary>exiftool reads undeclared IIM as Latin-1; ours is UTF-8 and says so.</summary>
    private static bool IsReencoded(string tag, string? was, string? now) =>
        tag.StartsWith("IPTC", StringComparison.Ordinal) && was is not null && now is not null && !System.Text.Ascii.IsValid(was);

    /// <summary>Suites and samples of damaged image data.</summary>
    [GeneratedRegex("ImageTestSuite|PngSuite/x|poc")]
    private static partial Regex IsBrokenOnPurpose();

    /// <summary>The change itself, what is derived from other tags, places in the file, and what WebP itself says of its form.</summary>
    [GeneratedRegex("^(SourceFile|ExifTool:.*|System:.*|Composite:.*|.*:(ThumbnailOffset|StripOffsets|MPImageStart)|File:FileType|RIFF:WebP_Flags|IFD0:ApplicationNotes|IFD0:IPTC-NAA|IPTC.*:CodedCharacterSet|.*IPTCDigest|XMP-x:XMPToolkit|IPTC:ApplicationRecordVersion)$")]
    private static partial Regex Expected();

    /// <summary>Where maker notes or directories point behind the end of the block, they find something when it grows.</summary>
    private static bool IsAddressOutside(Dictionary<string, string> before) =>
        before.GetValueOrDefault("ExifTool:Warning", "") is var warnings && (warnings.Contains("Bad offset", StringComparison.Ordinal) || warnings.Contains("overlaps IFD", StringComparison.Ordinal));

    private sealed record Copy(string Original, string File, int Change, bool IsRepaired);
}
