using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Export;

internal static class ExportServices
{
    public static IServiceCollection AddExport(this IServiceCollection services) =>
        services
            .AddSingleton<PhotoDownload>()
            .AddSingleton<PhotoExport>();
}
