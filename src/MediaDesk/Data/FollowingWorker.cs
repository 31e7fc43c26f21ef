using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaDesk.Data;

/// <summary>
/// Brings the photos after rules that have changed, here or in another process: in the background, once at the start and then at each change.
/// What failed is told to the log and tried again.
/// </summary>
/// <param name="what">What the photos follow, for the log.</param>
/// <param name="progress">Told how far it is, where a screen shows it.</param>
internal abstract partial class FollowingWorker(string what, FollowingProgress? progress, TimeProvider clock, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Goes through the photos that do not follow yet; none is the usual case.</summary>
    protected abstract Task FollowAsync(IProgress<(int Done, int Total)> told, CancellationToken cancellationToken);

    /// <summary>Has <paramref name="ring"/> called at each change.</summary>
    protected abstract void Listen(Action ring);

    protected abstract void StopListening(Action ring);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The desk answers first.
        await Task.Yield();
        Listen(Ring);
        try
        {
            Ring();
            await foreach (var _ in bell.Reader.ReadAllAsync(stoppingToken))
            {
                if (!await TryFollowAsync(stoppingToken))
                {
                    await Task.Delay(Pause, clock, stoppingToken);
                    Ring();
                }
            }
        }
        finally
        {
            StopListening(Ring);
        }
    }

    private void Ring() => bell.Writer.TryWrite(true);

    private async Task<bool> TryFollowAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FollowAsync(new Told(progress), stoppingToken);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailed(log, what, fault);
            return false;
        }
        finally
        {
            progress?.Current = null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The photos could not be brought after changed {What}; trying again")]
    private static partial void LogFailed(ILogger log, string what, Exception fault);

    // Not Progress<T>, which tells later, from another thread and perhaps after the end.
    private sealed class Told(FollowingProgress? progress) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => progress?.Current = value;
    }
}
