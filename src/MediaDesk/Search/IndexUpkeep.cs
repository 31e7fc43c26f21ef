using MediaDesk.Data;
using MediaDesk.Places;
using Microsoft.Extensions.Logging;

namespace MediaDesk.Search;

/// <summary>
/// When the desk starts: reads into memory what results are counted by, and finishes an index that is not complete; searches say how far
/// it is. From then on brings the photos after every change of the gazetteer, here or in another process.
/// </summary>
internal sealed class IndexUpkeep(SearchIndex index, IndexFollowing following, MediaSearch search, Gazetteer gazetteer, TimeProvider clock, ILogger<IndexUpkeep> log)
    : FollowingWorker("places", progress: null, clock, log)
{
    protected override async Task FollowAsync(IProgress<(int Done, int Total)> told, CancellationToken cancellationToken)
    {
        await search.WarmAsync(cancellationToken);
        await index.CompleteAsync(null, cancellationToken);
        await following.RunAsync(null, cancellationToken);
    }

    protected override void Listen(Action ring) => gazetteer.Changed += ring;

    protected override void StopListening(Action ring) => gazetteer.Changed -= ring;
}
