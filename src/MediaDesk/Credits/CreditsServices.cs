using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Credits;

internal static class CreditsServices
{
    public static IServiceCollection AddCredits(this IServiceCollection services) =>
        services
            .AddSingleton(_ => new CurrentAgencies())
            .AddSingleton<CreditReader>();
}
