using System.Data.Common;
using MediaDesk.Ingest;

namespace MediaDesk.Web.Features.Problems;

/// <summary>The open problems of the ingest, read once for every desk that looks at them, and again whenever a file has failed.</summary>
public sealed partial class ProblemFeed : IDisposable
{
    private const int Shown = 200;

    private readonly IngestProblems problems;
    private readonly IngestProgress progress;
    private readonly ILogger<ProblemFeed> log;
    private readonly SemaphoreSlim turn = new(1);
    private (int Failed, bool IsIdle) seen;
    private bool isLoaded;

    public ProblemFeed(IngestProblems problems, IngestProgress progress, ILogger<ProblemFeed> log)
    {
        (this.problems, this.progress, this.log) = (problems, progress, log);
        progress.Changed += OnProgress;
    }

    /// <summary>Newest first, at most 200.</summary>
    public IReadOnlyList<IngestProblem> Open { get; private set; } = [];

    /// <summary>All of them.</summary>
    public int Count { get; private set; }

    /// <summary>Raised on any thread.</summary>
    public event Action? Changed;

    public Task LoadAsync() => isLoaded ? Task.CompletedTask : ReloadAsync();

    /// <summary>Tries a file again. False when there is nothing to try any more.</summary>
    public async Task<bool> RetryAsync(long jobId, CancellationToken cancellationToken)
    {
        var isTried = await problems.RetryAsync(jobId, cancellationToken);
        await ReloadAsync();
        return isTried;
    }

    public async Task DismissAsync(long jobId, CancellationToken cancellationToken)
    {
        await problems.DismissAsync(jobId, cancellationToken);
        await ReloadAsync();
    }

    public async Task DismissFinalAsync(CancellationToken cancellationToken)
    {
        await problems.DismissFinalAsync(cancellationToken);
        await ReloadAsync();
    }

    public void Dispose()
    {
        progress.Changed -= OnProgress;
        turn.Dispose();
    }

    private void OnProgress()
    {
        var state = progress.Current;
        var now = (state.Failed, state.Done == state.Total);
        if (now != seen)
        {
            seen = now;
            _ = ReloadAfterProgressAsync();
        }
    }

    private async Task ReloadAfterProgressAsync()
    {
        try
        {
            await ReloadAsync();
        }
        catch (DbException fault)
        {
            // The next file or the next visitor reads it again.
            NotRead(fault);
        }
    }

    private async Task ReloadAsync()
    {
        await turn.WaitAsync();
        try
        {
            Open = await problems.OpenAsync(Shown, CancellationToken.None);
            Count = await problems.CountAsync(CancellationToken.None);
            isLoaded = true;
        }
        finally
        {
            turn.Release();
        }

        Changed?.Invoke();
    }

    [LoggerMessage(LogLevel.Error, "The list of problems could not be read")]
    private partial void NotRead(Exception fault);
}
