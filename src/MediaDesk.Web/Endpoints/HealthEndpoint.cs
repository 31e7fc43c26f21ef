using MediaDesk.Data;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Web.Endpoints;

/// <summary>Whether the desk works, for whoever watches over it.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/health", GetAsync)
            .WithName("GetHealth")
            .WithSummary("Whether the desk works, how many photos are on it and how much room is left");

    private static async Task<HealthAnswer> GetAsync(
        IDbContextFactory<DeskDbContext> contexts, DiskSpace disk, HttpResponse response, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var photos = await db.Media.CountAsync(item => item.RemovedUtc == null, cancellationToken);
        var room = disk.Measure();
        response.Headers.CacheControl = "no-store";
        return new("ok", photos, new(room.FreeBytes, room.TotalBytes));
    }

    private sealed record HealthAnswer(string Status, int Photos, DiskAnswer Disk);

    private sealed record DiskAnswer(long FreeBytes, long TotalBytes);
}
