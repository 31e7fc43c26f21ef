using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace MediaDesk.Darkroom;

/// <summary>A running child as the desk sees it: one file at a time, under the watch of the clock and of its memory.</summary>
internal sealed class DarkroomChild : IAsyncDisposable
{
    /// <summary>How often memory and clock are looked at. A runaway decoder fills about 50 MiB in this time.</summary>
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(25);

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Stream requests;
    private readonly Stream replies;
    private readonly LastLines complaints;
    private readonly DarkroomOptions options;

    /// <summary>Killed or found dead. The system may take a moment longer to say so.</summary>
    private bool isSpent;

    private DarkroomChild(Process process, DarkroomOptions options)
    {
        this.process = process;
        this.options = options;
        requests = process.StandardInput.BaseStream;
        replies = process.StandardOutput.BaseStream;
        complaints = new(process.StandardError);
    }

    public int Id => process.Id;

    /// <summary>Whether another file may be given to it.</summary>
    public bool IsFit => !isSpent && !process.HasExited && ResidentBytes() < options.MemoryLimitBytes / 4;

    /// <summary>What it printed last, for the log.</summary>
    public string Complaints => complaints.ToString();

    /// <summary>Starts a child and waits until it is ready. Throws when this executable cannot be a darkroom.</summary>
    public static async Task<DarkroomChild> StartAsync(DarkroomHost host, DarkroomOptions options, CancellationToken cancellationToken)
    {
        var process = Process.Start(StartInfo(host, options))
            ?? throw new InvalidOperationException($"The darkroom could not be started: {host.FileName}.");
        var child = new DarkroomChild(process, options);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(StartLimit);
            return await DarkroomProtocol.ReadReplyAsync(child.replies, limit.Token) is DarkroomReply.Ready
                ? child
                : throw new InvalidDataException("It ended before it was ready.");
        }
        catch (InvalidDataException noDarkroom)
        {
            await child.DisposeAsync();
            throw new InvalidOperationException($"The darkroom did not start. {child.Complaints}", noDarkroom);
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Has one file developed. After any outcome but <see cref="DarkroomReply.Developed"/> or a refusal the child is dead;
    /// the caller asks <see cref="IsFit"/>.
    /// </summary>
    public async Task<DarkroomOutcome> DevelopAsync(
        DarkroomRequest request, Func<DarkroomReply, Task> onReply, CancellationToken cancellationToken)
    {
        using var watching = new CancellationTokenSource();
        var heard = Channel.CreateUnbounded<DarkroomReply>();
        var listening = ListenAsync(request, heard.Writer);
        var watch = WatchAsync(listening, watching.Token);
        try
        {
            // The desk's own work on a reply runs beside the child and does not count against the child's time.
            await foreach (var reply in heard.Reader.ReadAllAsync(cancellationToken))
            {
                await onReply(reply);
            }

            var end = await listening.WaitAsync(cancellationToken);
            await watching.CancelAsync();
            return await watch is { } stopped ? new(null, stopped) : end is null ? new(null, await DeathAsync()) : new(end, null);
        }
        catch
        {
            // Cancelled, or the desk failed: what the child would still say belongs to no one.
            Kill();
            throw;
        }
        finally
        {
            await watching.CancelAsync();
            await Task.WhenAll(listening, watch);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync();
        await complaints.DisposeAsync();
        process.Dispose();
    }

    /// <summary>The last reply, or null when the child died.</summary>
    private async Task<DarkroomReply?> ListenAsync(DarkroomRequest request, ChannelWriter<DarkroomReply> heard)
    {
        try
        {
            await DarkroomProtocol.WriteRequestAsync(requests, request, CancellationToken.None);
            while (await DarkroomProtocol.ReadReplyAsync(replies, CancellationToken.None) is { } reply)
            {
                if (reply is DarkroomReply.Developed or DarkroomReply.Copied or DarkroomReply.Looked or DarkroomReply.Failed)
                {
                    return reply;
                }

                heard.TryWrite(reply);
            }

            isSpent = true;
            return null;
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or System.Text.Json.JsonException)
        {
            // A broken pipe, or bytes that are no reply: a child taken over by its file is as good as dead.
            Kill();
            return null;
        }
        finally
        {
            heard.Complete();
        }
    }

    /// <summary>Kills the child when it goes over a limit, and says which; null when it stayed within them.</summary>
    private async Task<DarkroomFailure?> WatchAsync(Task listening, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!listening.IsCompleted && !cancellationToken.IsCancellationRequested)
        {
            var failure = Stopwatch.GetElapsedTime(started) > options.TimeLimit ? FailureSentences.TooLong(options.TimeLimit)
                : ResidentBytes() > options.MemoryLimitBytes ? FailureSentences.TooMuchMemory(options.MemoryLimitBytes)
                : null;
            if (failure is not null)
            {
                Kill();
                return failure;
            }

            await Task.WhenAny(listening, Task.Delay(WatchInterval, CancellationToken.None));
        }

        return null;
    }

    private async Task<DarkroomFailure> DeathAsync()
    {
        await process.WaitForExitAsync();
        return FailureSentences.Died(process.ExitCode);
    }

    /// <summary>Resident memory; 0 when the process is gone.</summary>
    private long ResidentBytes()
    {
        try
        {
            // "size resident shared …" in pages: a hundredth of the cost of Process.Refresh.
            var fields = File.ReadAllText($"/proc/{process.Id}/statm").Split(' ');
            return long.Parse(fields[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private void Kill()
    {
        isSpent = true;
        if (!process.HasExited)
        {
            process.Kill();
        }
    }

    private static ProcessStartInfo StartInfo(DarkroomHost host, DarkroomOptions options)
    {
        var start = new ProcessStartInfo(host.FileName, host.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in LeanRuntime(options))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>A child has little managed work and one thread of it.</summary>
    private static Dictionary<string, string> LeanRuntime(DarkroomOptions options) => new()
    {
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_GCConserveMemory"] = "5",
        ["DOTNET_GCHeapHardLimit"] = $"0x{options.MemoryLimitBytes / 2:x}",
        ["DOTNET_EnableDiagnostics"] = "0",
        // Compiling again what is called often took a quarter of the CPU of the first forty photos.
        ["DOTNET_TieredCompilation"] = "0",
        ["MALLOC_ARENA_MAX"] = "2",
        ["VIPS_CONCURRENCY"] = "1",
    };
}

/// <summary>What became of a file in a child: its last reply, or why there is none.</summary>
internal sealed record DarkroomOutcome(DarkroomReply? End, DarkroomFailure? Stopped);
