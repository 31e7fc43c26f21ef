using Microsoft.Extensions.Hosting;

namespace MediaDesk.Places;

/// <summary>Reads the gazetteer on a thread of its own while the desk starts, so that nobody's first question waits for it.</summary>
internal sealed class GazetteerLoading(Gazetteer gazetteer) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(gazetteer.Load, stoppingToken);
}
