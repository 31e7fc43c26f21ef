using System.Diagnostics;
using System.Globalization;
using MediaDesk.Ingest;
using MediaDesk.Metadata;
using MediaDesk.Search;
using MediaDesk.Search.Completion;

namespace MediaDesk.Benchmarks;

/// <summary>
/// Search on a quarter of a million, a million and three million invented records: how long the first page takes, warm and cold, with
/// facets, while an import runs, and beside other designs on the same data. <c>MEDIADESK_RECORDS</c> names other sizes.
/// </summary>
internal static class SearchSpeed
{
    /// <summary>The argument that makes a process the child of a measurement.</summary>
    public const string Verb = "searches";

    private const int PageSize = 60;

    public static async Task MeasureAsync(ResultTable table)
    {
        var stock = new RecordStock();
        foreach (var size in Sizes())
        {
            await MeasureAsync(size, stock, table);
        }
    }

    internal static IEnumerable<int> Sizes() =>
        (Environment.GetEnvironmentVariable("MEDIADESK_RECORDS") ?? "250000,1000000,3000000").Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture));

    internal static string Name(int size) => string.Create(CultureInfo.InvariantCulture, $"{size / 1e6:0.##} M");

    private static async Task MeasureAsync(int size, RecordStock stock, ResultTable table)
    {
        await using var desk = await BenchmarkDesk.OpenAsync();
        var name = Name(size);
        await ImportSpeed.FillAsync(desk, stock, size, table);
        // In a process of its own, as a desk that is started: nothing is warm, and nothing is left of the import.
        ProcessUse.ForgetFile(Path.Combine(desk.Folder, "mediadesk.db"));
        await AskChildAsync(Verb, desk.Folder, size, table);
        await AskChildAsync(SearchPeers.Verb, desk.Folder, size, table);
    }

    private static async Task AskChildAsync(string verb, string folder, int size, ResultTable table)
    {
        await foreach (var line in ProcessUse.LinesAsync(Environment.ProcessPath!, [.. Environment.GetCommandLineArgs()[..1].Where(name => name.EndsWith(".dll", StringComparison.Ordinal)), verb, folder, $"{size}"]))
        {
            // What is no measurement is what PostgreSQL says when it is set up.
            if (line.Split('\t') is [var what, var value, var goal])
            {
                table.Add(what, value, goal);
            }
        }
    }

    /// <summary>The child: searches a desk that is there, and writes a line to a measurement.</summary>
    public static async Task RunAsync(string folder, int size)
    {
        var (table, stock, name) = (new ResultTable(isChild: true), new RecordStock(), Name(size));
        var desk = await BenchmarkDesk.OpenAsync(folder);
        var search = desk.Get<MediaSearch>();
        await search.FindAsync(SearchQuery.Parse("in:Syria").Query!, PageSize, null, false, CancellationToken.None);
        using (var process = Process.GetCurrentProcess())
        {
            table.Add($"{name}: start of a process to its first answer, file not in memory", $"{(DateTimeOffset.Now - process.StartTime).TotalMilliseconds:0} ms", "under 2,000 ms");
        }

        var started = Stopwatch.GetTimestamp();
        await search.FindAsync(SearchQuery.All, PageSize, null, true, CancellationToken.None);
        table.Add($"{name}: first answer with facets", $"{Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms", "under 2,000 ms");
        // The rest is measured warm: the file is in the kernel's memory.
        ProcessUse.ReadFile(Path.Combine(folder, "mediadesk.db"));
        foreach (var (kind, queries) in new SearchKinds(stock).All())
        {
            var cpu = ProcessUse.Cpu(Environment.ProcessId);
            var (cold, times) = await TimesAsync(queries, query => search.FindAsync(SearchQuery.Parse(query).Query!, PageSize, null, false, CancellationToken.None));
            table.Add($"{name}: {kind}", $"p50 {At(times, 0.5):0.0}  p95 {At(times, 0.95):0.0}  first {cold:0} ms, {(ProcessUse.Cpu(Environment.ProcessId) - cpu).TotalMilliseconds / times.Length:0.0} ms of CPU", "p95 under 20 ms");
        }

        foreach (var (kind, queries) in new SearchKinds(stock).All())
        {
            var (_, times) = await TimesAsync(queries.Take(50), query => search.FindAsync(SearchQuery.Parse(query).Query!, PageSize, null, true, CancellationToken.None));
            table.Add($"{name}: {kind}, with facets", $"p50 {At(times, 0.5):0.0}  p95 {At(times, 0.95):0.0} ms", "p95 under 50 ms");
        }

        var (_, withFacets) = await TimesAsync(
            new SearchKinds(stock).All().SelectMany(kind => kind.Queries.Take(20)), query => search.FindAsync(SearchQuery.Parse(query).Query!, PageSize, null, true, CancellationToken.None));
        table.Add($"{name}: all kinds with facets", $"p50 {At(withFacets, 0.5):0.0}  p95 {At(withFacets, 0.95):0.0} ms", "p95 under 50 ms");
        await CompleteAsync(desk, stock, name, table);
        await EditAsync(desk, name, table);
        table.Add($"{name}: memory", $"{ProcessUse.Resident(Environment.ProcessId):0} MiB", "under 400 MiB at 1 M");
        await TogetherAsync(desk, stock, size, name, table);
    }

    private static async Task CompleteAsync(BenchmarkDesk desk, RecordStock stock, string name, ResultTable table)
    {
        var completion = desk.Get<SearchCompletion>();
        var typed = Enumerable.Range(0, SearchKinds.OfEachKind).Select(n => (n % 4) switch
        {
            0 => $"by:{RecordStock.Photographer(n)[..(2 + n % 3)]}",
            1 => $"agency:{RecordStock.Agency(n)[..2]}",
            2 => $"in:{RecordStock.Town(n)[..3]}",
            _ => stock.Word(n),
        });
        var (_, times) = await TimesAsync(typed, text => completion.SuggestAsync(text, text.Length, 12, CancellationToken.None));
        table.Add($"{name}: completion", $"p50 {At(times, 0.5):0.0}  p95 {At(times, 0.95):0.0} ms", "p95 under 10 ms");
    }

    private static async Task EditAsync(BenchmarkDesk desk, string name, ResultTable table)
    {
        var editor = desk.Get<Captions.CaptionEditor>();
        var (_, times) = await TimesAsync(
            Enumerable.Range(1, 100).Select(n => $"{n * 37}"),
            id => editor.SaveAsync(
                long.Parse(id, CultureInfo.InvariantCulture), new Dictionary<string, FieldValue?> { ["headline"] = FieldValue.Of($"Edited {id}") }, null, "benchmark", CancellationToken.None));
        table.Add($"{name}: edit to findable", $"p50 {At(times, 0.5):0.0}  p95 {At(times, 0.95):0.0} ms", "under 10 ms");
    }

    /// <summary>Sixteen people search while an import runs at full speed.</summary>
    private static async Task TogetherAsync(BenchmarkDesk desk, RecordStock stock, int size, string name, ResultTable table)
    {
        var file = Path.Combine(desk.Folder, "more.jsonl");
        await stock.WriteAsync(file, size, Math.Min(size / 10, 50_000));
        var import = desk.Get<RecordImport>().RunAsync(file, null, null, CancellationToken.None);
        var search = desk.Get<MediaSearch>();
        var queries = new SearchKinds(stock).All().SelectMany(kind => kind.Queries).ToArray();
        var times = new System.Collections.Concurrent.ConcurrentBag<double>();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async person =>
        {
            for (var n = person; !import.IsCompleted; n += 16)
            {
                var started = Stopwatch.GetTimestamp();
                await search.FindAsync(SearchQuery.Parse(queries[n % queries.Length]).Query!, PageSize, null, false, CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }));
        await import;
        double[] sorted = [.. times.Order()];
        table.Add($"{name}: 16 searchers beside an import", $"p50 {At(sorted, 0.5):0.0}  p95 {At(sorted, 0.95):0.0} ms of {sorted.Length}", "p95 under 100 ms");
    }

    internal static async Task<(double First, double[] Sorted)> TimesAsync<T>(IEnumerable<string> queries, Func<string, Task<T>> ask)
    {
        var times = new List<double>();
        foreach (var query in queries)
        {
            var started = Stopwatch.GetTimestamp();
            await ask(query);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return (times[0], [.. times.Order()]);
    }

    internal static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
