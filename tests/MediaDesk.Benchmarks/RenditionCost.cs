using MediaDesk.Darkroom;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace MediaDesk.Benchmarks;

/// <summary>CPU for reading a photo and developing its three renditions, against tools that do part of that work.</summary>
internal static class RenditionCost
{
    private const int Rounds = 5;

    public static async Task MeasureAsync(IReadOnlyList<string> photos, ResultTable table)
    {
        var output = Directory.CreateTempSubdirectory("mediadesk-benchmark-").FullName;
        await using var pool = new DarkroomPool(
            Options.Create(new DarkroomOptions { Children = 1 }), DarkroomHost.OfThisProcess(), NullLogger<DarkroomPool>.Instance);
        foreach (var photo in photos)
        {
            await DevelopAsync(pool, photo, output);
        }

        // Interleaved, so that a busy machine is equally busy for all; the median, so that one disturbance counts for none.
        var (ours, half, quarter, thumbnails) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var child = ProcessUse.Children().Single();
        for (var round = 0; round < Rounds; round++)
        {
            var some = photos.Skip(round * 8).Take(8).ToList();
            var before = ProcessUse.Cpu(child);
            foreach (var photo in some)
            {
                await DevelopAsync(pool, photo, output);
            }

            ours.Add((ProcessUse.Cpu(child) - before).TotalMilliseconds / some.Count);
            half.Add(await EachAsync(some, photo => ProcessUse.RunAsync("djpeg", "-scale", "1/2", "-outfile", "/dev/null", photo)));
            quarter.Add(await EachAsync(some, photo => ProcessUse.RunAsync("djpeg", "-scale", "1/4", "-outfile", "/dev/null", photo)));
            thumbnails.Add(await EachAsync(some.Take(2).ToList(), photo => ThumbnailsAsync(photo, output)));
        }

        Directory.Delete(output, recursive: true);
        table.Add("Reading and three renditions of 24 MP, CPU", $"{Median(ours):0} ms");
        table.Add("  against djpeg -scale 1/2", $"{Median(ours) / Median(half):0.00} x", "at most 1.7");
        table.Add("  against djpeg -scale 1/4", $"{Median(ours) / Median(quarter):0.00} x", "aim 1.25");
        table.Add("  three vipsthumbnail runs against it", $"{Median(thumbnails) / Median(ours):0.0} x", "at least 4.5");
    }

    private static async Task DevelopAsync(DarkroomPool pool, string photo, string output)
    {
        var result = await pool.DevelopAsync(photo, Path.Combine(output, "photo"), null, CancellationToken.None);
        if (result.Failure is { } failure)
        {
            throw new InvalidOperationException($"{photo}: {failure.Reason}");
        }
    }

    private static async Task<TimeSpan> ThumbnailsAsync(string photo, string output)
    {
        var sum = TimeSpan.Zero;
        foreach (var size in (string[])["1600", "800", "320"])
        {
            sum += await ProcessUse.RunAsync("vipsthumbnail", photo, "--size", size, "-o", Path.Combine(output, "%s.jpg[Q=80,strip]"));
        }

        return sum;
    }

    private static async Task<double> EachAsync(List<string> photos, Func<string, Task<TimeSpan>> run)
    {
        var sum = TimeSpan.Zero;
        foreach (var photo in photos)
        {
            sum += await run(photo);
        }

        return sum.TotalMilliseconds / photos.Count;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
