using System.Collections.Immutable;

namespace MediaDesk.Metadata.Writing;

/// <summary>Collects what a write does beyond the properties asked for, each once.</summary>
internal sealed class WriteWarnings
{
    private readonly List<string> sentences = [];

    /// <summary>Whether a damaged block was mended, so that things which could not be read before may show.</summary>
    public bool IsRepaired { get; private set; }

    public void Add(string sentence)
    {
        if (!sentences.Contains(sentence))
        {
            sentences.Add(sentence);
        }
    }

    public void AddRepair(string sentence)
    {
        IsRepaired = true;
        Add(sentence);
    }

    public ImmutableArray<string> ToImmutable() => [.. sentences];
}
