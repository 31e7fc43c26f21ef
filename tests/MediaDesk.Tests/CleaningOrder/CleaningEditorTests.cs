using MediaDesk.Cleaning;
using MediaDesk.CleaningOrder;
using MediaDesk.Data;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.CleaningOrder;

/// <summary>Switching and moving rules.</summary>
public sealed class CleaningEditorTests : IAsyncLifetime
{
    private DeskFixture desk = null!;

    public async ValueTask InitializeAsync() => desk = await DeskFixture.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task NewDesk_HasAllRulesOn_InTheirOrder()
    {
        await using var rows = desk.Rows();

        Assert.Equal(CleaningRules.All.Select(rule => (rule.Id, true)), await rows.CleaningRows.OrderBy(row => row.Position).Select(row => ValueTuple.Create(row.Rule, row.IsOn)).ToListAsync(Stop));
        Assert.False(await desk.Get<CleaningFollowing>().IsDueAsync(Stop));
    }

    [Fact]
    public async Task DeskFromBeforeTheRules_HasThemOn_AndItsPhotosHaveYetToFollow()
    {
        await desk.Services.AddPhotoAsync(DeskPhotos.Fields(("creditLine", "© AFP")));
        await using var rows = desk.Rows();
        await rows.CleaningRows.ExecuteDeleteAsync(Stop);
        await rows.CleaningStates.ExecuteDeleteAsync(Stop);

        await CleaningRows.SeedAsync(rows, Stop);

        Assert.Equal(CleaningRules.All.Count, await rows.CleaningRows.CountAsync(row => row.IsOn, Stop));
        Assert.True(await desk.Get<CleaningFollowing>().IsDueAsync(Stop));
        Assert.Equal(1, await desk.Get<CleaningFollowing>().RunAsync(null, Stop));
        Assert.Equal("AFP", (await rows.Media.AsNoTracking().SingleAsync(Stop)).Fields.Text("creditLine"));
    }

    [Fact]
    public async Task Switch_CountsAtOnce_IsTold_AndIsThereAfterAStart()
    {
        Assert.Equal(new(true, null), await Editor.SwitchAsync("said-twice", false, "Mira", Stop));

        Assert.False(Now("said-twice").IsOn);
        Assert.True(await desk.Get<CleaningFollowing>().IsDueAsync(Stop));
        var change = Assert.Single(await Editor.ChangesAsync(Stop));
        Assert.Equal(("Mira", "said-twice", "Switched off."), (change.Editor, change.Rule, change.What));
        await using var again = DeskFixture.Closed(desk.DataFolder);
        Assert.Null((await again.Get<DeskStartup>().OpenAsync(isDesk: false, Stop)).Problem);
        Assert.False(again.Get<CurrentCleaning>().List.Switches.Single(one => one.Rule.Id == "said-twice").IsOn);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(99, 11)]
    [InlineData(-1, 0)]
    public async Task Move_PutsTheRuleThere_AndTheOthersKeepTheirOrder(int place, int at)
    {
        Assert.True((await Editor.MoveAsync("name-lists", place, "Mira", Stop)).IsSaved);

        var order = desk.Get<CurrentCleaning>().List.Switches.Select(one => one.Rule.Id).ToList();
        Assert.Equal(at, order.IndexOf("name-lists"));
        Assert.Equal(CleaningRules.All.Select(rule => rule.Id).Where(id => id != "name-lists"), order.Where(id => id != "name-lists"));
        Assert.Equal($"Moved from place 7 to {at + 1}.", Assert.Single(await Editor.ChangesAsync(Stop)).What);
    }

    [Fact]
    public async Task Order_Counts()
    {
        // Capitals are put right before the name is parted from the agency: then the agency in capitals is in the way.
        var fields = new CleaningFields(["JANE DOE/AFP"], null, null, null, null);
        await Editor.MoveAsync("names-in-capitals", 0, "Mira", Stop);

        Assert.Equal("JANE DOE", desk.Get<Cleaner>().Try(fields)[^1].After.Byline[0]);
    }

    [Fact]
    public async Task NoName_UnknownRule_OrTheSameAgain_ChangesNothing()
    {
        Assert.False((await Editor.SwitchAsync("said-twice", false, " ", Stop)).IsSaved);
        Assert.False((await Editor.SwitchAsync("no-such-rule", false, "Mira", Stop)).IsSaved);
        Assert.False((await Editor.MoveAsync("no-such-rule", 1, "Mira", Stop)).IsSaved);
        Assert.False((await Editor.SetAsync([("said-twice", true), ("said-twice", false)], "Mira", Stop)).IsSaved);
        Assert.True((await Editor.SwitchAsync("said-twice", true, "Mira", Stop)).IsSaved);

        Assert.Empty(await Editor.ChangesAsync(Stop));
        Assert.False(await desk.Get<CleaningFollowing>().IsDueAsync(Stop));
    }

    [Fact]
    public async Task Set_TakesOrderAndSwitchesAtOnce_AndKeepsWhatItDoesNotName()
    {
        await Editor.SwitchAsync("name-lists", false, "Mira", Stop);
        Assert.True((await Editor.SetAsync([("said-twice", true), ("by-prefixes", false)], "Mira", Stop)).IsSaved);

        var now = desk.Get<CurrentCleaning>().List.Switches;
        Assert.Equal([("said-twice", true), ("by-prefixes", false)], now.Take(2).Select(one => (one.Rule.Id, one.IsOn)));
        Assert.Equal(CleaningRules.All.Count, now.Count);
        Assert.False(Now("name-lists").IsOn);
    }

    [Fact]
    public async Task RuleThatNoRowKnows_IsOn_BehindTheRuleItComesBehind()
    {
        await using (var rows = desk.Rows())
        {
            await rows.CleaningRows.Where(row => row.Rule == "by-prefixes").ExecuteDeleteAsync(Stop);
        }

        await using var again = DeskFixture.Closed(desk.DataFolder);
        await again.Get<DeskStartup>().OpenAsync(isDesk: false, Stop);

        Assert.Equal(CleaningRules.All.Select(rule => (rule, true)), again.Get<CurrentCleaning>().List.Switches.Select(one => (one.Rule, one.IsOn)));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private CleaningEditor Editor => desk.Get<CleaningEditor>();

    private CleaningSwitch Now(string rule) => desk.Get<CurrentCleaning>().List.Switches.Single(one => one.Rule.Id == rule);
}
