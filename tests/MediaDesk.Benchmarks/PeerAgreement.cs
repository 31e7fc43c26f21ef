using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Writing;
using MediaDesk.Metadata.Xmp;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Xmp;

namespace MediaDesk.Benchmarks;

/// <summary>
/// How much of the IPTC texts that exiftool finds in real and broken files each of the others finds, what each does with files it
/// cannot read, and what becomes of a Latin-1 block when a tool is asked to write into it. The rows of the library's README.
/// </summary>
internal static class PeerAgreement
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".psd", ".heic", ".avif", ".jxl", ".jp2", ".dng", ".nef", ".cr2", ".arw", ".xmp"];

    public static void Measure(ResultTable table)
    {
        using var exiftool = Exiftool.Start();
        var files = Directory.EnumerateFiles(Corpus(), "*", SearchOption.AllDirectories).Where(file => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal).ToList();
        var expected = files.ToDictionary(file => file, file => Expected(exiftool, file));
        var values = expected.Values.Sum(texts => texts.Count);
        table.Add($"IPTC texts of IIM and XMP that exiftool reads in {files.Count} files", $"{values:N0}", $"{expected.Values.Sum(Accented):N0} beyond ASCII");
        Found("MediaDesk.Metadata", files, expected, Ours, table);
        Found("MetadataExtractor", files, expected, MetadataExtractorReads, table);
        Found("exiv2", files, expected, Exiv2Reads, table);
        foreach (var (tool, write) in new (string, Action<string>)[] { ("MediaDesk.Metadata", WriteOurs), ("exiftool", file => exiftool.Run("-overwrite_original", "-codedcharacterset=utf8", $"-IPTC:Headline={NewHeadline}", $"-XMP-photoshop:Headline={NewHeadline}", file)), ("exiv2", WriteByExiv2) })
        {
            table.Add($"  {tool}: a Latin-1 byline after a UTF-8 headline was written", AfterWriting(exiftool, write));
        }
    }

    private const string NewHeadline = "Чемпионат";
    private const string Byline = "José Ångström";

    private static void Found(
        string tool, List<string> files, Dictionary<string, List<string>> expected, Func<string, HashSet<string>?> read, ResultTable table)
    {
        var (found, accented, gaveUp, slowest) = (0, 0, 0, TimeSpan.Zero);
        foreach (var file in files)
        {
            var started = Stopwatch.GetTimestamp();
            var texts = read(file);
            var took = Stopwatch.GetElapsedTime(started);
            slowest = took > slowest ? took : slowest;
            gaveUp += texts is null ? 1 : 0;
            var here = expected[file].Where(text => texts?.Contains(text) == true).ToList();
            found += here.Count;
            accented += Accented(here);
        }

        table.Add($"  {tool}: found", $"{100.0 * found / expected.Values.Sum(texts => texts.Count):0.0} %", $"beyond ASCII {100.0 * accented / expected.Values.Sum(Accented):0.0} %");
        table.Add($"  {tool}: files given up, slowest file", $"{gaveUp}, {slowest.TotalSeconds:0.00} s");
    }

    private static int Accented(IEnumerable<string> texts) => texts.Count(text => !Ascii.IsValid(text));

    /// <summary>Texts in the standard's XMP namespaces and in IIM; decoded as exiftool does when no character set is declared: as UTF-8 where it is that.</summary>
    private static List<string> Expected(Exiftool exiftool, string file)
    {
        var said = exiftool.Run("-j", "-n", "-G0", "-a", "-struct", "-charset", "iptc=UTF8", "-IPTC:all", "-XMP-dc:all", "-XMP-photoshop:all", "-XMP-iptcCore:all", "-XMP-iptcExt:all", "--CodedCharacterSet", file);
        var texts = new List<string>();
        if (said.StartsWith('['))
        {
            using var json = JsonDocument.Parse(said);
            foreach (var tag in json.RootElement[0].EnumerateObject().Where(tag => tag.Name.StartsWith("IPTC:", StringComparison.Ordinal) || tag.Name.StartsWith("XMP:", StringComparison.Ordinal)))
            {
                Collect(tag.Value, texts);
            }
        }

        // Numbers and dates are written in a form of its own by each.
        return [.. texts.Select(Plain).Where(text => text.Length > 1 && text.Any(char.IsLetter) && !text.Contains('\uFFFD') && !text.Contains('?'))];
    }

    private static void Collect(JsonElement value, List<string> texts)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                texts.Add(value.GetString()!);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Collect(item, texts);
                }

                break;
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject())
                {
                    Collect(field.Value, texts);
                }

                break;
        }
    }

    private static HashSet<string>? Ours(string path)
    {
        using var file = File.OpenRead(path);
        var layers = MetadataReader.ReadLayers(file);
        var texts = layers.Iim.SelectMany(layer => layer.Datasets).Select(dataset => dataset.Text).Concat(layers.Xmp.SelectMany(packet => packet.Properties).SelectMany(Texts));
        return [.. texts.OfType<string>().Select(Plain)];
    }

    private static IEnumerable<string?> Texts(XmpNode node) => node.Nodes.SelectMany(Texts).Prepend(node.Text);

    private static HashSet<string>? MetadataExtractorReads(string path)
    {
        try
        {
            var directories = MetadataExtractor.ImageMetadataReader.ReadMetadata(path);
            var iptc = directories.OfType<IptcDirectory>().SelectMany(directory => directory.Tags.SelectMany(tag => (directory.GetObject(tag.Type) as Array)?.Cast<object?>().Select(item => item?.ToString()) ?? [directory.GetObject(tag.Type)?.ToString()]));
            var xmp = directories.OfType<XmpDirectory>().SelectMany(directory => directory.GetXmpProperties().Values);
            return [.. iptc.Concat(xmp).OfType<string>().Select(Plain)];
        }
        catch (Exception)
        {
            // Whatever it throws, the caller of a library has no metadata then.
            return null;
        }
    }

    private static HashSet<string>? Exiv2Reads(string path)
    {
        var (code, said) = Run("exiv2", "-q", "-g", "Iptc", "-g", "Xmp", "-Pv", path);
        // 1 is "no such metadata in the file", above 128 a crash.
        return code > 1 ? null : [.. said.Split('\n').SelectMany(line => line.Split(", ").Append(line)).Select(line => Plain(line.StartsWith("lang=", StringComparison.Ordinal) ? line[(line.IndexOf(' ') + 1)..] : line))];
    }

    private static string AfterWriting(Exiftool exiftool, Action<string> write)
    {
        var file = Path.Combine(Path.GetTempPath(), $"mediadesk-latin-{Guid.NewGuid():n}.jpg");
        try
        {
            File.Copy(Directory.EnumerateFiles(Path.Combine(Root(), "sample-media"), "*.jpg").Order(StringComparer.Ordinal).First(), file);
            exiftool.Run("-overwrite_original", "-all=", file);
            exiftool.Run("-overwrite_original", "-charset", "iptc=Latin", $"-IPTC:By-line={Byline}", "-IPTC:CodedCharacterSet=", file);
            write(file);
            using var photo = File.OpenRead(file);
            var reading = MetadataReader.Read(photo);
            return reading.Fields.Text(NewsroomFields.Headline.Id) == NewHeadline && exiftool.Run("-s3", "-IPTC:By-line", file).Trim() == Byline ? "right" : "damaged";
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void WriteOurs(string file) =>
        MetadataWriter.WriteFile(file, ImmutableDictionary<string, FieldValue?>.Empty.Add(NewsroomFields.Headline.Id, FieldValue.Of(NewHeadline)));

    private static void WriteByExiv2(string file) =>
        Run("exiv2", "-M", $"set Iptc.Application2.Headline {NewHeadline}", "-M", "set Iptc.Envelope.CharacterSet \u001b%G", "-M", $"set Xmp.photoshop.Headline {NewHeadline}", file);

    private static (int Code, string Said) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Corpus() =>
        Path.Combine(Root(), "../shared/corpus") is var corpus && Directory.Exists(corpus) ? corpus
            : throw new InvalidOperationException("The comparison needs the corpus of real files beside the repository.");

    private static string Root()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "MediaDesk.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The benchmarks run inside their repository.");
        }

        return root;
    }
}
