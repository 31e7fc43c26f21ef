using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Search;

internal static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        services
            .AddSingleton<MediaSearch>();
}
