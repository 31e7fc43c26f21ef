namespace MediaDesk.Web.Features.Editor;

internal static class EditorScreens
{
    public static IServiceCollection AddEditorScreens(this IServiceCollection services) => services.AddScoped<CurrentEditor>();
}
