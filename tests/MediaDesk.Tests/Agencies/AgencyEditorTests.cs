using MediaDesk.Agencies;
using MediaDesk.Credits;

namespace MediaDesk.Tests.Agencies;

public sealed class AgencyEditorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NewDesk_HasTheSeededAgencies_AsRows()
    {
        await using var desk = await DeskFixture.OpenAsync();
        Assert.Equal(
            AgencyCatalogue.Seeded.Rules.Select(rule => (rule.Name, rule.Kind, string.Join(';', rule.Aliases))),
            (await desk.Get<AgencyList>().RulesAsync(Token)).Select(rule => (rule.Name, rule.Kind, string.Join(';', rule.Aliases))));
    }

    [Fact]
    public async Task NewAlias_CountsAtOnce_AndIsInTheHistory()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var before = await RuleAsync(desk, "AFP");

        Assert.IsType<AgencySave.Saved>(await SaveAsync(desk, before, before with { Aliases = [.. before.Aliases, "Agence Exemple"] }));

        Assert.Equal("AFP", Read(desk, "Jo Roe/Agence Exemple").Credit);
        var change = Assert.Single(await desk.Get<AgencyList>().ChangesAsync("AFP", Token));
        Assert.Equal(("Ada", "Written as: added Agence Exemple."), (change.Editor, change.What));
    }

    [Fact]
    public async Task AgencyUnderANewName_KeepsItsPlace_AndIsStillTheSellerOfOthers()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var before = await RuleAsync(desk, "Getty Images");

        Assert.IsType<AgencySave.Saved>(await SaveAsync(desk, before, before with { Name = "Example Pictures", Aliases = [.. before.Aliases, "Getty Images"] }));

        Assert.Equal("AFP/Example Pictures", Read(desk, "Jo Roe/AFP/Getty Images").Credit);
        Assert.Contains("Example Pictures", (await RuleAsync(desk, "AFP")).SoldBy);
    }

    [Fact]
    public async Task AgencyThatIsRemoved_IsKnownNoMore()
    {
        await using var desk = await DeskFixture.OpenAsync();
        Assert.IsType<AgencySave.Saved>(await SaveAsync(desk, await RuleAsync(desk, "Hans Lucas"), null));
        Assert.Null(desk.Get<CurrentAgencies>().Catalogue.Find("Hans Lucas"));
    }

    [Fact]
    public async Task SpellingOfAnotherAgency_IsRefused_AndNothingChanges()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var before = await RuleAsync(desk, "AFP");

        var refused = Assert.IsType<AgencySave.Refused>(await SaveAsync(desk, before, before with { Aliases = ["Thomson Reuters"] }));

        Assert.Contains("already a spelling of Reuters", Assert.Single(refused.Faults).What, StringComparison.Ordinal);
        Assert.Equal(before.Aliases, (await RuleAsync(desk, "AFP")).Aliases);
    }

    [Fact]
    public async Task SomeoneElsesChange_IsNotOverwritten()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var seen = await RuleAsync(desk, "AFP");
        await SaveAsync(desk, seen, seen with { FullName = "Agence Exemple" });

        var result = Assert.IsType<AgencySave.ChangedMeanwhile>(await SaveAsync(desk, seen, seen with { Aliases = [] }));

        Assert.Equal("Agence Exemple", result.Now!.FullName);
    }

    [Fact]
    public async Task ChangeThatBreaksASavedLine_IsRefusedWithTheLine_UnlessConfirmed()
    {
        await using var desk = await DeskFixture.OpenAsync();
        await desk.Get<AgencyEditor>().SaveCasesAsync(["Jo Roe/Hans Lucas via AFP", "Jo Roe/AP", " "], "Ada", Token);
        var before = await RuleAsync(desk, "Hans Lucas");
        var after = before with { Name = "Atelier Nord", Aliases = ["Hans Lucas"] };

        var breaks = Assert.IsType<AgencySave.Breaks>(await SaveAsync(desk, before, after));
        Assert.Equal("Jo Roe/Hans Lucas via AFP", Assert.Single(breaks.Cases).Case.Line);
        Assert.Equal("Hans Lucas/AFP", Read(desk, "Jo Roe/Hans Lucas via AFP").Credit);

        Assert.IsType<AgencySave.Saved>(await desk.Get<AgencyEditor>().SaveAsync(before, after, "Ada", isConfirmed: true, Token));
        Assert.Equal("Atelier Nord/AFP", Read(desk, "Jo Roe/Hans Lucas via AFP").Credit);
        Assert.All(await desk.Get<AgencyList>().CasesAsync(Token), one => Assert.True(CaseResult.Of(one, desk.Get<CurrentAgencies>().Catalogue).Passes));
    }

    [Fact]
    public async Task Import_AddsAndReplaces_OrChangesNothing()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var editor = desk.Get<AgencyEditor>();

        var refused = Assert.IsType<AgencySave.Refused>(await editor.ImportAsync(
            new([new("Example One", AgencyKind.Wire), new("Example Two", AgencyKind.Wire, ["Reuters"])]), "Ada", false, Token));
        Assert.Equal("agencies[1].aliases[0]", Assert.Single(refused.Faults).Where);
        Assert.Null(desk.Get<CurrentAgencies>().Catalogue.Find("Example One"));

        Assert.Equal(
            new AgencySave.Saved(2),
            await editor.ImportAsync(new([new("Example One", AgencyKind.Wire), new("UPI", AgencyKind.Agency, ["Example United"])]), "Ada", false, Token));
        Assert.Equal(AgencyKind.Agency, desk.Get<CurrentAgencies>().Catalogue.Find("example united")!.Kind);
        Assert.Equal(AgencyCatalogue.Seeded.Rules.Count + 1, (await desk.Get<AgencyList>().RulesAsync(Token)).Count);
    }

    [Fact]
    public async Task ChangeWithoutAName_IsRefused()
    {
        await using var desk = await DeskFixture.OpenAsync();
        Assert.IsType<AgencySave.Refused>(await desk.Get<AgencyEditor>().SaveAsync(null, new("Example", AgencyKind.Wire), " ", false, Token));
    }

    private static async Task<AgencyRule> RuleAsync(DeskFixture desk, string name) =>
        (await desk.Get<AgencyList>().RulesAsync(Token)).Single(rule => rule.Name == name);

    private static Task<AgencySave> SaveAsync(DeskFixture desk, AgencyRule? before, AgencyRule? after) =>
        desk.Get<AgencyEditor>().SaveAsync(before, after, "Ada", isConfirmed: false, Token);

    private static CreditChain Read(DeskFixture desk, string line) => desk.Get<CreditReader>().Read(line);
}
