using MediaDesk.Cleaning;
using MediaDesk.Credits;
using MediaDesk.Data;
using Microsoft.Extensions.Logging;

namespace MediaDesk.CleaningOrder;

/// <summary>The photos follow the cleaning rules, and the agencies by which these read credits.</summary>
internal sealed class CleaningFollowingWorker(
    CleaningFollowing following, CurrentCleaning cleaning, CurrentAgencies agencies, CleaningProgress progress, TimeProvider clock,
    ILogger<CleaningFollowingWorker> log)
    : FollowingWorker("cleaning rules", progress, clock, log)
{
    protected override Task FollowAsync(IProgress<(int Done, int Total)> told, CancellationToken cancellationToken) => following.RunAsync(told, cancellationToken);

    protected override void Listen(Action ring)
    {
        cleaning.Changed += ring;
        agencies.Changed += ring;
    }

    protected override void StopListening(Action ring)
    {
        cleaning.Changed -= ring;
        agencies.Changed -= ring;
    }
}
