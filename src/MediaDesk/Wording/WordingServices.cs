using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Wording;

internal static class WordingServices
{
    public static IServiceCollection AddWording(this IServiceCollection services) => 
        services
            .AddSingleton<CaptionReader>()
            .AddSingleton<ArticleReader>();
}
