namespace MediaDesk.Benchmarks;

/// <summary>What was measured, against what it should be.</summary>
internal sealed class ResultTable(bool isChild = false)
{
    private readonly List<(string What, string Measured, string Goal)> rows = [];

    public void Add(string what, string measured, string goal = "")
    {
        rows.Add((what, measured, goal));
        if (isChild)
        {
            Console.WriteLine($"{what}\t{measured}\t{goal}");
        }
        else
        {
            Console.Error.WriteLine($"{what}: {measured}");
        }
    }

    /// <summary>How many processes wait for the machine's cores, in the last minute.</summary>
    public static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    public void Print()
    {
        rows.Insert(0, ($"{Environment.ProcessorCount} cores, load average {Load()} at the end", "measured", "goal"));
        var widest = rows.Max(row => row.What.Length);
        var widestMeasured = rows.Max(row => row.Measured.Length);
        foreach (var (what, measured, goal) in rows)
        {
            Console.WriteLine($"{what.PadRight(widest)}  {measured.PadLeft(widestMeasured)}  {goal}".TrimEnd());
        }
    }
}
