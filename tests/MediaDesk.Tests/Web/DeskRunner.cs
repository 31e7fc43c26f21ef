using System.Collections.Concurrent;
using System.Diagnostics;

namespace MediaDesk.Tests.Web;

/// <summary>The built desk as a process of its own.</summary>
internal sealed class DeskRunner : IAsyncDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> errors = new();

    private DeskRunner(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("MediaDesk is at ", StringComparison.Ordinal) == true)
            {
                address.TrySetResult(line.Data["MediaDesk is at ".Length..]);
            }
        };
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Process Process => process;

    public static DeskRunner Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "MediaDesk.Web"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in (string[])["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_ENVIRONMENT", "MEDIADESK_DATA"])
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(start);
    }

    /// <summary>Waits until it listens and returns the address it has printed.</summary>
    public async Task<Uri> AddressAsync()
    {
        await Task.WhenAny(address.Task, process.WaitForExitAsync(TestContext.Current.CancellationToken));
        return address.Task.IsCompleted ? new(await address.Task) : throw new InvalidOperationException($"The desk ended: {string.Join('\n', errors)}");
    }

    /// <summary>Waits for its end and returns the exit code and what it said on standard error.</summary>
    public async Task<(int Code, string Error)> EndAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, string.Join('\n', errors).Trim());
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }
}
