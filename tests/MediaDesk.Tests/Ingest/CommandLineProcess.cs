using System.Diagnostics;
using System.Text.Json;

namespace MediaDesk.Tests.Ingest;

/// <summary>The built command line as a process of its own.</summary>
internal sealed class CommandLineProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private CommandLineProcess(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => process.HasExited;

    public static CommandLineProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "MediaDesk.Cli.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new(Process.Start(start)!);
    }

    /// <summary>Runs a verb that prints JSON to its end.</summary>
    public static async Task<(int ExitCode, JsonElement Answer)> RunAsync(params string[] arguments)
    {
        using var run = Start(arguments);
        await run.process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var text = await run.output;
        Assert.True(text.Length > 0, await run.errors);
        return (run.process.ExitCode, JsonDocument.Parse(text).RootElement);
    }

    /// <summary>Kills it, as <c>kill -9</c> does, if it has not ended by itself after <paramref name="delay"/>.</summary>
    public async Task<bool> KillAfterAsync(TimeSpan delay)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(delay);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return true;
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
