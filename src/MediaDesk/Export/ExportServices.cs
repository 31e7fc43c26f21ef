using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Export;

internal static class ExportServices
{
    public static IServiceCollection AddExport(this IServiceCollection services)
    {
        services.AddOptions<ExportOptions>().BindConfiguration("Export");
        return services
            .AddSingleton<LeavingForecast>()
            .AddSingleton<PhotoDownload>()
            .AddSingleton<PhotoExport>()
            .AddSingleton<ExportRuns>();
    }
}
