using System.Diagnostics;
using System.Globalization;

namespace MediaDesk.Benchmarks;

/// <summary>What processes use, as the kernel counts it.</summary>
internal static class ProcessUse
{
    /// <summary>User and system time of a running process. proc(5): fields 14 and 15 of stat, in hundredths of a second.</summary>
    public static TimeSpan Cpu(int processId) => Ticks(processId, 11);

    /// <summary>Runs a program to its end and tells its user and system time.</summary>
    public static async Task<TimeSpan> RunAsync(string program, params string[] arguments)
    {
        var before = Ended();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? Ended() - before
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    /// <summary>Runs a program and yields what it writes, line by line.</summary>
    public static async IAsyncEnumerable<string> LinesAsync(string program, IReadOnlyList<string> arguments)
    {
        // Garbage is collected as in the desk.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, Environment = { ["DOTNET_GCGen0MaxBudget"] = "800000" } })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            yield return line;
        }

        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }

    /// <summary>Takes a file out of the kernel's memory, as after a start of the machine: POSIX_FADV_DONTNEED, by way of dd.</summary>
    public static void ForgetFile(string path)
    {
        using var process = Process.Start(new ProcessStartInfo("dd", ["of=" + path, "oflag=nocache", "conv=notrunc,fdatasync", "count=0"]) { RedirectStandardError = true })!;
        process.WaitForExit();
    }

    /// <summary>Has a file read into the kernel's memory, by another process: to close a file here would drop the locks that SQLite has on it.</summary>
    public static void ReadFile(string path)
    {
        using var process = Process.Start(new ProcessStartInfo("dd", ["if=" + path, "of=/dev/null", "bs=1M"]) { RedirectStandardError = true })!;
        process.WaitForExit();
    }

    /// <summary>The children of this process. proc(5): each thread lists those it started; to go through all processes would cost more than what is measured.</summary>
    public static IReadOnlyList<int> Children() =>
    [
        .. Directory.EnumerateDirectories("/proc/self/task").SelectMany(ChildrenOfThread)
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture)),
    ];

    /// <summary>Resident memory in MiB.</summary>
    public static double Resident(int processId)
    {
        try
        {
            return long.Parse(File.ReadAllText($"/proc/{processId}/statm").Split(' ')[1], CultureInfo.InvariantCulture)
                * Environment.SystemPageSize / 1048576.0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>The most memory that this process and its children hold together at one moment while some work runs.</summary>
    public static async Task<double> PeakWhileAsync(Task work)
    {
        var peak = 0.0;
        while (!work.IsCompleted)
        {
            peak = Math.Max(peak, Resident(Environment.ProcessId) + Children().Sum(Resident));
            await Task.WhenAny(work, Task.Delay(100));
        }

        await work;
        return peak;
    }

    /// <summary>The time of all children that have ended: fields 16 and 17.</summary>
    private static TimeSpan Ended() => Ticks(Environment.ProcessId, 13);

    private static TimeSpan Ticks(int processId, int field)
    {
        var fields = Stat(processId);
        return TimeSpan.FromMilliseconds(
            10 * (long.Parse(fields[field], CultureInfo.InvariantCulture) + long.Parse(fields[field + 1], CultureInfo.InvariantCulture)));
    }

    private static string[] ChildrenOfThread(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            // The thread has ended meanwhile.
            return [];
        }
    }

    /// <summary>The fields behind the name, which may hold spaces: state, parent, …</summary>
    private static string[] Stat(int processId)
    {
        var line = File.ReadAllText($"/proc/{processId}/stat");
        return line[(line.LastIndexOf(')') + 2)..].Split(' ');
    }
}
