using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Captions;

internal static class CaptionsServices
{
    public static IServiceCollection AddCaptions(this IServiceCollection services) =>
        services
            .AddSingleton<CaptionEditor>()
            .AddSingleton<MediaDetailsReader>();
}
