using System.Text.Json;
using CsCheck;
using MediaDesk.Cleaning;
using MediaDesk.Credits;
using MediaDesk.Metadata;

namespace MediaDesk.Tests.Cleaning;

/// <summary>Cleaned fields say what the fields said before: who took the photo, through whose hands it came, whether it was a pool, a handout, a file picture.</summary>
public sealed class CleaningMeaningTests(ITestOutputHelper output)
{
    private static readonly Cleaner Cleaner = new(new(), new CurrentAgencies(AgencyCatalogue.Seeded));
    private static readonly string[] People = ["Olga Marchenko", "SAMIR AL-JABRI", "Björn Åkerström", "JUAN DE LA CRUZ", "Callum McAllen", "Wei Quist"];
    private static readonly string[] Chains = ["AFP", "AFP PHOTO", "REUTERS", "EPA-EFE", "AFP/Getty Images", "NurPhoto via Getty Images", "GETTY IMAGES", "Pool via AP", "Anadolu/Getty", "dpa"];
    private static readonly string[] Before = ["", "", "Photo by ", "© 2020 ", "Credit: ", "(c) ", "Foto: ", "  "];
    private static readonly string[] Joints = ["/", " / ", " via ", " - "];

    private static readonly Gen<(string Byline, string Credit)> Fields =
        Gen.Select(Any(People), Any(Chains), Any(Before), Any(Joints), Gen.Int[0, 4], (name, chain, before, joint, kind) => kind switch
        {
            0 => ("", before + name + joint + chain),
            1 => (name, before + name + joint + chain),
            2 => (before + name, before + chain),
            3 => (before + name + joint + chain, ""),
            _ => (name + joint + chain, chain),
        });

    [Fact]
    public void CleanedFields_SayTheSame_AndASecondTimeChangesNothing() =>
        Fields.Sample(
            fields =>
            {
                var reading = Reading(fields.Byline, fields.Credit);
                var cleaned = Cleaner.Clean(reading, [])?.Over(reading) ?? reading;
                // A pool is known from a credit line, not from a byline: cleaning may add a flag, never lose one.
                return Told(cleaned) == Told(reading) && Flags(reading).All(Flags(cleaned).Contains) && Cleaner.Clean(cleaned, []) is null;
            },
            iter: 5_000,
            print: fields => $"{fields.Byline} | {fields.Credit}: {Told(Reading(fields.Byline, fields.Credit))} became {Told(Cleaned(fields.Byline, fields.Credit))}");

    [Fact]
    public void CreditLinesOfTheCorpus_SayTheSame_AndNoBylineIsWrong()
    {
        var (lines, filled, wrong) = (0, 0, new List<string>());
        foreach (var line in Lines())
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var cleaned = Cleaned("", text);
            lines++;
            var (before, after) = (Told(Reading("", text)), Told(cleaned));
            if (before != after || !Flags(Reading("", text)).All(Flags(cleaned).Contains))
            {
                wrong.Add($"{text}: {before} became {after}");
            }

            if (cleaned["creatorNames"] is { } byline)
            {
                filled++;
                string[] expected = [.. json.RootElement.GetProperty("expected").GetProperty("byline").EnumerateArray().Select(name => name.GetString()!)];
                if (!byline.Items.SequenceEqual(expected, StringComparer.Ordinal))
                {
                    wrong.Add($"{text}: byline {byline}, not {string.Join("; ", expected)}");
                }
            }
        }

        output.WriteLine($"{lines} lines, {filled} with a byline\n{string.Join('\n', wrong)}");
        Assert.True(wrong.Count <= lines * 0.01, $"{wrong.Count} of {lines} lines say something else.");
        Assert.True(filled > lines / 2, $"A byline was found in {filled} of {lines} lines.");
    }

    private static FieldValues Cleaned(string byline, string credit)
    {
        var reading = Reading(byline, credit);
        return Cleaner.Clean(reading, [])?.Over(reading) ?? reading;
    }

    private static FieldValues Reading(string byline, string credit) =>
        FieldValues.Empty.With("creatorNames", FieldValue.Of([byline])).With("creditLine", FieldValue.Of(credit));

    private static string Told(FieldValues fields)
    {
        var chain = CreditReader.Read(fields, AgencyCatalogue.Seeded);
        return $"{string.Join(", ", chain.Photographers)} > {string.Join(", ", chain.Agencies.Select(agency => agency.Key))}";
    }

    private static string[] Flags(FieldValues fields) =>
        CreditReader.Read(fields, AgencyCatalogue.Seeded) is var chain ? [.. new[] { (chain.IsPool, "pool"), (chain.IsHandout, "handout"), (chain.IsFile, "file") }.Where(flag => flag.Item1).Select(flag => flag.Item2)] : [];

    private static Gen<string> Any(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static IEnumerable<string> Lines()
    {
        var file = Path.Combine(Repository.Root, "..", "shared", "captions", "credits.jsonl");
        Assert.SkipWhen(!File.Exists(file), "The shared captions are not there.");
        return File.ReadLines(file).Where(line => line.Length > 0);
    }
}
