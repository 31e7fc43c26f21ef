using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.History;

internal static class HistoryServices
{
    public static IServiceCollection AddHistory(this IServiceCollection services) =>
        services
            .AddSingleton<DeskHistory>();
}
