using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests.Agreement;

/// <summary>Every value that exiftool finds in XMP, IIM and EXIF of every photo beside the repository, against what we list.</summary>
public sealed class LayerAgreementTests(ITestOutputHelper output)
{
    /// <summary>Differences with a reason count here too.</summary>
    private const double Floor = 0.995;

    [Fact]
    public void Layers_OfEveryPhoto_AgreeWithExiftool()
    {
        var (agreed, photos) = (0, 0);
        var differences = new List<(Difference Difference, string? Reason)>();
        foreach (var file in ExiftoolDump.Of(Corpus.Folder("corpus"), Corpus.Folder("iptc")))
        {
            using var stream = File.OpenRead(file.Path);
            var layers = MetadataReader.ReadLayers(stream);
            if (layers.Format is null)
            {
                continue;
            }

            var result = new Comparison(file.Path);
            foreach (var tag in file.Tags)
            {
                if (tag.Group.StartsWith("XMP-", StringComparison.Ordinal))
                {
                    XmpComparison.Compare(file.Path, tag, layers, result);
                }
                else if (tag.Group.StartsWith("IPTC", StringComparison.Ordinal))
                {
                    IimComparison.Compare(file.Path, tag, layers, result);
                }
                else
                {
                    ExifComparison.Compare(file.Path, tag, layers, result);
                }
            }

            photos++;
            agreed += result.Agreed;
            differences.AddRange(result.Differences.Select(difference => (difference, Reasons.Of(difference, layers))));
        }

        foreach (var reason in differences.GroupBy(pair => pair.Reason).OrderByDescending(reason => reason.Count()))
        {
            output.WriteLine($"{reason.Count()}: {reason.Key ?? "no reason"}");
        }

        var share = agreed / (double)(agreed + differences.Count);
        output.WriteLine($"{photos} photos, {agreed} values agree, {differences.Count} differ: {share:P2}.");
        var unexplained = differences.Where(pair => pair.Reason is null).Select(pair => pair.Difference).ToList();
        Assert.True(unexplained.Count == 0, string.Join('\n', unexplained.Select(Line)));
        Assert.True(share >= Floor, $"{share:P2} agree:\n" + string.Join('\n', differences.OrderBy(pair => pair.Reason, StringComparer.Ordinal).Select(pair => Line(pair.Difference))));
    }

    private static string Line(Difference difference) =>
        $"{difference.File} {difference.Tag.Group}:{difference.Tag.Name}: exiftool “{difference.Want}”, we {(difference.Got is { } got ? $"“{got}”" : "nothing")}";
}
