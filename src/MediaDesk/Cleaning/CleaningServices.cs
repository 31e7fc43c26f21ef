using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Cleaning;

internal static class CleaningServices
{
    public static IServiceCollection AddCleaning(this IServiceCollection services) =>
        services.AddSingleton<CurrentCleaning>().AddSingleton<Cleaner>();
}
