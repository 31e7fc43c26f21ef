using MediaDesk.Agencies;
using MediaDesk.Check;
using MediaDesk.Credits;
using MediaDesk.Data;
using MediaDesk.Search;
using MediaDesk.Tests.Search;

namespace MediaDesk.Tests.Agencies;

public sealed class AgencyFollowingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PhotosOfAChangedAgency_AreFoundUnderItsNewName_AndTheIndexFits()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("one", ("creditLine", "Jo Roe/Agence Exemple via AFP"));
        await desk.AddAsync("two", ("creditLine", "Jo Roe/Reuters"));
        var editor = desk.Desk.Get<AgencyEditor>();

        await editor.SaveAsync(null, new("Exemple", AgencyKind.Agency, ["Agence Exemple"]), "Ada", false, Token);
        Assert.NotEmpty(await IndexFindingsAsync(desk.Desk));
        var heard = new List<(int Done, int Total)>();
        Assert.Equal(1, await desk.Desk.Get<AgencyFollowing>().RunAsync(new Heard(heard.Add), Token));

        Assert.Equal(["one"], await FoundAsync(desk.Desk, "agency:Exemple"));
        Assert.Equal((0, 2), heard[0]);
        Assert.Equal((2, 2), heard[^1]);
        Assert.Empty(await IndexFindingsAsync(desk.Desk));
        Assert.Equal(0, await desk.Desk.Get<AgencyFollowing>().RunAsync(null, Token));
    }

    [Fact]
    public async Task Following_InTheBackground_StartsWithTheChange()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("one", ("creditLine", "Jo Roe/Agence Exemple via AFP"));
        await desk.Desk.StartAsync();

        await desk.Desk.Get<AgencyEditor>().SaveAsync(null, new("Exemple", AgencyKind.Agency, ["Agence Exemple"]), "Ada", false, Token);

        await Eventually.TrueAsync(async () => await FoundAsync(desk.Desk, "agency:Exemple") is ["one"]);
    }

    [Fact]
    public async Task Following_ThatWasBrokenOff_IsFinishedByTheNext()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("one", ("creditLine", "Jo Roe/Agence Exemple via AFP"));
        await desk.Desk.Get<AgencyEditor>().SaveAsync(null, new("Exemple", AgencyKind.Agency, ["Agence Exemple"]), "Ada", false, Token);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.Desk.Get<AgencyFollowing>().RunAsync(new Heard(_ => stop.Cancel()), stop.Token));
        // A second change meets photos that do not follow the first yet.
        await desk.Desk.Get<AgencyEditor>().SaveAsync(null, new("Other", AgencyKind.Agency), "Ada", false, Token);

        Assert.Equal(1, await desk.Desk.Get<AgencyFollowing>().RunAsync(null, Token));

        Assert.Equal(["one"], await FoundAsync(desk.Desk, "agency:Exemple"));
        Assert.Empty(await IndexFindingsAsync(desk.Desk));
    }

    [Fact]
    public async Task OtherProcess_WritesByTheNewRules_FromItsNextWriteOn()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("before", ("creditLine", "Jo Roe/AFP"));
        await using var other = await DeskFixture.OpenAsync(dataFolder: desk.Desk.DataFolder);
        await other.Get<DeskWriter>().LookElsewhereAsync(Token);
        await other.Get<AgencyEditor>().SaveAsync(null, new("Exemple", AgencyKind.Agency, ["Agence Exemple"]), "Ada", false, Token);

        // No second has passed in which this desk could have looked for news.
        await desk.AddAsync("after", ("creditLine", "Jo Roe/Agence Exemple via AFP"));

        Assert.Equal(["after"], await FoundAsync(desk.Desk, "agency:Exemple"));
        Assert.Empty(await IndexFindingsAsync(desk.Desk));
    }

    [Fact]
    public async Task DeskThatIsOpenedAgain_GoesByTheChangedRules()
    {
        await using var desk = await DeskFixture.OpenAsync();
        await desk.Get<AgencyEditor>().SaveAsync(null, new("Exemple", AgencyKind.Agency), "Ada", false, Token);
        await using var again = DeskFixture.Closed(desk.DataFolder);

        Assert.Null((await again.Get<DeskStartup>().OpenAsync(isDesk: false, Token)).Problem);

        Assert.NotNull(again.Get<CurrentAgencies>().Catalogue.Find("Exemple"));
    }

    [Fact]
    public async Task CreditsNotUnderstood_AreListed_TheCommonestFirst()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("one", ("creditLine", "Jo Roe/Nexora"));
        await desk.AddAsync("two", ("creditLine", "Ann Poe/Nexora"));
        await desk.AddAsync("three", ("creditLine", "Port of Example Press Office via AP"));
        await desk.AddAsync("four", ("creditLine", "Jo Roe/AFP"), ("creatorNames", "Jo Roe"));

        var unread = await desk.Desk.Get<UnreadCredits>().FindAsync(Token);

        Assert.Equal([("Nexora", 2), ("Port of Example Press Office", 1)], unread.Select(credit => (credit.Name, credit.Photos)));
    }

    private static async Task<string[]> FoundAsync(DeskFixture desk, string query) =>
        [.. (await desk.Get<MediaSearch>().FindAsync(SearchDesk.Parsed(query), 60, null, false, Token)).Items.Select(photo => photo.FileName)];

    private static async Task<IReadOnlyList<string>> IndexFindingsAsync(DeskFixture desk) =>
        [.. (await desk.Get<DeskCheck>().RunAsync(null, Token)).Where(finding => finding.Kind == "index").Select(finding => finding.What)];

    private sealed class Heard(Action<(int Done, int Total)> hear) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => hear(value);
    }
}
