using MediaDesk.Check;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Search;

internal static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        services
            .AddSingleton<SearchIndex>()
            .AddSingleton<MediaSearch>()
            .AddSingleton<IDeskCheck, IndexCheck>()
            // The contexts ask for their interceptors and the index asks for contexts: it is looked up with the first save.
            .AddSingleton<ISaveChangesInterceptor>(provider => new SearchIndexKeeper(new(provider.GetRequiredService<SearchIndex>)));
}
