namespace MediaDesk.Search.Alike;

/// <summary>How many photos on the desk each group has, by the numbers of <see cref="AlikeCentres"/>.</summary>
internal sealed class AlikeCounts
{
    private readonly List<int> counts = [0];

    /// <summary>Photos that stand behind another one of their group.</summary>
    public int Behind { get; private set; }

    public int Of(int group) => group < counts.Count ? counts[group] : 0;

    /// <param name="change">1 or -1.</param>
    public void Add(int group, int change)
    {
        if (group == 0)
        {
            return;
        }

        while (counts.Count <= group)
        {
            counts.Add(0);
        }

        Behind += (counts[group] > 1 ? 1 - counts[group] : 0) + (counts[group] + change > 1 ? counts[group] + change - 1 : 0);
        counts[group] += change;
    }
}
