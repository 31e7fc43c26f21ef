using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Places;

internal static class PlacesServices
{
    public static IServiceCollection AddPlaces(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new Gazetteer(() => provider.GetService<Func<PlacesAbove?>>()?.Invoke()))
            .AddHostedService<GazetteerLoading>();
}
