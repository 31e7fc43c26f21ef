namespace MediaDesk.Metadata.Tests.Agreement;

/// <summary>A value on which we do not agree with exiftool.</summary>
/// <param name="Got">Null when we have nothing there.</param>
internal sealed record Difference(string File, DumpedTag Tag, string Want, string? Got);

/// <summary>Collects values one by one: agreed or not.</summary>
internal sealed class Comparison(string file)
{
    public int Agreed { get; private set; }

    public List<Difference> Differences { get; } = [];

    public void Add(DumpedTag tag, string want, string? got, bool isSame)
    {
        if (isSame)
        {
            Agreed++;
        }
        else
        {
            Differences.Add(new(file, tag, want, got));
        }
    }

    /// <summary>Takes over another comparison, of which there were several to choose from.</summary>
    public void Add(Comparison best)
    {
        Agreed += best.Agreed;
        Differences.AddRange(best.Differences);
    }
}
