namespace MediaDesk.Ingest;

/// <summary>How far the running ingest is, for everyone who looks at the desk.</summary>
public sealed class IngestProgress
{
    /// <summary>Since the queue was last empty.</summary>
    public IngestState Current => throw new NotImplementedException();

    /// <summary>Raised at most a few times a second. Subscribers must be quick and never throw.</summary>
    public event Action? Changed
    {
        add => throw new NotImplementedException();
        remove => throw new NotImplementedException();
    }

    /// <param name="Done">Files finished, failed ones included.</param>
    /// <param name="Total">Files taken in.</param>
    /// <param name="PerSecond">Files a second over the last seconds; 0 when idle.</param>
    /// <param name="Stopped">Why nothing goes on (disk full), a sentence; null while it goes on.</param>
    public sealed record IngestState(int Done, int Total, int Failed, double PerSecond, string? DeliveredBy, string? Stopped);
}
