using MediaDesk.Check;
using MediaDesk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.CleaningOrder;

internal static class CleaningOrderServices
{
    public static IServiceCollection AddCleaningOrder(this IServiceCollection services) =>
        services
            .AddSingleton<CleaningRows>()
            .AddSingleton(provider => new HeldRows(CleaningRows.SeedAsync, provider.GetRequiredService<CleaningRows>().LoadAsync))
            // By hand, because its constructor names a type that stays inside.
            .AddSingleton(provider => new CleaningEditor(
                provider.GetRequiredService<IDbContextFactory<DeskDbContext>>(), provider.GetRequiredService<DeskWriter>(),
                provider.GetRequiredService<CleaningRows>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<CleaningFollowing>()
            .AddSingleton<CleaningProgress>()
            .AddSingleton<IDeskCheck, CleaningCheck>()
            .AddHostedService<CleaningFollowingWorker>();
}
