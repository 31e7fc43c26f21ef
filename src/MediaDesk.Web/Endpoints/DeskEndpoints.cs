namespace MediaDesk.Web.Endpoints;

/// <summary>Everything the desk answers over HTTP besides its pages.</summary>
internal static class DeskEndpoints
{
    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapSearch();
        routes.MapMedia();
        routes.MapUpload();
        routes.MapRenditions();
        routes.MapDownloads();
        routes.MapHealth();
        routes.MapOpenApi();
    }
}
