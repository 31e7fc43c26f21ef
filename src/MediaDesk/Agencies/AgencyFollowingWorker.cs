using MediaDesk.Credits;
using MediaDesk.Data;
using Microsoft.Extensions.Logging;

namespace MediaDesk.Agencies;

/// <summary>The photos follow the agencies.</summary>
internal sealed class AgencyFollowingWorker(
    AgencyFollowing following, CurrentAgencies current, AgencyProgress progress, TimeProvider clock, ILogger<AgencyFollowingWorker> log)
    : FollowingWorker("agencies", progress, clock, log)
{
    protected override Task FollowAsync(IProgress<(int Done, int Total)> told, CancellationToken cancellationToken) => following.RunAsync(told, cancellationToken);

    protected override void Listen(Action ring) => current.Changed += ring;

    protected override void StopListening(Action ring) => current.Changed -= ring;
}
