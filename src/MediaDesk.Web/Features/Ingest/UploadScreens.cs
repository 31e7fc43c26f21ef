namespace MediaDesk.Web.Features.Ingest;

internal static class UploadScreens
{
    public static IServiceCollection AddUploadScreens(this IServiceCollection services) => services.AddScoped<Uploads>();
}
