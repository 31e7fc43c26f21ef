namespace MediaDesk.Web.Features.Captions;

internal static class CaptionScreens
{
    public static IServiceCollection AddCaptionScreens(this IServiceCollection services) =>
        services.AddScoped<CaptionDrafts>().AddScoped<KeptDrafts>().AddScoped<SaveState>();
}
