using MediaDesk.Data;
using MediaDesk.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MediaDesk.Benchmarks;

/// <summary>A desk without a screen in a folder of its own.</summary>
internal sealed class BenchmarkDesk(ServiceProvider services, string folder) : IAsyncDisposable
{
    public string Folder => folder;

    /// <param name="configure">Takes something away that is to be measured.</param>
    public static Task<BenchmarkDesk> OpenAsync(Action<IServiceCollection>? configure = null) =>
        OpenAsync(Directory.CreateTempSubdirectory("mediadesk-benchmark-desk-").FullName, configure);

    /// <summary>A desk that is there.</summary>
    public static async Task<BenchmarkDesk> OpenAsync(string folder, Action<IServiceCollection>? configure = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Desk:DataFolder"] = folder })
            .Build();
        var registrations = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddMediaDesk();
        configure?.Invoke(registrations);
        var services = registrations.BuildServiceProvider();
        services.GetRequiredService<DeskFolder>().Create();
        await services.GetRequiredService<DeskDatabase>().MigrateAsync(CancellationToken.None);
        return new(services, folder);
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Starts the background work, as a host does.</summary>
    public async Task StartAsync()
    {
        foreach (var work in services.GetServices<IHostedService>())
        {
            await work.StartAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var work in services.GetServices<IHostedService>())
        {
            await work.StopAsync(CancellationToken.None);
        }

        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
