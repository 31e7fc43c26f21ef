using MediaDesk.Data;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MediaDesk.Ingest;

internal static class IngestServices
{
    public static IServiceCollection AddIngest(this IServiceCollection services)
    {
        services.AddOptions<IngestOptions>().BindConfiguration("Ingest").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IngestOwner>()
            .AddSingleton<IngestBatches>()
            .AddSingleton<IngestBell>()
            .AddSingleton<IngestProgress>()
            .AddSingleton<IngestQueue>()
            .AddSingleton<IngestRows>()
            .AddSingleton<ContentTurns>()
            .AddSingleton<IngestPhoto>()
            .AddSingleton<IngestSidecar>()
            .AddSingleton<SidecarPhotos>()
            .AddSingleton<IngestLeftovers>()
            // By hand, because their constructors name types that stay inside.
            .AddSingleton(x => new IngestInbox(
                x.GetRequiredService<DeskWriter>(), x.GetRequiredService<IDbContextFactory<DeskDbContext>>(), x.GetRequiredService<OriginalStore>(),
                x.GetRequiredService<DiskSpace>(), x.GetRequiredService<IngestOwner>(), x.GetRequiredService<IngestBatches>(),
                x.GetRequiredService<IngestBell>(), x.GetRequiredService<IngestProgress>(), x.GetRequiredService<TimeProvider>(),
                x.GetRequiredService<IOptions<IngestOptions>>()))
            .AddSingleton(x => new IngestProblems(
                x.GetRequiredService<IDbContextFactory<DeskDbContext>>(), x.GetRequiredService<DeskWriter>(), x.GetRequiredService<IngestOwner>(),
                x.GetRequiredService<IngestBell>(), x.GetRequiredService<IngestProgress>(), x.GetRequiredService<TimeProvider>()))
            .AddSingleton<WatchFolderMoves>()
            .AddSingleton<RecordImport>()
            .AddHostedService<IngestWorker>()
            .AddHostedService<WatchFolderWorker>()
            .AddSingleton<EarlierPictures>()
            .AddHostedService(provider => provider.GetRequiredService<EarlierPictures>());
    }
}
