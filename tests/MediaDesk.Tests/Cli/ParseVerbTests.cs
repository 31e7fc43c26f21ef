using System.Text.Json;
using MediaDesk.Agencies;
using MediaDesk.Credits;
using MediaDesk.HousePlaces;
using MediaDesk.Model;
using MediaDesk.Places;

namespace MediaDesk.Tests.Cli;

/// <summary><c>mediadesk parse</c> as a process: a line of JSON for every line, whatever is in it.</summary>
public sealed class ParseVerbTests
{
    private const string Line = """{"text":"A ferry leaves Nexhaven, Latvia, on May 3, 2023. (Photo by Jane Doe/Bureau Nord)"}""";

    [Fact]
    public async Task Desk_ThatIsThere_GivesItsAgenciesAndPlaces()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var token = TestContext.Current.CancellationToken;
        Assert.IsType<AgencySave.Saved>(await desk.Get<AgencyEditor>().SaveAsync(null, new("Exemple", AgencyKind.Agency, ["Bureau Nord"]), "Ada", false, token));
        var latvia = desk.Get<Gazetteer>().Find("latvia").First(place => place.Kind is PlaceKind.Country).Id;
        Assert.Empty((await desk.Get<HousePlaceBook>().SaveAsync(new(null, "Nexhaven", HousePlaceKind.City, latvia, "57.1, 24.2", []), "Ada", token)).Faults);

        var named = await ParseAsync(Line, "--data", desk.DataFolder);
        var byDefault = await CliProcess.RunAsync(["parse"], desk.DataFolder, Line + "\n");
        var without = await ParseAsync(Line);

        Assert.Equal((0, "Exemple", "Nexhaven"), (named.Run.ExitCode, Agency(named.Answers[0]), City(named.Answers[0])));
        Assert.Equal(named.Run.Output, byDefault.Output);
        Assert.Equal((0, ""), (without.Run.ExitCode, without.Run.Error));
        Assert.NotEqual("Exemple", Agency(without.Answers[0]));
    }

    [Fact]
    public async Task NamedFolderWithoutADesk_IsTold_AndIsNotMadeOne()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"mediadesk-none-{Guid.NewGuid():N}");

        var (run, answers) = await ParseAsync(Line, "--data", folder);

        Assert.Equal((0, 1), (run.ExitCode, answers.Length));
        Assert.Contains("There is no desk in", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task BadInput_HasAnAnswerForEachLine()
    {
        string[] texts =
        [
            "", new('x', 1_000_000), new('(', 1_000_000), "שלום \u202E in Haifa, Israel \u0000\u0007", "<script>alert(1)</script><b>A tram passes in Riga, Latvia, May 3, 2023.</b>",
            "Пожарные тушат огонь на складе в Туле, 5 марта 2023 года.", "\uFFFD\uFFFE",
        ];

        var (run, answers) = await ParseAsync(string.Join('\n', texts.Select(text => JsonSerializer.Serialize(new { text, other = 1 }))));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(texts.Length, answers.Length);
        Assert.All(answers, answer => Assert.Equal(13, answer.EnumerateObject().Count()));
        Assert.Equal("Riga", City(answers[4]));
    }

    private static string? Agency(JsonElement answer) => answer.GetProperty("agencies") is { } agencies && agencies.GetArrayLength() > 0 ? agencies[0].GetString() : null;

    private static string? City(JsonElement answer) => answer.GetProperty("place").GetProperty("city").GetString();

    private static async Task<(CliProcess Run, JsonElement[] Answers)> ParseAsync(string lines, params string[] options)
    {
        var run = await CliProcess.RunAsync(["parse", .. options], input: lines + "\n");
        return (run, [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))]);
    }
}
