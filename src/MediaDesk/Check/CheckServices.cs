using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Check;

internal static class CheckServices
{
    public static IServiceCollection AddCheck(this IServiceCollection services) =>
        services
            .AddSingleton<IDeskCheck, FilesCheck>()
            .AddSingleton<DeskCheck>();
}
