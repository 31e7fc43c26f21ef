using System.Text;
using MediaDesk.Agencies;
using MediaDesk.Credits;

namespace MediaDesk.Tests.Agencies;

public sealed class AgencyFileTests
{
    [Fact]
    public void File_ThatWasExported_ReadsAsTheSame()
    {
        var (file, faults) = AgencyFile.Read(new AgencyFile(AgencyCatalogue.Seeded.Rules).ToJson());
        Assert.Empty(faults);
        Assert.Equal(AgencyCatalogue.Seeded.Rules.Select(Text), file!.Agencies.Select(Text));
    }

    [Fact]
    public void Seed_HasNoFaults_AndKnowsTheAgenciesOfTheWorld()
    {
        Assert.Empty(AgencyFaults.Of(AgencyCatalogue.Seeded.Rules, []));
        Assert.InRange(AgencyCatalogue.Seeded.Rules.Count(rule => rule.Kind <= AgencyKind.Archive), 120, int.MaxValue);
        Assert.All(
            ["AFP", "WireImage", "FilmMagic", "Hulton", "Anadolu Ajansı", "وكالة الأناضول", "TT Nyhetsbyrån", "ČTK", "MAP", "WAFA", "Tasnim", "Le Pictorium", "Hans Lucas", "imago images", "CNP"],
            name => Assert.NotNull(AgencyCatalogue.Seeded.Find(name)));
    }

    [Theory]
    [InlineData("{", "line 1", "not JSON")]
    [InlineData("[]", "agencies", "list called")]
    [InlineData("""{"agencies":[{"kind":"wire"}]}""", "agencies[0].name", "may not be empty")]
    [InlineData("""{"agencies":[{"name":"A1","kind":"wire"},{"name":"B1","kind":"circus"}]}""", "agencies[1].kind", "“circus” is no kind")]
    [InlineData("""{"agencies":[{"name":"A1","kind":"2"}]}""", "agencies[0].kind", "no kind")]
    [InlineData("""{"agencies":[{"name":"A1","kind":"wire","aliases":["x1",3]}]}""", "agencies[0].aliases[1]", "no text")]
    [InlineData("""{"agencies":[{"name":"A1","kind":"wire","alias":["x1"]}]}""", "agencies[0].alias", "no such key")]
    public void File_WithAFault_NamesItsPlace(string json, string where, string what)
    {
        var (file, faults) = AgencyFile.Read(Encoding.UTF8.GetBytes(json));
        Assert.Null(file);
        var fault = Assert.Single(faults);
        Assert.Equal(where, fault.Where);
        Assert.Contains(what, fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_ThatContradictEachOther_AreAllNamed()
    {
        var faults = AgencyFaults.Of(
            [
                new("One", AgencyKind.Wire, ["Uno", "Due"]),
                new("Two", AgencyKind.Wire, ["due", "…"], SoldBy: ["Three", "Two"]),
                new("Four", AgencyKind.Wire, Patterns: ["*"]),
            ],
            [new("Other", AgencyKind.Agency, ["uno"])]);
        Assert.Equal(
            ["agencies[0].aliases[0]", "agencies[1].aliases[0]", "agencies[1].aliases[1]", "agencies[1].soldBy[0]", "agencies[1].soldBy[1]", "agencies[2].patterns[0]"],
            faults.Select(fault => fault.Where));
        Assert.Equal("“Uno” is already a spelling of Other.", faults[0].What);
    }

    private static string Text(AgencyRule rule) =>
        $"{rule.Name}|{rule.Kind}|{rule.FullName}|{string.Join(';', rule.Aliases)}|{string.Join(';', rule.Patterns)}|{string.Join(';', rule.SoldBy)}";
}
