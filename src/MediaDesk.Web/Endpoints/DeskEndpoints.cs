namespace MediaDesk.Web.Endpoints;

/// <summary>Everything the desk answers over HTTP besides its pages.</summary>
internal static class DeskEndpoints
{
    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapSearch();
        routes.MapSearchResults();
        routes.MapSavedSearches();
        routes.MapMedia();
        routes.MapProposals();
        routes.MapWording();
        routes.MapUpload();
        routes.MapRenditions();
        routes.MapDownloads();
        routes.MapAgencies();
        routes.MapCleaning();
        routes.MapPlaces();
        routes.MapPlacesImport();
        routes.MapHealth();
        routes.MapOpenApi();
    }
}
