namespace MediaDesk.Benchmarks;

/// <summary>What was measured, against what it should be.</summary>
internal sealed class ResultTable
{
    private readonly List<(string What, string Measured, string Goal)> rows = [];

    public void Add(string what, string measured, string goal = "")
    {
        rows.Add((what, measured, goal));
        Console.Error.WriteLine($"{what}: {measured}");
    }

    public void Print()
    {
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        rows.Insert(0, ($"{Environment.ProcessorCount} cores, load average {load} at the end", "measured", "goal"));
        var widest = rows.Max(row => row.What.Length);
        var widestMeasured = rows.Max(row => row.Measured.Length);
        foreach (var (what, measured, goal) in rows)
        {
            Console.WriteLine($"{what.PadRight(widest)}  {measured.PadLeft(widestMeasured)}  {goal}".TrimEnd());
        }
    }
}
