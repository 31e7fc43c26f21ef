using System.Runtime.CompilerServices;

namespace MediaDesk.Export;

/// <summary>One export of many photos, for those who watch it: the bytes go elsewhere.</summary>
public sealed class ExportRun : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private int photos;

    /// <summary>Raised with every photo and at the end, on any thread. Subscribers must be quick and never throw.</summary>
    public event Action? Changed;

    /// <summary>By which <see cref="ExportRuns"/> knows it; nobody can guess it.</summary>
    public string Name { get; } = Guid.NewGuid().ToString("N");

    public ExportState State { get; private set; }

    /// <summary>Photos handed over so far.</summary>
    public int Photos => Volatile.Read(ref photos);

    /// <summary>The desk stops working on it.</summary>
    public void Stop()
    {
        stopping.Cancel();
        Become(State == ExportState.Done ? ExportState.Done : ExportState.Stopped);
    }

    /// <summary>The photos, counted as they are taken.</summary>
    public async IAsyncEnumerable<long> Counting(IAsyncEnumerable<long> mediaIds, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var id in mediaIds.WithCancellation(cancellationToken))
        {
            yield return id;
            Interlocked.Increment(ref photos);
            Changed?.Invoke();
        }
    }

    /// <summary>Runs <paramref name="write"/> to its end; when the editor stops it, <paramref name="abort"/> keeps half a file from looking whole.</summary>
    public async Task WriteAsync(Func<CancellationToken, Task> write, Action abort, CancellationToken cancellationToken)
    {
        Become(ExportState.Running);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token, cancellationToken);
        try
        {
            await write(either.Token);
            Become(ExportState.Done);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            abort();
        }
        finally
        {
            if (State == ExportState.Running)
            {
                Become(ExportState.Stopped);
            }
        }
    }

    public void Dispose() => stopping.Dispose();

    private void Become(ExportState state)
    {
        State = state;
        Changed?.Invoke();
    }
}
