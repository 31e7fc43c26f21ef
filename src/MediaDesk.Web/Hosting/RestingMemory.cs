namespace MediaDesk.Web.Hosting;

/// <summary>
/// Gives memory back when the desk has come to rest. What starting, a large delivery or a busy hour left behind would otherwise stay for
/// hours: nobody collects garbage where nobody makes more of it.
/// </summary>
internal sealed class RestingMemory(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>Made between two looks, in bytes; a desk at rest makes less.</summary>
    private const long Activity = 2 << 20;

    /// <summary>Made since the last time, in bytes; less is not worth the pause.</summary>
    private const long WorthCollecting = 16 << 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (before, collected) = (0L, 0L);
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var made = GC.GetTotalAllocatedBytes();
            if (made - before < Activity && made - collected > WorthCollecting)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                collected = made;
            }

            before = made;
        }
    }
}
