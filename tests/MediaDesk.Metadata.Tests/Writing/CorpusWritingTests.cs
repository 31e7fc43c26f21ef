using System.Text.RegularExpressions;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;
using MediaDesk.Metadata.Writing;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>One field written into every real JPEG, PNG and WebP: exiftool sees that change and no other.</summary>
public sealed partial class CorpusWritingTests : IDisposable
{
    private const string Headline = "Zoë’s новая headline";

    private static readonly string[] XmpTags =
    [
        "XMP-photoshop:", "XMP-dc:", "XMP-iptcCore:",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mediadesk-written-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("corpus/grid", 2)]
    [InlineData("corpus", 5)]
    public void OneFieldWritten_IsAllThatChanges(string name, int mostRefusalsInHundred)
    {
        var (originals, copies, refusals) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var path in Corpus.Files(name))
        {
            using var source = File.OpenRead(path);
            if (MetadataReader.Read(source) is not { Format: PhotoFormat.Jpeg or PhotoFormat.Png or PhotoFormat.WebP, ImageDataHash: not null })
            {
                continue;
            }

            var copy = Path.Combine(folder.FullName, copies.Count + Path.GetExtension(path));
            using var target = new FileStream(copy, FileMode.Create, FileAccess.ReadWrite);
            var result = MetadataWriter.Write(source, target, new Dictionary<string, FieldValue?> { ["headline"] = FieldValue.Of(Headline) });
            if (result.IsWritten)
            {
                originals.Add(path);
                copies.Add(copy);
            }
            else
            {
                refusals.Add($"{path}: {result.Refusal}");
            }
        }

        Assert.NotEmpty(copies);
        var differences = originals.Zip(copies).Chunk(100).SelectMany(files => OtherReaders.Exiftool([.. files.Select(file => file.First)])
            .Zip(OtherReaders.Exiftool([.. files.Select(file => file.Second)]), Differences)).SelectMany(one => one).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.True(refusals.Count * 100 <= mostRefusalsInHundred * (refusals.Count + copies.Count), string.Join('\n', refusals));
    }

    private static IEnumerable<string> Differences(Dictionary<string, string> before, Dictionary<string, string> after)
    {
        string Now(string tag) => after.GetValueOrDefault(tag, "nothing");
        var isIimRight = Now("IPTC:Headline").Split('|').Contains(Headline) && Now("Photoshop:IPTCDigest") == Now("File:CurrentIPTCDigest");
        if (Now("XMP-photoshop:Headline") != Headline || (Now("File:FileType") == "JPEG" && !isIimRight))
        {
            yield return $"{before["SourceFile"]}: headline “{Now("XMP-photoshop:Headline")}” and “{Now("IPTC:Headline")}”, digest {Now("Photoshop:IPTCDigest")} of {Now("File:CurrentIPTCDigest")}";
        }

        foreach (var tag in before.Keys.Union(after.Keys).Where(tag => !Expected().IsMatch(tag)))
        {
            var (was, now) = (before.GetValueOrDefault(tag), after.GetValueOrDefault(tag));
            if (was != now && !((was is null || IimIsNewer(before)) && IsCopiedBetweenLayers(tag)) && !IsReencoded(tag, was, now))
            {
                yield return $"{before["SourceFile"]} {tag}: “{was}” became “{now}”";
            }
        }
    }

    /// <summary>What one layer said alone now stands in the other too.</summary>
    private static bool IsCopiedBetweenLayers(string tag) => tag.StartsWith("IPTC:", StringComparison.Ordinal) || XmpTags.Any(group => tag.StartsWith(group, StringComparison.Ordinal));

    private static bool IimIsNewer(Dictionary<string, string> file) =>
        file.TryGetValue("Photoshop:IPTCDigest", out var then) && file.TryGetValue("File:CurrentIPTCDigest", out var now) && then != now;

    /// <summary>exiftool reads undeclared IIM as Latin-1; ours is UTF-8 and says so.</summary>
    private static bool IsReencoded(string tag, string? was, string? now) =>
        tag.StartsWith("IPTC", StringComparison.Ordinal) && was is not null && now is not null && !System.Text.Ascii.IsValid(was);

    /// <summary>The change itself, what is derived from other tags, places in the file, and what WebP itself says of its form.</summary>
    [GeneratedRegex("^(SourceFile|ExifTool:.*|System:.*|Composite:.*|.*:(ThumbnailOffset|StripOffsets|MPImageStart)|File:FileType|RIFF:WebP_Flags|XMP-photoshop:Headline|IPTC.*:(Headline|CodedCharacterSet)|.*IPTCDigest|XMP-x:XMPToolkit|IPTC:ApplicationRecordVersion)$")]
    private static partial Regex Expected();
}
