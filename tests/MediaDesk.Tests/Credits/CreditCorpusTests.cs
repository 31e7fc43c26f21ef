using System.Text.Json;
using MediaDesk.Credits;
using MediaDesk.Language;

namespace MediaDesk.Tests.Credits;

/// <summary>Real credit lines, annotated by hand, from the shared material; used in place, never copied.</summary>
public sealed class CreditCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void CreditLines_OfTheCorpus_AreUnderstood()
    {
        var file = Path.Combine(SharedFolder(), "captions", "credits.jsonl");
        var isMissing = !File.Exists(file);
        Assert.False(isMissing && Environment.GetEnvironmentVariable("CI") == "true", "The shared captions are not there.");
        Assert.SkipWhen(isMissing, "The shared captions are not there.");

        var catalogue = new AgencyCatalogue();
        var reader = new CreditReader(catalogue);
        var (lines, agenciesRight, peopleRight, flagsRight) = (0, 0, 0, 0);
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            var (text, expected) = (json.RootElement.GetProperty("text").GetString()!, json.RootElement.GetProperty("expected"));
            var chain = reader.Read(text, []);
            var agencies = Texts(expected, "agencies").Select(name => catalogue.Find(name)?.Key ?? TextNormaliser.Normalise(name)).Distinct();
            var people = Texts(expected, "byline").Select(TextNormaliser.Normalise);
            var isAgencies = agencies.SequenceEqual(chain.Agencies.Select(agency => agency.Key));
            var isPeople = people.SequenceEqual(chain.Photographers.Select(TextNormaliser.Normalise));
            var isFlags = chain.IsPool == expected.GetProperty("pool").GetBoolean() && chain.IsHandout == expected.GetProperty("handout").GetBoolean()
                && chain.IsFile == expected.GetProperty("file").GetBoolean();
            (lines, agenciesRight, peopleRight, flagsRight) =
                (lines + 1, agenciesRight + (isAgencies ? 1 : 0), peopleRight + (isPeople ? 1 : 0), flagsRight + (isFlags ? 1 : 0));
            if (!isAgencies || !isPeople || !isFlags)
            {
                output.WriteLine($"{text}\n    {string.Join(" > ", chain.Photographers)} | {string.Join(" > ", chain.Agencies.Select(agency => agency.Name))}");
            }
        }

        output.WriteLine($"agencies {agenciesRight}, photographers {peopleRight}, pool/handout/file {flagsRight} of {lines}");
        Assert.True(agenciesRight >= lines * 0.97, $"Agencies right in {agenciesRight} of {lines} lines.");
        Assert.True(peopleRight >= lines * 0.97, $"Photographers right in {peopleRight} of {lines} lines.");
    }

    private static IEnumerable<string> Texts(JsonElement expected, string name) =>
        expected.GetProperty(name).EnumerateArray().Select(value => value.GetString()!);

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
