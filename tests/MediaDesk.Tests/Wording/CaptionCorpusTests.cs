using System.Text.Json;
using MediaDesk.Language;
using MediaDesk.Places;
using MediaDesk.Wording;

namespace MediaDesk.Tests.Wording;

/// <summary>Real captions, annotated by hand, from the shared material; used in place, never copied.</summary>
public sealed class CaptionCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Captions_OfTheCorpus_AreUnderstood()
    {
        var file = Path.Combine(Path.GetDirectoryName(Repository.Root) ?? "", "shared", "captions", "captions.jsonl");
        var isMissing = !File.Exists(file);
        Assert.False(isMissing && Environment.GetEnvironmentVariable("CI") == "true", "The shared captions are not there.");
        Assert.SkipWhen(isMissing, "The shared captions are not there.");

        var (lines, named, wrongLines) = (0, 0, 0);
        var right = new Dictionary<string, int>(StringComparer.Ordinal) { ["byline"] = 0, ["date"] = 0, ["city"] = 0, ["country"] = 0 };
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            var (text, expected) = (json.RootElement.GetProperty("text").GetString()!, json.RootElement.GetProperty("expected"));
            var parsed = CaptionTable.Reader.Read(text);
            var place = expected.GetProperty("place");
            var isWrong = Hold("byline", Names(expected), string.Join('|', parsed.Byline.Select(TextNormaliser.Normalise)));
            isWrong |= Hold("date", expected.GetProperty("date").GetString() ?? "", parsed.Date ?? "");
            isWrong |= Hold("city", City(place.GetProperty("city").GetString()), City(parsed.Place.City));
            if (place.GetProperty("country").GetString() is { } country)
            {
                named++;
                isWrong |= Hold("country", Country(country), Country(parsed.Place.Country));
            }

            lines++;
            wrongLines += isWrong ? 1 : 0;

            bool Hold(string field, string want, string got)
            {
                right[field] += want == got ? 1 : 0;
                if (want != got)
                {
                    output.WriteLine($"{field}: expected {want}, got {got}: {text}");
                }

                return want != got && got.Length > 0;
            }
        }

        output.WriteLine($"byline {right["byline"]}, date {right["date"]}, city {right["city"]} of {lines}, country {right["country"]} of {named}, wrong lines {wrongLines}");
        Assert.True(right["byline"] >= lines * 0.97);
        Assert.True(right["date"] >= lines * 0.97);
        Assert.True(right["city"] >= lines * 0.95);
        Assert.True(right["country"] >= named * 0.95);
        Assert.True(wrongLines <= lines * 0.04);
    }

    private static string Names(JsonElement expected) =>
        string.Join('|', expected.GetProperty("byline").EnumerateArray().Select(name => TextNormaliser.Normalise(name.GetString())));

    private static string City(string? name) => TextNormaliser.Normalise(name) is var city && city.EndsWith(" city", StringComparison.Ordinal) ? city[..^5] : TextNormaliser.Normalise(name);

    /// <summary>England counts as the country it is part of.</summary>
    private static string Country(string? name) =>
        name is null ? "" : Countries.TryCode(name, out var code) ? code : Lexicon.Words.Country(TextNormaliser.Normalise(name)) ?? name;
}
