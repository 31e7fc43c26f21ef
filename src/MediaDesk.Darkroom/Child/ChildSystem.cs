using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MediaDesk.Darkroom.Child;

/// <summary>What a child arranges with the operating system before it touches an untrusted file.</summary>
internal static partial class ChildSystem
{
    private const int StandardOutput = 1;
    private const int StandardError = 2;
    private const int CoreSize = 4;

    /// <summary>
    /// Keeps the pipe to the desk for the protocol alone: native libraries print on standard output, which from now on is
    /// standard error.
    /// </summary>
    public static Stream TakeStandardOutput()
    {
        var pipe = Checked(Duplicate(StandardOutput));
        Checked(DuplicateTo(StandardError, StandardOutput));
        return new FileStream(new SafeFileHandle(pipe, ownsHandle: true), FileAccess.Write, bufferSize: 0);
    }

    /// <summary>When memory runs out the kernel shall end a child, never the desk; and a crash leaves no core file of someone's photo.</summary>
    public static void OfferAsFirstVictim()
    {
        File.WriteAllText("/proc/self/oom_score_adj", "1000");
        var none = default(ResourceLimit);
        Checked(SetResourceLimit(CoreSize, in none));
    }

    /// <summary>
    /// Ctrl+C in a terminal and a stop by systemd reach the whole process group. The desk must be able to finish or drop the
    /// file in hand; a child ends when the desk closes its input.
    /// </summary>
    public static IReadOnlyList<PosixSignalRegistration> LeaveStoppingToTheDesk() =>
    [
        .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }
            .Select(signal => PosixSignalRegistration.Create(signal, context => context.Cancel = true)),
    ];

    /// <summary>Ends at once, also while another thread is deep in native code, where an orderly exit would wait or crash.</summary>
    public static void EndNow() => ExitImmediately(0);

    private static int Checked(int result) =>
        result >= 0 ? result : throw new InvalidOperationException($"The darkroom cannot prepare its process (errno {Marshal.GetLastPInvokeError()}).");

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int DuplicateTo(int descriptor, int target);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetResourceLimit(int resource, in ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void ExitImmediately(int code);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ResourceLimit
    {
        private readonly nuint current;
        private readonly nuint maximum;
    }
}
