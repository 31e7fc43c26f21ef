namespace MediaDesk.Web.Features.Sheet;

internal static class SheetScreens
{
    public static IServiceCollection AddSheetScreens(this IServiceCollection services) =>
        services.AddScoped<SheetSelection>().AddScoped<SheetUnfolding>().AddScoped<SheetNeighbours>().AddTransient<SheetRefresh>();
}
