using MediaDesk.Darkroom;
using MediaDesk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MediaDesk.Tests;

/// <summary>
/// A real desk in a folder of its own: every registration of <c>AddMediaDesk</c>, migrated. Background work runs only after
/// <see cref="StartAsync"/>. The folder goes away with the desk, unless it was given.
/// </summary>
public sealed class DeskFixture : IAsyncDisposable
{
    private readonly bool ownsFolder;
    private readonly List<IHostedService> started = [];

    private DeskFixture(ServiceProvider services, string dataFolder, bool ownsFolder) =>
        (Services, DataFolder, this.ownsFolder) = (services, dataFolder, ownsFolder);

    public ServiceProvider Services { get; }

    public string DataFolder { get; }

    /// <summary>Opens a desk. <paramref name="settings"/> are configuration keys such as <c>Ingest:SettleTime</c>.</summary>
    public static async Task<DeskFixture> OpenAsync(
        Action<IServiceCollection>? configure = null, IDictionary<string, string?>? settings = null, string? dataFolder = null)
    {
        var folder = dataFolder ?? Directory.CreateTempSubdirectory("mediadesk-test-").FullName;
        var desk = new DeskFixture(Register(configure, settings, folder), folder, dataFolder is null);
        desk.Get<Storage.DeskFolder>().Create();
        Assert.Null(await desk.Get<DeskDatabase>().MigrateAsync(TestContext.Current.CancellationToken));
        return desk;
    }

    /// <summary>A desk whose data folder has not been touched yet.</summary>
    public static DeskFixture Closed(string dataFolder) => new(Register(null, null, dataFolder), dataFolder, ownsFolder: false);

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A context to look at the rows with.</summary>
    public DeskDbContext Rows() => Get<IDbContextFactory<DeskDbContext>>().CreateDbContext();

    /// <summary>Starts the background work, as a host does.</summary>
    public async Task StartAsync()
    {
        foreach (var work in Services.GetServices<IHostedService>())
        {
            await work.StartAsync(TestContext.Current.CancellationToken);
            started.Add(work);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var work in Enumerable.Reverse(started))
        {
            await work.StopAsync(CancellationToken.None);
        }

        await Services.DisposeAsync();
        if (ownsFolder)
        {
            Directory.Delete(DataFolder, recursive: true);
        }
    }

    private static ServiceProvider Register(Action<IServiceCollection>? configure, IDictionary<string, string?>? settings, string folder)
    {
        var values = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>()) { ["Desk:DataFolder"] = folder };
        var services = new ServiceCollection();
        services
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddSingleton(DarkroomHost.OfAssembly(Path.Combine(AppContext.BaseDirectory, "MediaDesk.Cli.dll")))
            .AddMediaDesk();
        configure?.Invoke(services);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
