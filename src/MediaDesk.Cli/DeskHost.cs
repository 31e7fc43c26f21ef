using MediaDesk.Data;
using MediaDesk.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaDesk.Cli;

/// <summary>The desk behind a verb. A running desk on the same folder goes on undisturbed.</summary>
internal sealed class DeskHost : IDisposable
{
    private readonly IHost host;

    private DeskHost(IHost host) => this.host = host;

    /// <summary>Opens the folder, or says why that cannot be. Only with <paramref name="create"/> a missing one is made.</summary>
    public static async Task<(DeskHost? Desk, string? Refusal)> OpenAsync(string dataFolder, bool create, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(dataFolder) || dataFolder.Contains('\0'))
        {
            return (null, "--data needs the name of a folder.");
        }

        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration
            .AddEnvironmentVariables()
            .AddInMemoryCollection([new("Desk:DataFolder", Path.GetFullPath(dataFolder))]);
        builder.Logging
            .AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Error);
        builder.Services.AddMediaDesk();
        var desk = new DeskHost(builder.Build());
        var folder = desk.Get<DeskFolder>();
        var refusal = !create && !File.Exists(folder.Database)
            ? $"There is no desk in {folder.Root}. Name its data folder with --data."
            : (await desk.Get<DeskStartup>().OpenAsync(isDesk: false, cancellationToken)).Problem;
        if (refusal is null)
        {
            return (desk, null);
        }

        desk.Dispose();
        return (null, refusal);
    }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Starts the background work.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => host.StartAsync(cancellationToken);

    public Task StopAsync() => host.StopAsync(CancellationToken.None);

    public void Dispose() => host.Dispose();
}
