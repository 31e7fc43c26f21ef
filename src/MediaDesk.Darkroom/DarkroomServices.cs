using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaDesk.Darkroom;

public static class DarkroomServices
{
    /// <summary>The pool, with options from section <c>Darkroom</c>. A <see cref="DarkroomHost"/> registered before is kept.</summary>
    public static IServiceCollection AddDarkroom(this IServiceCollection services)
    {
        services.AddOptions<DarkroomOptions>().BindConfiguration("Darkroom").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(_ => DarkroomHost.OfThisProcess());
        return services.AddSingleton<DarkroomPool>();
    }
}
