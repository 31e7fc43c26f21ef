using MediaDesk.Check;
using MediaDesk.Search.Completion;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Search;

internal static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        services
            .AddSingleton<SearchIndex>()
            .AddSingleton<IndexFollowing>()
            .AddSingleton<MediaSearch>()
            .AddSingleton<NameProfiles>()
            .AddSingleton<SearchCompletion>()
            .AddSingleton<SavedSearches>()
            .AddHostedService<IndexUpkeep>()
            .AddSingleton<IDeskCheck, IndexCheck>()
            // The contexts ask for their interceptors and the index asks for contexts: it is looked up with the first save.
            .AddSingleton<ISaveChangesInterceptor>(provider => new SearchIndexKeeper(new(provider.GetRequiredService<SearchIndex>)));
}
