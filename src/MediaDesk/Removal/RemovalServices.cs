using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Removal;

internal static class RemovalServices
{
    public static IServiceCollection AddRemoval(this IServiceCollection services) =>
        services
            .AddSingleton<MediaBin>()
            .AddHostedService<BinEmptying>();
}
