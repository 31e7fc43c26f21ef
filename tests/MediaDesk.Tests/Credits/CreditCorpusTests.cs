using System.Text.Json;
using MediaDesk.Wording;

namespace MediaDesk.Tests.Credits;

/// <summary>Real credit lines, annotated by hand, from the shared material; used in place, never copied.</summary>
public sealed class CreditCorpusTests(ITestOutputHelper output)
{
    private static readonly string[] Fields = ["byline", "agencies", "credit", "pool", "handout", "file"];

    [Fact]
    public void CreditLines_OfTheCorpus_AreUnderstood()
    {
        var score = new CreditScore();
        foreach (var line in Lines())
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var read = ParsedCaption.Empty.With(CreditTable.Read(text), 0);
            score.Add(text, json.RootElement.GetProperty("expected"), read.Byline, read.Agencies, read.Credit, read.Pool, read.Handout, read.File);
        }

        output.WriteLine($"{score}\nlines with a wrong value {score.LinesWithAWrongValue} of {score.Lines}\n{string.Join('\n', score.Mistakes)}");
        Assert.All(Fields, field => Assert.True(score.Right(field) >= 0.97, $"{field} is right in {score.Right(field):P2} of the lines."));
        Assert.True(score.WrongLines <= 0.025, $"{score.WrongLines:P2} of the lines have a wrong value.");
    }

    [Fact]
    public void ValuesOfTheCorpus_PointIntoTheirLines() =>
        Assert.All(Lines(), line =>
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            Assert.All(CreditTable.Read(text).Values, value => Assert.True(value.Start >= 0 && value.Length > 0 && value.Start + value.Length <= text.Length));
        });

    private static IEnumerable<string> Lines()
    {
        var file = Path.Combine(SharedFolder(), "captions", "credits.jsonl");
        var isMissing = !File.Exists(file);
        Assert.False(isMissing && Environment.GetEnvironmentVariable("CI") == "true", "The shared captions are not there.");
        Assert.SkipWhen(isMissing, "The shared captions are not there.");
        return File.ReadLines(file).Where(line => line.Length > 0);
    }

    /// <summary>The folder beside the checkout.</summary>
    private static string SharedFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MediaDesk.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.Parent?.FullName ?? "", "shared");
    }
}
