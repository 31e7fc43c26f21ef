using MediaDesk.Data;
using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Agencies;

internal static class AgenciesServices
{
    public static IServiceCollection AddAgencies(this IServiceCollection services) =>
        services
            .AddSingleton<AgencyRows>()
            .AddSingleton(provider => new HeldRows(AgencyRows.SeedAsync, provider.GetRequiredService<AgencyRows>().LoadAsync))
            .AddSingleton(provider => new AgencyEditor(
                provider.GetRequiredService<DeskWriter>(), provider.GetRequiredService<AgencyRows>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<AgencyList>()
            .AddSingleton<AgencyFollowing>()
            .AddSingleton<AgencyProgress>()
            .AddSingleton<UnreadCredits>()
            .AddHostedService<AgencyFollowingWorker>();
}
