using System.Diagnostics;
using System.Globalization;
using MediaDesk.Data;
using MediaDesk.Ingest;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Benchmarks;

/// <summary>How fast records of another system are taken over, and how much room they need.</summary>
internal static class ImportSpeed
{
    /// <summary>Only the import, for those who work on it; the measurement of the search begins with it too.</summary>
    public static async Task MeasureAsync(ResultTable table)
    {
        var stock = new RecordStock();
        foreach (var size in SearchSpeed.Sizes())
        {
            await using var desk = await BenchmarkDesk.OpenAsync();
            await FillAsync(desk, stock, size, table);
        }
    }

    public static async Task FillAsync(BenchmarkDesk desk, RecordStock stock, int size, ResultTable table)
    {
        var name = SearchSpeed.Name(size);
        var file = Path.Combine(desk.Folder, "records.jsonl");
        await stock.WriteAsync(file, 0, size);
        using var process = Process.GetCurrentProcess();
        var (started, cpu, pauses, allocated) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime, GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes());
        var parts = new List<(double Share, double Seconds, double Cpu)>();
        var report = await desk.Get<RecordImport>().RunAsync(
            file,
            (done, all) =>
            {
                process.Refresh();
                parts.Add(((double)done / all, Stopwatch.GetElapsedTime(started).TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds));
            },
            null, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        table.Add(
            $"{name}: import", string.Create(CultureInfo.InvariantCulture, $"{report.Added / seconds:0} records/s, {cpu.TotalSeconds / report.Added * 1e6:0} µs of CPU a record, load {ResultTable.Load()}"),
            "5,000 records/s");
        var last = parts.First(part => part.Share >= 0.9);
        table.Add(
            $"{name}: import, its last tenth",
            string.Create(CultureInfo.InvariantCulture, $"{report.Added * (1 - last.Share) / (seconds - last.Seconds):0} records/s, {(cpu.TotalSeconds - last.Cpu) / (report.Added * (1 - last.Share)) * 1e6:0} µs of CPU a record"));
        table.Add(
            $"{name}: import, memory",
            string.Create(CultureInfo.InvariantCulture, $"{(GC.GetTotalAllocatedBytes() - allocated) / report.Added:0} bytes a record, collected in {(GC.GetTotalPauseDuration() - pauses).TotalSeconds / seconds:0.0%} of the time"));
        File.Delete(file);
        table.Add($"{name}: file", string.Create(CultureInfo.InvariantCulture, $"{Bytes(desk) / (double)size:0} bytes a record"), "under 1,300");
    }

    private static long Bytes(BenchmarkDesk desk)
    {
        using var db = desk.Get<IDbContextFactory<DeskDbContext>>().CreateDbContext();
        db.Database.OpenConnection();
        using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
        return (long)command.ExecuteScalar()!;
    }
}
