using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Ingest;

internal static class IngestServices
{
    public static IServiceCollection AddIngest(this IServiceCollection services) =>
        services
            .AddSingleton<IngestInbox>()
            .AddSingleton<IngestProgress>()
            .AddSingleton<IngestProblems>();
}
