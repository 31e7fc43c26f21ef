using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MediaDesk.Metadata.Tests.Files;

/// <summary>
/// What work costs. Its time is that of the processor, where the system tells it: the machine has other work too, and what others
/// take from it says nothing of the file.
/// </summary>
internal static class Effort
{
    private const int Runs = 5, ThreadClock = 3;

    /// <summary>Seconds, not asked for again once they are below a limit.</summary>
    public static double Seconds(Action work, double enough = 0)
    {
        var fastest = double.MaxValue;
        for (var run = 0; run < Runs && fastest > enough; run++)
        {
            var started = Now();
            work();
            fastest = Math.Min(fastest, Now() - started);
        }

        return fastest;
    }

    public static long AllocatedBytes(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Seconds that this thread has been at work.</summary>
    public static double Now() =>
        OperatingSystem.IsLinux() && ClockTime(ThreadClock, out var time) == 0 ? time.Seconds + (time.Nanoseconds / 1e9) : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
