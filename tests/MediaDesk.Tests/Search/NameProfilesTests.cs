using MediaDesk.Search;
using MediaDesk.Search.Completion;

namespace MediaDesk.Tests.Search;

/// <summary>Photographers and agencies in any spelling and order, counted by year.</summary>
public sealed class NameProfilesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Bulent Kilic")]
    [InlineData("BÜLENT KILIÇ")]
    public async Task Photographer_AskedForInAnySpelling_IsShownInTheBestAndCountedByYear(string asked)
    {
        await using var desk = await OpenAsync();

        var profile = await desk.Desk.Get<NameProfiles>().PhotographerAsync(asked, Cancellation);

        Assert.Equal(("Bülent Kılıç", 4), (profile!.Name, profile.Total));
        Assert.Equal([("2014", 1), ("2019", 2)], profile.Facets["year"].Values.Select(year => (year.Value, year.Count)));
        Assert.Equal(4, (await desk.PageAsync(profile.Query.Text)).Total);
        Assert.Equal(["AFP", "Getty Images"], profile.Others("agency").Select(agency => agency.Value));
        // One without a date stands where it arrived.
        Assert.Equal(["undated.jpg", "later.jpg"], profile.Newest.Take(2).Select(photo => photo.FileName));
    }

    [Fact]
    public async Task Agency_TellsWhatIsItsOwnFromWhatItDistributes()
    {
        await using var desk = await OpenAsync();

        var afp = await desk.Desk.Get<NameProfiles>().AgencyAsync("Agence France-Presse", Cancellation);
        var getty = await desk.Desk.Get<NameProfiles>().AgencyAsync("getty", Cancellation);

        Assert.Equal(("AFP", 4, 3, 1), (afp!.Name, afp.Total, afp.Count("origin"), afp.Count("distributor")));
        Assert.Equal(("Getty Images", 2, 0, 2), (getty!.Name, getty.Total, getty.Count("origin"), getty.Count("distributor")));
        Assert.Equal(["Getty Images"], afp.Others("distributor").Select(value => value.Value));
    }

    [Fact]
    public async Task Name_ThatNobodyHas_IsAnEmptyProfile_AndOneWithoutLettersIsNone()
    {
        await using var desk = await OpenAsync();

        Assert.Equal(0, (await desk.Desk.Get<NameProfiles>().PhotographerAsync("No One", Cancellation))!.Total);
        Assert.Null(await desk.Desk.Get<NameProfiles>().PhotographerAsync("\" -", Cancellation));
    }

    [Theory]
    [InlineData("agency:AFP -agency:\"Getty Images\"", "later.jpg sent-by-afp.jpg year.jpg")]
    [InlineData("agency:getty", "turned.jpg chain.jpg")]
    [InlineData("origin:AFP", "later.jpg turned.jpg year.jpg")]
    [InlineData("origin:AFP -distributor:getty", "later.jpg year.jpg")]
    [InlineData("distributor:\"Getty Images\"", "turned.jpg chain.jpg")]
    [InlineData("distributor:AFP", "sent-by-afp.jpg")]
    [InlineData("by:\"Bulent Kilic\"", "later.jpg turned.jpg year.jpg undated.jpg")]
    [InlineData("by:kılıç -agency:AFP", "undated.jpg")]
    public async Task Credits_InAnySpellingAndOrder_AreFoundApart(string query, string expected)
    {
        await using var desk = await OpenAsync();

        Assert.Equal(expected.Split(' ').Order(), (await desk.FindAsync(query)).Split(' ').Order());
    }

    [Fact]
    public async Task KeywordCompletion_OffersKeywordsWithTheirCounts()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("one.jpg", ("keywords", "Civil War;refugees"));
        await desk.AddAsync("two.jpg", ("keywords", "civil war;Civilians"));
        await desk.AddAsync("three.jpg", ("keywords", "civil war"));
        await desk.AddAsync("four.jpg", ("keywords", "war"), ("description", "civil"));

        async Task<string> OffersAsync(string typed) => string.Join(
            '|', (await desk.Desk.Get<SearchCompletion>().SuggestAsync(typed, typed.Length, 5, Cancellation)).Select(offer => $"{offer.Label} {offer.Count} {offer.Text}"));

        Assert.Equal("civil war 3 keyword:\"civil war\"|Civilians 1 keyword:Civilians", await OffersAsync("keyword:civ"));
        Assert.Equal("war 4 keyword:war|civil war 3 keyword:\"civil war\"", await OffersAsync("flood keyword:wa"));
        Assert.Equal("civil war 3 keyword:\"civil war\"", await OffersAsync("keyword:\"civil w"));
        Assert.Equal("", await OffersAsync("keyword:zzz"));
        Assert.StartsWith("war 4", await OffersAsync("keyword:"));
    }

    private static async Task<SearchDesk> OpenAsync()
    {
        var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("year.jpg", ("creatorNames", "BULENT KILIC"), ("creditLine", "AFP PHOTO / BULENT KILIC"), ("dateCreated", "2014"));
        await desk.AddAsync("turned.jpg", ("creatorNames", "Bülent Kılıç"), ("creditLine", "Bülent Kılıç/AFP/Getty Images"), ("dateCreated", "2019-09-20"));
        await desk.AddAsync("later.jpg", ("creatorNames", "Bülent Kılıç"), ("creditLine", "AFP"), ("dateCreated", "2019-10-01"));
        await desk.AddAsync("undated.jpg", ("creatorNames", "Bulent Kiliç"), ("dateCreated", "not known"));
        await desk.AddAsync("chain.jpg", ("creatorNames", "Leila Haddad"), ("creditLine", "Anadolu via Getty Images"), ("dateCreated", "2020"));
        await desk.AddAsync("sent-by-afp.jpg", ("creatorNames", "Leila Haddad"), ("creditLine", "Hans Lucas via AFP"), ("dateCreated", "2020"));
        return desk;
    }
}
