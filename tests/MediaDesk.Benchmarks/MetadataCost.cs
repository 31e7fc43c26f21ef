using System.Diagnostics;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Writing;

namespace MediaDesk.Benchmarks;

/// <summary>Reading and writing the metadata of JPEGs, file by file beside exiftool kept open and MetadataExtractor.</summary>
internal static class MetadataCost
{
    private const int WarmingRounds = 60;
    private const int Rounds = 5;
    private const int MostFiles = 120;
    private const string DiskInMemory = "/dev/shm";

    public static void Measure(ResultTable table)
    {
        var photos = Photos();
        using var exiftool = Exiftool.Start();
        Reading(photos, exiftool, table);
        Writing(photos, exiftool, Path.GetTempPath(), "on the disk", table);
        if (Directory.Exists(DiskInMemory))
        {
            Writing(photos, exiftool, DiskInMemory, "on a disk in memory, where flushing costs nothing", table);
        }
    }

    private static void Reading(List<string> photos, Exiftool exiftool, ResultTable table)
    {
        // For the compiler, of either side.
        for (var round = 0; round < WarmingRounds; round++)
        {
            Each(photos, Read);
            Each(photos, ReadHeaders);
            Each(photos, ReadByMetadataExtractor);
        }

        Each(photos, photo => exiftool.Run("-j", "-G1", "-struct", photo));
        var (ours, headers, others, theirs) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.AddRange(Each(photos, Read));
            headers.AddRange(Each(photos, ReadHeaders));
            others.AddRange(Each(photos, ReadByMetadataExtractor));
        }

        theirs.AddRange(Each(photos, photo => exiftool.Run("-j", "-G1", "-struct", photo)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Each(photos, Read);
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / photos.Count;
        var metadata = photos.Average(MetadataBytes);

        table.Add($"Reading {photos.Count} JPEGs, median", $"{Median(ours):0.00} ms", "under 1");
        table.Add("  slowest file", $"{ours.Chunk(photos.Count).Aggregate((a, b) => [.. a.Zip(b, Math.Min)]).Max():0.0} ms");
        table.Add("  exiftool -stay_open against ours", $"{Median(theirs) / Median(ours):0} x", "at least 30");
        table.Add("  MetadataExtractor, which leaves the image out, against ours that hashes it", $"{Median(others) / Median(ours):0.0} x");
        table.Add("  MetadataExtractor, which leaves the image out, against ours that does so too", $"{Median(others) / Median(headers):0.0} x", "above 1");
        table.Add("  the same by all files together", $"{others.Sum() / headers.Sum():0.0} x");
        table.Add("  allocated for each file", $"{allocated / 1000.0:0} KB");
        table.Add("  beyond its metadata blocks", $"{(allocated - metadata) / 1000.0:0} KB", "under 100");
    }

    private static void Writing(List<string> photos, Exiftool exiftool, string disk, string where, ResultTable table)
    {
        var folder = Directory.CreateDirectory(Path.Combine(disk, $"mediadesk-benchmark-{Guid.NewGuid():n}")).FullName;
        try
        {
            var copies = photos.ConvertAll(photo => Path.Combine(folder, $"{Guid.NewGuid():n}.jpg"));
            var (ours, theirs) = (new List<double>(), new List<double>());
            var refused = 0;
            for (var round = 0; round < WarmingRounds; round++)
            {
                Each(photos, WriteInMemory);
            }

            for (var round = 0; round < 3; round++)
            {
                var headline = $"Round {round} of a headline — Besançon";
                Renew(photos, copies);
                ours.AddRange(Each(copies, copy => refused += MetadataWriter.WriteFile(copy, Headline(headline)).IsWritten ? 0 : 1));
                Renew(photos, copies);
                theirs.AddRange(Each(copies, copy => exiftool.Run("-overwrite_original", "-codedcharacterset=utf8", $"-XMP-photoshop:Headline={headline}", $"-IPTC:Headline={headline}", copy)));
            }

            var memory = Each(photos, WriteInMemory);
            var checkedByExiftool = Each(copies, copy =>
            {
                exiftool.Run("-overwrite_original", "-codedcharacterset=utf8", "-XMP-photoshop:Headline=Checked", "-IPTC:Headline=Checked", copy);
                exiftool.Run("-j", "-G1", "-struct", "-ImageDataHash", "-api", "RequestTags=ImageDataHash", copy);
            });
            table.Add($"Writing into {copies.Count} JPEGs with read-back, {where}, median", $"{Median(ours):0.00} ms", $"{refused / 3} refused");
            table.Add("  in memory, without the disk", $"{Median(memory):0.00} ms");
            table.Add("  exiftool -stay_open, neither flushed nor read back, against ours", $"{Median(theirs) / Median(ours):0.0} x");
            table.Add("  exiftool with its own read-back against ours", $"{Median(checkedByExiftool) / Median(ours):0.0} x", "at least 30");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void WriteInMemory(string photo)
    {
        using var source = new MemoryStream(File.ReadAllBytes(photo));
        MetadataWriter.Write(source, new MemoryStream(), Headline("Into memory"));
    }

    private static Dictionary<string, FieldValue?> Headline(string text) => new() { [NewsroomFields.Headline.Id] = FieldValue.Of(text) };

    private static void Renew(List<string> photos, List<string> copies)
    {
        foreach (var (photo, copy) in photos.Zip(copies))
        {
            File.Copy(photo, copy, overwrite: true);
        }
    }

    /// <summary>Agency JPEGs of the corpus where it is there, and the samples.</summary>
    private static List<string> Photos()
    {
        var root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "MediaDesk.sln")))
        {
            root = Path.GetDirectoryName(root);
        }

        string[] folders = [Path.Combine(root!, "sample-media"), Path.Combine(root!, "../shared/corpus/grid"), Path.Combine(root!, "../shared/iptc")];
        return
        [
            .. folders.Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.jp*g", SearchOption.AllDirectories))
                .Where(IsJpeg).Order(StringComparer.Ordinal).Take(MostFiles),
        ];
    }

    private static bool IsJpeg(string path)
    {
        using var file = File.OpenRead(path);
        return MetadataReader.Read(file).Format == PhotoFormat.Jpeg;
    }

    private static void Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        GC.KeepAlive(MetadataReader.Read(file));
    }

    private static void ReadHeaders(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        GC.KeepAlive(MetadataReader.ReadHeaders(file));
    }

    private static void ReadByMetadataExtractor(string path)
    {
        try
        {
            GC.KeepAlive(MetadataExtractor.ImageMetadataReader.ReadMetadata(path));
        }
        catch (Exception fault) when (fault is MetadataExtractor.ImageProcessingException or MetadataExtractor.MetadataException)
        {
            // It gives up on some real files. The time until then counts.
            GC.KeepAlive(fault);
        }
    }

    /// <summary>The bytes of a JPEG before its first scan, that is of its segments.</summary>
    private static long MetadataBytes(string path)
    {
        var bytes = File.ReadAllBytes(path);
        long at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] != 0xDA)
        {
            at += 2 + (bytes[at + 2] << 8) + bytes[at + 3];
        }

        return at;
    }

    private static List<double> Each(IEnumerable<string> photos, Action<string> act) =>
        [.. photos.Select(photo =>
        {
            var started = Stopwatch.GetTimestamp();
            act(photo);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        })];

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
