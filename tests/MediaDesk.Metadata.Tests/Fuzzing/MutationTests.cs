using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests.Fuzzing;

/// <summary>20,000 spoilt files, read and written. A million of them, and fuzzing by coverage: tests/MediaDesk.Fuzz/run.</summary>
public sealed class MutationTests
{
    private const int Seed = 20140624;
    private const int Inputs = 20_000;

    [Fact]
    public void SpoiltFiles_AreReadAndWrittenWithinTheLimits()
    {
        var mutation = new Mutation(FuzzSeeds.All(Corpus.FolderIfHere("corpus")), Seed);

        var (inputs, findings) = FuzzRun.Run(mutation, Inputs, threads: 2);

        Assert.True(findings.Count == 0, $"{findings.Count} of {inputs} inputs of seed {Seed}:\n{string.Join('\n', findings.Select(finding => $"{finding.Number}: {finding.What}"))}");
        Assert.Equal(Inputs, inputs);
    }

    [Fact]
    public void SameNumber_IsTheSameFile()
    {
        var (one, other) = (new Mutation(FuzzSeeds.All(null), 7), new Mutation(FuzzSeeds.All(null), 7));
        Assert.All(Enumerable.Range(0, 200).Reverse(), number => Assert.Equal(one.Input(number), other.Input(number)));
    }

    [Fact]
    public void Seeds_AreSoundBeforeTheyAreSpoilt() => Assert.All(
        FuzzSeeds.Own().Select((file, index) => (file, index)), seed => Assert.Null(Ordeal.Undergo(seed.file, seed.index)));
}
