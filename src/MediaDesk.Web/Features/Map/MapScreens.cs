namespace MediaDesk.Web.Features.Map;

internal static class MapScreens
{
    public static IServiceCollection AddMapScreens(this IServiceCollection services)
    {
        services.AddOptions<MapTiles>().BindConfiguration("Map")
            .Validate(tiles => tiles.IsUsable, "Map:TileUrl is an address of a map server with {z}, {x} and {y} in it, such as https://tiles.example.org/{z}/{x}/{y}.png.");
        return services;
    }
}
