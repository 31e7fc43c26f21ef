using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaDesk.Removal;

/// <summary>Empties the bin of what has been in it long enough: when the desk starts, and once a day.</summary>
internal sealed partial class BinEmptying(MediaBin bin, TimeProvider clock, ILogger<BinEmptying> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                var count = await bin.EmptyOldAsync(stoppingToken);
                if (count > 0)
                {
                    Emptied(count);
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DbException or DbUpdateException)
            {
                // A disk that fails today is tried again tomorrow; the photos stay in the bin meanwhile.
                Failed(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "Deleted {Count} photos that had been in the bin for 30 days")]
    private partial void Emptied(int count);

    [LoggerMessage(LogLevel.Error, "The bin could not be emptied")]
    private partial void Failed(Exception fault);
}
