using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaDesk.Data;

/// <summary>Notices within about a second what another process wrote, so that a photo added on the command line appears on the open desks.</summary>
internal sealed partial class NewsFromElsewhere(DeskWriter writer, TimeProvider clock, ILogger<NewsFromElsewhere> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await writer.LookElsewhereAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogUnreadable(log, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not be asked for news; asking again")]
    private static partial void LogUnreadable(ILogger logger, Exception fault);
}
