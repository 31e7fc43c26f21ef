using System.Diagnostics;
using MediaDesk.Cleaning;
using MediaDesk.Credits;
using MediaDesk.Metadata;

namespace MediaDesk.Tests.Cleaning;

/// <summary>What holds for every rule, and for all of them one after the other.</summary>
public sealed class CleaningRulesTests
{
    private static readonly Cleaner Cleaner = new(new(), new CurrentAgencies(AgencyCatalogue.Seeded));

    public static TheoryData<string> Rules => [.. CleaningRules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_HasAnExample_InWhichItDoesSomething_AndNothingTheSecondTime(string id)
    {
        var rule = CleaningRules.Find(id)!;
        var once = rule.Clean(rule.Example, AgencyCatalogue.Seeded);

        Assert.NotEmpty(once.Unlike(rule.Example));
        Assert.Empty(rule.Clean(once, AgencyCatalogue.Seeded).Unlike(once));
        Assert.Matches("^[a-z-]+$", id);
        Assert.EndsWith(".", rule.What, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_AndNoFields_AreNoFields(string id) =>
        Assert.Empty(CleaningRules.Find(id)!.Clean(CleaningFields.Of(FieldValues.Empty), AgencyCatalogue.Seeded).Unlike(CleaningFields.Of(FieldValues.Empty)));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_AndAnyText_EndsSoon(string id)
    {
        string[] texts =
        [
            new('(', 1_000_000), new('©', 1_000_000), string.Concat(Enumerable.Repeat("Photo by ", 100_000)), string.Concat(Enumerable.Repeat("2019 ", 199)),
            new('/', 999), string.Concat(Enumerable.Repeat("Jane Doe, ", 99)), "\uD800 \uDC00", "\u202E\u0000<script>alert(1)</script>", string.Concat(Enumerable.Repeat("(c)", 333)),
        ];
        var clock = Stopwatch.StartNew();

        foreach (var text in texts)
        {
            CleaningRules.Find(id)!.Clean(new([text, text], text, text, text, text), AgencyCatalogue.Seeded);
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{id} took {clock.Elapsed}.");
    }

    [Theory]
    [InlineData("By JANE DOE/AFP", "GETTY IMAGES", "Jane Doe", "AFP/Getty Images")]
    [InlineData("", "OMER HADI KARIM/AFP/Getty Images", "Omer Hadi Karim", "AFP/Getty Images")]
    [InlineData("-", "© 2019 AFP PHOTO", "", "AFP")]
    [InlineData("JANE DOE and JOHN ROE", "Photo by Jane Doe/AFP", "Jane Doe > John Roe", "AFP")]
    [InlineData("Jane Doe", "AFP/Getty Images", "Jane Doe", "AFP/Getty Images")]
    public void Rules_WorkOneAfterTheOther(string byline, string credit, string bylineThen, string creditThen)
    {
        var fields = CleaningTable.Fields(byline, credit: credit);
        var last = Cleaner.Try(fields) is { Count: > 0 } trials ? trials[^1].After : fields;

        Assert.Equal((bylineThen, creditThen), (string.Join(" > ", last.Byline), last.Credit ?? ""));
    }

    [Fact]
    public void Cleaning_OfWhatIsClean_IsNothing() =>
        Assert.Null(Cleaner.Clean(new([KeyValuePair.Create("creatorNames", FieldValue.Of(["Jane Doe"])!), KeyValuePair.Create("creditLine", FieldValue.Of("AFP")!)]), []));

    [Fact]
    public void Cleaning_KeepsAwayRules_ThatWereDeclined()
    {
        FieldValues reading = new([KeyValuePair.Create("creatorNames", FieldValue.Of(["JANE DOE/AFP"])!)]);

        var all = Cleaner.Clean(reading, [])!;
        var some = Cleaner.Clean(reading, ["names-in-capitals"])!;

        Assert.Equal(["byline-and-credit", "names-in-capitals"], all.Steps.Select(step => step.Rule));
        Assert.Equal("Jane Doe", all.Over(reading).Text("creatorNames"));
        Assert.Equal(("JANE DOE", "AFP"), (some.Over(reading).Text("creatorNames"), some.Over(reading).Text("creditLine")));
        Assert.Equal(["names-in-capitals"], some.Declined);
        Assert.Equal("JANE DOE/AFP", reading.Text("creatorNames"));
    }
}
