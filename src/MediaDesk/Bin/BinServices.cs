using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Bin;

internal static class BinServices
{
    public static IServiceCollection AddBin(this IServiceCollection services) =>
        services
            .AddSingleton<MediaBin>();
}
