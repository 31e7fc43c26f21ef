using MediaDesk.Agencies;
using MediaDesk.Removal;
using MediaDesk.Captions;
using MediaDesk.Check;
using MediaDesk.Cleaning;
using MediaDesk.CleaningOrder;
using MediaDesk.Credits;
using MediaDesk.Darkroom;
using MediaDesk.Data;
using MediaDesk.Export;
using MediaDesk.History;
using MediaDesk.HousePlaces;
using MediaDesk.Ingest;
using MediaDesk.Places;
using MediaDesk.Proposals;
using MediaDesk.Search;
using MediaDesk.Storage;
using MediaDesk.Wording;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaDesk;

/// <summary>The desk without a screen, one line per folder.</summary>
public static class MediaDeskServices
{
    /// <summary>Options come from the configuration sections <c>Desk</c>, <c>Darkroom</c> and <c>Ingest</c>.</summary>
    public static IServiceCollection AddMediaDesk(this IServiceCollection services)
    {
        services.AddOptions<DeskOptions>().BindConfiguration("Desk").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddStorage()
            .AddData()
            .AddDarkroom()
            .AddIngest()
            .AddCaptions()
            .AddPlaces()
            .AddCredits()
            .AddWording()
            .AddAgencies()
            .AddCleaning()
            .AddCleaningOrder()
            .AddHistory()
            .AddHousePlaces()
            .AddRemoval()
            .AddExport()
            .AddProposals()
            .AddSearch()
            .AddCheck();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services) =>
        services.AddSingleton<DeskFolder>().AddSingleton<DiskSpace>().AddSingleton<OriginalStore>();

    private static IServiceCollection AddData(this IServiceCollection services) =>
        services
            .AddDbContextFactory<DeskDbContext>((provider, options) =>
            {
                DeskDatabase.Configure(options, provider.GetRequiredService<DeskFolder>());
                // Search keeps its index by an interceptor, so that no change can forget it.
                options.AddInterceptors(provider.GetServices<ISaveChangesInterceptor>());
            })
            .AddSingleton<DeskDatabase>()
            .AddSingleton<DeskStartup>()
            .AddSingleton<DeskNews>()
            .AddSingleton<DeskWriter>()
            .AddHostedService<NewsFromElsewhere>();
}
