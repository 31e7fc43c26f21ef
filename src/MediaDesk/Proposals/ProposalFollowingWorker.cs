using MediaDesk.Credits;
using MediaDesk.Data;
using Microsoft.Extensions.Logging;

namespace MediaDesk.Proposals;

/// <summary>The proposals of the photos follow the agencies, and the rules by which captions are read.</summary>
internal sealed class ProposalFollowingWorker(ProposalFollowing following, CurrentAgencies current, TimeProvider clock, ILogger<ProposalFollowingWorker> log)
    : FollowingWorker("readings of captions", progress: null, clock, log)
{
    protected override Task FollowAsync(IProgress<(int Done, int Total)> told, CancellationToken cancellationToken) => following.RunAsync(cancellationToken);

    protected override void Listen(Action ring) => current.Changed += ring;

    protected override void StopListening(Action ring) => current.Changed -= ring;
}
