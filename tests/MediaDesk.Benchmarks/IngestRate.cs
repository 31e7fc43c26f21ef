using System.Diagnostics;
using MediaDesk.Darkroom;
using MediaDesk.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Benchmarks;

/// <summary>The whole ingest against the darkroom alone on the same files, and the memory it takes.</summary>
internal static class IngestRate
{
    public static async Task MeasureAsync(IReadOnlyList<string> photos, ResultTable table)
    {
        await using var desk = await BenchmarkDesk.OpenAsync();
        var pool = desk.Get<DarkroomPool>();
        var output = Directory.CreateTempSubdirectory("mediadesk-benchmark-").FullName;
        await BareAsync(pool, photos.Take(8), output);

        // Before and after, so that a machine that gets busier or quieter does not favour one side.
        var bare = await TimeAsync(BareAsync(pool, photos, output));
        var inbox = desk.Get<IngestInbox>();
        var batch = await inbox.BeginBatchAsync(CancellationToken.None);
        var started = Stopwatch.GetTimestamp();
        await desk.StartAsync();
        await inbox.AcceptFilesAsync(batch, photos, "benchmark", CancellationToken.None);
        var ingest = inbox.WaitAsync(batch, CancellationToken.None);
        var peak = await ProcessUse.PeakWhileAsync(ingest);
        var report = await ingest;
        var whole = Stopwatch.GetElapsedTime(started);
        var bareAgain = await TimeAsync(BareAsync(pool, photos, output));
        Directory.Delete(output, recursive: true);

        if (report.Added != photos.Count)
        {
            throw new InvalidOperationException($"Only {report.Added} of {photos.Count} photos were added: {string.Join("; ", report.Failed)}");
        }

        table.Add($"Ingest of {photos.Count} photos of 24 MP", $"{photos.Count / whole.TotalSeconds:0.0} /s");
        table.Add("  against the bare rendition loop", $"{(bare + bareAgain) / 2 / whole:0.00} x", "at least 0.9");
        table.Add("  desk and children together, peak", $"{peak:0} MiB", "under 600");
    }

    private static Task BareAsync(DarkroomPool pool, IEnumerable<string> photos, string output) =>
        Parallel.ForEachAsync(photos, async (photo, cancellationToken) =>
            await pool.DevelopAsync(photo, Path.Combine(output, Path.GetFileNameWithoutExtension(photo)), null, cancellationToken));

    private static async Task<TimeSpan> TimeAsync(Task work)
    {
        var started = Stopwatch.GetTimestamp();
        await work;
        return Stopwatch.GetElapsedTime(started);
    }
}
