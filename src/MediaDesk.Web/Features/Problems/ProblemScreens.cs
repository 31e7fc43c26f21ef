namespace MediaDesk.Web.Features.Problems;

internal static class ProblemScreens
{
    public static IServiceCollection AddProblemScreens(this IServiceCollection services) => services.AddSingleton<ProblemFeed>();
}
