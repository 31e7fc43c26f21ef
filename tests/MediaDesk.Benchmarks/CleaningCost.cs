using System.Diagnostics;
using System.Globalization;
using System.Text;
using MediaDesk.Cleaning;
using MediaDesk.CleaningOrder;
using MediaDesk.Credits;
using MediaDesk.Ingest;
using MediaDesk.Metadata;

namespace MediaDesk.Benchmarks;

/// <summary>What cleaning adds to the ingest of a photo: the rules over the fields of the usual kinds of files.</summary>
internal static class CleaningCost
{
    private static readonly (string Byline, string Credit, string Source)[] Kinds =
    [
        ("Jane Doe", "AFP via Getty Images", "AFP"), ("JANE DOE", "JANE DOE/AFP/Getty Images", "AFP"), ("Jane Doe", "REUTERS", "REUTERS"),
        ("By JANE DOE/AFP", "© 2023 GETTY IMAGES", ""), ("", "(Photo by Jane Doe/NurPhoto via Getty Images)", "NurPhoto"), ("-", "AP", "AP"),
    ];

    public static void Measure(ResultTable table)
    {
        var cleaner = new Cleaner(new(), new CurrentAgencies(AgencyCatalogue.Seeded));
        var readings = Enumerable.Range(0, 3_000).Select(n => Reading(Kinds[n % Kinds.Length], n)).ToArray();
        for (var round = 0; round < 5; round++)
        {
            Clean();
        }

        var before = Process.GetCurrentProcess().TotalProcessorTime;
        const int rounds = 10;
        for (var round = 0; round < rounds; round++)
        {
            Clean();
        }

        var each = (Process.GetCurrentProcess().TotalProcessorTime - before) / (rounds * readings.Length);
        table.Add("rules over the fields of one photo", $"{each.TotalMicroseconds.ToString("0", CultureInfo.InvariantCulture)} µs of one core", "under 1 % of a 24 MP photo's ingest");

        void Clean()
        {
            foreach (var reading in readings)
            {
                cleaner.Clean(reading, []);
            }
        }
    }

    /// <summary>Ingest of photos so small that rows are most of it, with all rules on and off, on two desks in turn: the history of the rules is part of their cost.</summary>
    public static async Task MeasureIngestAsync(ResultTable table)
    {
        const int slices = 9;
        const int slice = 40;
        await using var on = await BenchmarkDesk.OpenAsync();
        await using var off = await BenchmarkDesk.OpenAsync();
        await off.Get<CleaningEditor>().SetAsync([.. CleaningRules.All.Select(rule => (rule.Id, false))], "benchmark", CancellationToken.None);
        await on.StartAsync();
        await off.StartAsync();
        var folder = Directory.CreateTempSubdirectory("mediadesk-benchmark-credits-").FullName;
        var (withRules, without) = (0.0, 0.0);
        for (var number = 0; number < slices; number++)
        {
            var files = Enumerable.Range(number * slice, slice).Select(n => Credited(folder, n)).ToArray();
            // The first slice is for warming both sides alike.
            var (first, second) = number % 2 == 0 ? (on, off) : (off, on);
            var (one, other) = (await CpuAsync(first, files), await CpuAsync(second, files));
            withRules += number == 0 ? 0 : number % 2 == 0 ? one : other;
            without += number == 0 ? 0 : number % 2 == 0 ? other : one;
        }

        Directory.Delete(folder, recursive: true);
        const int counted = (slices - 1) * slice;
        table.Add("CPU that cleaning and its history add to one ingest", $"{((withRules - without) / counted).ToString("0.00", CultureInfo.InvariantCulture)} ms", "with proposals under 3 % of a 24 MP photo's");
        table.Add("  of the ingest of a photo of 64 by 48 pixels", $"{(without / counted).ToString("0.00", CultureInfo.InvariantCulture)} ms");
    }

    private static async Task<double> CpuAsync(BenchmarkDesk desk, string[] files)
    {
        var inbox = desk.Get<IngestInbox>();
        var before = Cpu();
        var batch = await inbox.BeginBatchAsync(CancellationToken.None);
        await inbox.AcceptFilesAsync(batch, files, "benchmark", CancellationToken.None);
        var report = await inbox.WaitAsync(batch, CancellationToken.None);
        return report.Added == files.Length ? Cpu() - before : throw new InvalidOperationException($"Only {report.Added} of {files.Length} photos were added.");
    }

    private static double Cpu() => ProcessUse.Children().Append(Environment.ProcessId).Sum(id => ProcessUse.Cpu(id).TotalMilliseconds);

    /// <summary>A photo of its own pixels whose credit three rules have something to do with.</summary>
    private static string Credited(string folder, int number)
    {
        using var image = NetVips.Image.Gaussnoise(64, 48, sigma: 30, mean: 128, seed: number).Cast(NetVips.Enums.BandFormat.Uchar);
        var plain = image.JpegsaveBuffer(keep: NetVips.Enums.ForeignKeep.None);
        var body = Encoding.UTF8.GetBytes(
            "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" dc:creator=\"JANE DOE\" photoshop:Credit=\"JANE DOE/AFP/GETTY IMAGES\"/></rdf:RDF></x:xmpmeta>");
        var path = Path.Combine(folder, $"credited-{number:0000}.jpg");
        File.WriteAllBytes(path, [.. plain[..2], 0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. plain[2..]]);
        return path;
    }

    private static FieldValues Reading((string Byline, string Credit, string Source) kind, int n) =>
        FieldValues.Empty.With("creatorNames", FieldValue.Of([kind.Byline])).With("creditLine", FieldValue.Of(kind.Credit)).With("source", FieldValue.Of(kind.Source))
            .With("description", FieldValue.Of($"Runner {n} crosses the line.")).With("jobtitle", FieldValue.Of("STRINGER"));
}
