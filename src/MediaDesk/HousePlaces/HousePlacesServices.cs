using MediaDesk.Data;
using MediaDesk.Places;
using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.HousePlaces;

internal static class HousePlacesServices
{
    public static IServiceCollection AddHousePlaces(this IServiceCollection services) =>
        services
            .AddSingleton<HousePlaceSeeds>()
            .AddSingleton<HousePlaceOverlay>()
            .AddSingleton<Func<PlacesAbove?>>(provider => () => provider.GetRequiredService<HousePlaceOverlay>().Read())
            .AddSingleton(provider => new HeldRows(
                (db, cancellationToken) => HousePlaceSeeds.GiveAsync(db, provider.GetRequiredService<TimeProvider>(), cancellationToken),
                (db, _) => provider.GetRequiredService<HousePlaceOverlay>().KeepAsync(db)))
            .AddHostedService(provider => provider.GetRequiredService<HousePlaceOverlay>())
            .AddSingleton<HousePlaceBook>()
            .AddSingleton<PlaceImporter>();
}
