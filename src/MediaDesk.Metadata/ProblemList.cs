using System.Collections.Immutable;

namespace MediaDesk.Metadata;

/// <summary>Collects what could not be taken as it stands; bounded, so that a hostile file cannot make it the largest thing read.</summary>
internal sealed class ProblemList
{
    private const int Most = 100;

    private readonly List<Problem> problems = [];
    private int left;

    public void Add(string where, string what)
    {
        var problem = new Problem(where, what);
        if (problems.Contains(problem))
        {
            return;
        }

        if (problems.Count < Most)
        {
            problems.Add(problem);
        }
        else
        {
            left++;
        }
    }

    public ImmutableArray<Problem> ToImmutable() =>
        left == 0 ? [.. problems] : [.. problems, new Problem("file", $"{left} further problems are not listed.")];
}
