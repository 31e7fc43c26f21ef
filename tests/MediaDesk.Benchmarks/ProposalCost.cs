using System.Diagnostics;
using System.Text;
using MediaDesk.Ingest;
using MediaDesk.Proposals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Benchmarks;

/// <summary>Ingest of wire photos with empty fields, with and without making proposals, on two desks in turn.</summary>
internal static class ProposalCost
{
    /// <summary>Large ones; a slice of them is for warming.</summary>
    public const int Photos = 24;

    private const int SliceSize = 8;

    /// <summary>Of a warmed desk: photos so small that the rows are most of their ingest.</summary>
    private const int SmallPhotos = 400;

    public static async Task MeasureAsync(IReadOnlyList<string> photos, ResultTable table)
    {
        var folder = Directory.CreateTempSubdirectory("mediadesk-benchmark-captions-").FullName;
        var large = photos.Select((photo, number) => Captioned(folder, File.ReadAllBytes(photo), number)).ToList();
        var (with, without) = await CompareAsync(large, SliceSize);
        var count = large.Count - SliceSize;
        table.Add($"Ingest of {count} captioned photos of 24 MP, with proposals", $"{count / with.Seconds:0.00} /s");
        table.Add("  without proposals", $"{count / without.Seconds:0.00} /s");
        table.Add("  time with against without", $"{with.Seconds / without.Seconds:0.000} x", "at most 1.03");
        table.Add("  CPU with against without", $"{with.Cpu / without.Cpu:0.000} x");

        // The difference itself is lost in the noise of developing; where there is little to develop it can be seen.
        var small = Enumerable.Range(1000, SmallPhotos).Select(number => Captioned(folder, Small(number), number)).ToList();
        var (smallWith, smallWithout) = await CompareAsync(small, 50);
        var each = (smallWith.Cpu - smallWithout.Cpu) / (small.Count - 50);
        table.Add("  CPU of making one photo's proposals", $"{each:0.00} ms");
        table.Add("  of what a photo of 24 MP costs", $"{100 * each / (without.Cpu / count):0.00} %", "at most 3 %");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(Cost With, Cost Without)> CompareAsync(List<string> files, int slice)
    {
        await using var with = await BenchmarkDesk.OpenAsync();
        await using var without = await BenchmarkDesk.OpenAsync(WithoutProposals);
        await with.StartAsync();
        await without.StartAsync();
        var (sumWith, sumWithout, isWithFirst) = (default(Cost), default(Cost), true);
        // The first slice is for warming both sides alike.
        foreach (var (part, number) in files.Chunk(slice).Select((part, number) => (part, number)))
        {
            var first = await CostAsync(isWithFirst ? with : without, part);
            var second = await CostAsync(isWithFirst ? without : with, part);
            if (number > 0)
            {
                sumWith += isWithFirst ? first : second;
                sumWithout += isWithFirst ? second : first;
            }

            isWithFirst = !isWithFirst;
        }

        await CheckAsync(with, files.Count, hasProposals: true);
        await CheckAsync(without, files.Count, hasProposals: false);
        return (sumWith, sumWithout);
    }

    private static void WithoutProposals(IServiceCollection services)
    {
        services.Remove(services.Single(one => one.ServiceType == typeof(ISaveChangesInterceptor) && one.ImplementationFactory?.GetType().GenericTypeArguments[1] == typeof(ProposalKeeper)));
        services.Remove(services.Single(one => one.ImplementationType == typeof(ProposalFollowingWorker)));
    }

    private static async Task<Cost> CostAsync(BenchmarkDesk desk, string[] files)
    {
        var inbox = desk.Get<IngestInbox>();
        var (started, cpu) = (Stopwatch.GetTimestamp(), AllCpu());
        var batch = await inbox.BeginBatchAsync(CancellationToken.None);
        await inbox.AcceptFilesAsync(batch, files, "benchmark", CancellationToken.None);
        var report = await inbox.WaitAsync(batch, CancellationToken.None);
        return report.Added == files.Length
            ? new(Stopwatch.GetElapsedTime(started).TotalSeconds, AllCpu() - cpu)
            : throw new InvalidOperationException($"Only {report.Added} of {files.Length} photos were added: {string.Join("; ", report.Failed)}");
    }

    private static async Task CheckAsync(BenchmarkDesk desk, int photos, bool hasProposals)
    {
        await using var db = await desk.Get<IDbContextFactory<Data.DeskDbContext>>().CreateDbContextAsync();
        var rows = await db.Proposals.CountAsync();
        if (hasProposals ? rows < 5 * photos : rows > 0)
        {
            throw new InvalidOperationException($"{rows} proposals for {photos} photos: this compares nothing.");
        }
    }

    /// <summary>No two alike: the same pixels again would be a new version.</summary>
    private static byte[] Small(int number)
    {
        using var image = NetVips.Image.Gaussnoise(64, 48, sigma: 30, mean: 128, seed: number).Cast(NetVips.Enums.BandFormat.Uchar);
        return image.JpegsaveBuffer(keep: NetVips.Enums.ForeignKeep.None);
    }

    /// <summary>The photo with a caption of its own and no other field; SOI, the XMP segment, then everything else unchanged.</summary>
    private static string Captioned(string folder, byte[] plain, int number)
    {
        var caption = $"TOPSHOT - A worker carries parcel {number} on the outskirts of Riga, Latvia, on May {1 + (number % 28)}, 2023. (Photo by Juris BERZINS / AFP) / RESTRICTED TO EDITORIAL USE";
        var body = Encoding.UTF8.GetBytes(
            "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
            + $"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" dc:description=\"{caption}\"/></rdf:RDF></x:xmpmeta>");
        var path = Path.Combine(folder, $"captioned-{number:0000}.jpg");
        File.WriteAllBytes(path, [.. plain[..2], 0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. plain[2..]]);
        return path;
    }

    /// <summary>CPU of this process and its children, in milliseconds.</summary>
    private static double AllCpu() =>
        ProcessUse.Children().Append(Environment.ProcessId).Sum(id => ProcessUse.Cpu(id).TotalMilliseconds);

    /// <param name="Cpu">Milliseconds of all processes.</param>
    private readonly record struct Cost(double Seconds, double Cpu)
    {
        public static Cost operator +(Cost one, Cost other) => new(one.Seconds + other.Seconds, one.Cpu + other.Cpu);
    }
}
