using System.Diagnostics;
using MediaDesk.Darkroom;
using MediaDesk.Ingest;

namespace MediaDesk.Benchmarks;

/// <summary>The whole ingest against the darkroom alone on the same files, and the memory it takes.</summary>
internal static class IngestRate
{
    public const int SliceSize = 10;

    /// <param name="photos">The first ten are for warming both sides alike: the loop's children and the desk.</param>
    public static async Task MeasureAsync(IReadOnlyList<string> photos, ResultTable table)
    {
        await using var desk = await BenchmarkDesk.OpenAsync();
        var pool = desk.Get<DarkroomPool>();
        var inbox = desk.Get<IngestInbox>();
        var output = Directory.CreateTempSubdirectory("mediadesk-benchmark-").FullName;
        await desk.StartAsync();
        var (first, measured) = (photos.Take(SliceSize).ToArray(), photos.Skip(SliceSize).ToList());
        await BareAsync(pool, first, output);
        var before = await CostAsync(() => BareAsync(pool, first, output));
        var cold = await CostAsync(() => IngestAsync(inbox, first));
        var firstBare = before;

        // In slices, each between two bare ones: a machine that gets busier or quieter does not favour one side.
        var slices = new List<(Cost Bare, Cost Ingest)>();
        var peak = 0.0;
        before = await CostAsync(() => BareAsync(pool, measured.Take(SliceSize), output));
        foreach (var slice in measured.Chunk(SliceSize))
        {
            var ingest = await CostAsync(async () => peak = Math.Max(peak, await ProcessUse.PeakWhileAsync(IngestAsync(inbox, slice))));
            var after = await CostAsync(() => BareAsync(pool, slice, output));
            slices.Add(((before + after) / 2, ingest));
            before = after;
        }

        Directory.Delete(output, recursive: true);
        var (bare, whole) = slices.Aggregate((default(Cost), default(Cost)), (sum, slice) => (sum.Item1 + slice.Bare, sum.Item2 + slice.Ingest));
        table.Add($"Ingest of {measured.Count} photos of 24 MP", $"{measured.Count / whole.Time:0.0} /s");
        table.Add("  against the bare rendition loop", $"{bare.Time / whole.Time:0.00} x", "at least 0.9");
        table.Add("  slices, slowest to fastest", string.Join(' ', slices.Select(slice => slice.Bare.Time / slice.Ingest.Time).Order().Select(ratio => $"{ratio:0.00}")));
        table.Add("  ten before them, desk just started", $"{firstBare.Time / cold.Time:0.00} x");
        table.Add("  CPU for each photo: bare loop", $"{bare.Cpu / measured.Count:0} ms");
        table.Add("  CPU for each photo: ingest", $"{whole.Cpu / measured.Count:0} ms");
        table.Add("  CPU for each of the ten before them", $"{cold.Cpu / SliceSize:0} ms");
        table.Add("  desk and children together, peak", $"{peak:0} MiB", "under 600");
    }

    private static async Task IngestAsync(IngestInbox inbox, string[] photos)
    {
        var batch = await inbox.BeginBatchAsync(CancellationToken.None);
        await inbox.AcceptFilesAsync(batch, photos, "benchmark", CancellationToken.None);
        var report = await inbox.WaitAsync(batch, CancellationToken.None);
        if (report.Added != photos.Length)
        {
            throw new InvalidOperationException($"Only {report.Added} of {photos.Length} photos were added: {string.Join("; ", report.Failed)}");
        }
    }

    private static Task BareAsync(DarkroomPool pool, IEnumerable<string> photos, string output) =>
        Parallel.ForEachAsync(photos, async (photo, cancellationToken) =>
            await pool.DevelopAsync(photo, Path.Combine(output, Path.GetFileNameWithoutExtension(photo)), null, cancellationToken));

    private static async Task<Cost> CostAsync(Func<Task> work)
    {
        var (started, cpu) = (Stopwatch.GetTimestamp(), AllCpu());
        await work();
        return new(Stopwatch.GetElapsedTime(started).TotalSeconds, AllCpu() - cpu);
    }

    /// <summary>CPU of this process and its children, in milliseconds.</summary>
    private static double AllCpu() =>
        ProcessUse.Children().Append(Environment.ProcessId).Sum(id => ProcessUse.Cpu(id).TotalMilliseconds);

    /// <param name="Time">Seconds by the clock.</param>
    /// <param name="Cpu">Milliseconds of all processes.</param>
    private readonly record struct Cost(double Time, double Cpu)
    {
        public static Cost operator +(Cost one, Cost other) => new(one.Time + other.Time, one.Cpu + other.Cpu);

        public static Cost operator /(Cost sum, double count) => new(sum.Time / count, sum.Cpu / count);
    }
}
