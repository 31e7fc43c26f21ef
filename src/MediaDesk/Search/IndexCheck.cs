using System.Runtime.CompilerServices;
using MediaDesk.Check;

namespace MediaDesk.Search;

/// <summary>The part of a check that looks at the search index.</summary>
internal sealed class IndexCheck(SearchIndex index) : IDeskCheck
{
    public async IAsyncEnumerable<DeskFinding> FindAsync(
        IProgress<DeskCheckProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var finding in await index.CheckAsync(cancellationToken))
        {
            yield return new("index", null, finding);
        }
    }
}
