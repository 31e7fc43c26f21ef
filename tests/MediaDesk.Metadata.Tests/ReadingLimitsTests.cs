using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests;

/// <summary>No file, however it is made, may hold up whoever reads it.</summary>
public sealed class ReadingLimitsTests
{
    private const double MostSeconds = 1;

    /// <summary>All that is allocated, of which not everything lives at once.</summary>
    private const long MostBytesAboveTheFile = 64 << 20;

    [Theory]
    [InlineData("corpus")]
    [InlineData("iptc")]
    public void EachFile_ReadOrListed_StaysWithinTimeAndMemory(string folder)
    {
        var over = new List<string>();
        foreach (var path in Corpus.Files(folder))
        {
            using var file = File.OpenRead(path);
            foreach (var (name, work) in new (string, Action)[] { ("read", () => MetadataReader.Read(file)), ("listed", () => MetadataReader.ReadLayers(file)) })
            {
                var bytes = Effort.AllocatedBytes(work);
                var seconds = Effort.Seconds(work, enough: MostSeconds);
                if (seconds > MostSeconds || bytes > file.Length + MostBytesAboveTheFile)
                {
                    over.Add($"{path} {name}: {seconds:0.00} s, {bytes >> 10} KiB for a file of {file.Length >> 10} KiB");
                }
            }
        }

        Assert.True(over.Count == 0, string.Join('\n', over));
    }
}
