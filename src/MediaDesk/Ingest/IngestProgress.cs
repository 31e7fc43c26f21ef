namespace MediaDesk.Ingest;

/// <summary>How far the running ingest is, for everyone who looks at the desk.</summary>
public sealed class IngestProgress(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan RateOver = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Queue<long> finished = new();
    private int done;
    private int total;
    private int failed;
    private string? deliveredBy;
    private string? stopped;
    private long? toldAt;
    private ITimer? tellLater;

    /// <summary>Raised at most a few times a second. Subscribers must be quick and never throw.</summary>
    public event Action? Changed;

    /// <summary>Since the queue was last empty.</summary>
    public IngestState Current
    {
        get
        {
            lock (gate)
            {
                return new(done, total, failed, done < total ? Rate() : 0, deliveredBy, done < total ? stopped : null);
            }
        }
    }

    internal void Took(int files, string from)
    {
        lock (gate)
        {
            if (done == total)
            {
                (done, total, failed) = (0, 0, 0);
                finished.Clear();
            }

            total += files;
            deliveredBy = from;
        }

        Tell();
    }

    internal void Finished(bool isFailed)
    {
        lock (gate)
        {
            done++;
            total = Math.Max(total, done);
            failed += isFailed ? 1 : 0;
            finished.Enqueue(clock.GetTimestamp());
        }

        Tell();
    }

    internal void Stop(string? why)
    {
        lock (gate)
        {
            if (stopped == why)
            {
                return;
            }

            stopped = why;
        }

        Tell();
    }

    public void Dispose() => tellLater?.Dispose();

    private double Rate()
    {
        while (finished.Count > 0 && clock.GetElapsedTime(finished.Peek()) > RateOver)
        {
            finished.Dequeue();
        }

        if (finished.Count < 2)
        {
            return 0;
        }

        var span = clock.GetElapsedTime(finished.Peek()).TotalSeconds;
        return span > 0 ? finished.Count / span : 0;
    }

    private void Tell()
    {
        lock (gate)
        {
            if (toldAt is { } at && clock.GetElapsedTime(at) < TellEvery)
            {
                // The last change must be told too, so one is on its way whenever one was held back.
                tellLater ??= clock.CreateTimer(_ => TellHeldBack(), null, TellEvery, Timeout.InfiniteTimeSpan);
                return;
            }

            toldAt = clock.GetTimestamp();
        }

        Changed?.Invoke();
    }

    private void TellHeldBack()
    {
        lock (gate)
        {
            tellLater?.Dispose();
            tellLater = null;
            toldAt = clock.GetTimestamp();
        }

        Changed?.Invoke();
    }

    /// <param name="Done">Files finished, failed ones included.</param>
    /// <param name="Total">Files taken in.</param>
    /// <param name="PerSecond">Files a second over the last seconds; 0 when idle.</param>
    /// <param name="Stopped">Why nothing goes on (disk full), a sentence; null while it goes on.</param>
    public sealed record IngestState(int Done, int Total, int Failed, double PerSecond, string? DeliveredBy, string? Stopped);
}
