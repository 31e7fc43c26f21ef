using MediaDesk.Search;
using MediaDesk.Search.Completion;

namespace MediaDesk.Tests.Search;

public sealed class SearchOrderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SheetOrder.Newest, "d b a c")]
    [InlineData(SheetOrder.Oldest, "c a b d")]
    [InlineData(SheetOrder.Arrival, "d c b a")]
    [InlineData(SheetOrder.Relevance, "b d a c")]
    public async Task Order_OfWords_LeadsThroughAllPagesAndBack(SheetOrder order, string expected)
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("description", "flood far away from all other things that are told here"), ("dateCreated", "2020-02-01"));
        await desk.AddAsync("b", ("headline", "flood flood"), ("dateCreated", "2020-03-01"));
        await desk.AddAsync("c", ("instructions", "no word but this: flood, in a field that hardly counts"), ("dateCreated", "2020-01-01"));
        await desk.AddAsync("d", ("description", "flood"), ("dateCreated", "2020-04-01"));
        await desk.AddAsync("x", ("description", "fire"));

        Assert.Equal(expected, await AllAsync(desk, "flood", order));
        var search = desk.Desk.Get<MediaSearch>();
        var first = await search.FindAsync(SearchDesk.Parsed("flood"), order, 2, null, false, Stop);
        var second = await search.FindAsync(SearchDesk.Parsed("flood"), order, 2, first.Next, false, Stop);
        Assert.Null(second.Next);
        Assert.Equal("", second.Previous);
        Assert.Null(first.Previous);
    }

    [Fact]
    public async Task Arrival_OfAll_IsByArrival()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("dateCreated", "2020"));
        await desk.AddAsync("b", ("dateCreated", "2019"));
        await desk.AddAsync("c", ("dateCreated", "2021"));
        Assert.Equal("c b a", await AllAsync(desk, "", SheetOrder.Arrival));
        Assert.Equal("b a c", await AllAsync(desk, "", SheetOrder.Oldest));
    }

    [Fact]
    public async Task Places_EverySpellingScriptAndLevel_FindTheSamePhoto()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("text", ("cityName", "Idleb"), ("countryName", "Syria"));
        await desk.AddAsync("script", ("cityName", "إدلب"), ("countryCode", "SYR"));
        await desk.AddAsync("deep", ("cityName", "Saraqib"), ("countryName", "Syrie"));
        await desk.AddAsync("kyiv", ("cityName", "Київ"), ("countryName", "Україна"));
        await desk.AddAsync("elsewhere", ("cityName", "Paris"), ("countryName", "France"));
        var byGps = desk.Photo("gps", SearchDesk.Fields(("headline", "x")));
        (byGps.Latitude, byGps.Longitude) = (35.9306, 36.6339);
        await desk.AddAsync(byGps);

        foreach (var spelling in (string[])["city:Idlib", "city:ادلب", "city:Idleb"])
        {
            Assert.Equal("gps script text", await desk.FindAsync(spelling));
        }

        Assert.Equal("gps deep script text", await desk.FindAsync("in:Syria"));
        Assert.Equal("gps deep script text", await desk.FindAsync("near:\"Idlib\"~50km"));
        Assert.Equal("kyiv", await desk.FindAsync("in:Kiev"));
        Assert.Equal("kyiv", await desk.FindAsync("in:Kyiv"));
        Assert.Equal("gps", await desk.FindAsync("has:gps box:35,36,37,38"));
        Assert.Equal("elsewhere kyiv", await desk.FindAsync("-box:30,30,40,40"));
    }

    [Fact]
    public async Task Box_OverTheDateLine_HoldsBothSides()
    {
        await using var desk = await SearchDesk.OpenAsync();
        foreach (var (name, longitude) in new[] { ("west", 179.5), ("east", -179.5), ("line", 180.0), ("far", 0.0) })
        {
            var photo = desk.Photo(name, SearchDesk.Fields(("headline", "sea")));
            (photo.Latitude, photo.Longitude) = (0, longitude);
            await desk.AddAsync(photo);
        }

        Assert.Equal("line east west", await desk.FindAsync("box:-1,179,1,-179"));
        Assert.Equal("line east west", await desk.FindAsync("near:0,180~100km"));
        Assert.Equal("far", await desk.FindAsync("sea -box:-1,179,1,-179"));
        Assert.Equal("far line east west", await desk.FindAsync("box:-90,-180,90,180"));
    }

    [Fact]
    public async Task Near_APlaceNobodyKnows_IsToldAndFindsNothing()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("headline", "flood"));
        var query = SearchDesk.Parsed("flood near:\"Xyzzyville\"~5km");
        Assert.Equal((6, 21), (desk.Desk.Get<MediaSearch>().Doubt(query)!.Position, desk.Desk.Get<MediaSearch>().Doubt(query)!.Length));
        Assert.Equal("", await desk.FindAsync(query.Text));
        Assert.Null(desk.Desk.Get<MediaSearch>().Doubt(SearchDesk.Parsed("near:Idlib~5km")));
    }

    [Fact]
    public async Task Rebuild_WhileTheDeskIsSearchedAndEdited_LosesNothing()
    {
        await using var desk = await SearchDesk.OpenAsync();
        var random = new RandomDesk(3);
        await desk.AddAsync([.. Enumerable.Range(0, 1500).Select(number => random.Photo(desk, number))]);
        await desk.AddAsync("edited", ("headline", "before"));
        var index = desk.Desk.Get<SearchIndex>();
        var rebuild = index.RebuildAsync(null, Stop);
        for (var n = 0; !rebuild.IsCompleted || n == 0; n++)
        {
            await desk.ChangeAsync("edited", item => (item.Fields, item.SheetKey) = (SearchDesk.Fields(("headline", $"word{n}")), item.SheetKey + 1000));
            Assert.Equal("edited", await desk.FindAsync($"word{n}"));
            Assert.Equal(1501, (await desk.PageAsync("")).Total);
        }

        await rebuild;
        Assert.Empty(await index.CheckAsync(Stop));
        Assert.Null(await index.ProgressAsync(Stop));
        Assert.Equal(1501, (await desk.PageAsync("", facets: true)).Total);
    }

    [Fact]
    public async Task Facets_OfRandomSearches_AreWhatPlainCountingGives()
    {
        await using var desk = await SearchDesk.OpenAsync();
        var random = new RandomDesk(5);
        var photos = Enumerable.Range(0, 600).Select(number => random.Photo(desk, number)).ToArray();
        await desk.AddAsync(photos);
        foreach (var query in (string[])["flood", "agency:AFP", "date:2020", "-flood", "in:Syria OR in:Germany", ""])
        {
            var page = await desk.PageAsync(query, 10_000, facets: true);
            foreach (var field in (string[])["agency", "origin", "distributor", "by", "status", "format", "orientation", "is", "missing"])
            {
                foreach (var value in page.Facets[field].Values)
                {
                    Assert.Equal(value.Count, (await desk.PageAsync($"({query}) {field}:\"{value.Value}\"".Replace("() ", "", StringComparison.Ordinal))).Total);
                }
            }

            foreach (var month in page.Facets["date"].Values)
            {
                var found = await desk.PageAsync($"({query}) date:{month.Value}".Replace("() ", "", StringComparison.Ordinal));
                Assert.True(found.Total == month.Count, $"{query} {month.Value}: {found.Total} found, {month.Count} counted");
            }
        }
    }

    [Fact]
    public async Task Facets_OfPlaces_AreATree()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("cityName", "Saraqib"), ("countryName", "Syria"));
        await desk.AddAsync("b", ("cityName", "Idlib"), ("countryCode", "SYR"));
        await desk.AddAsync("c", ("countryName", "France"));
        var tree = (await desk.PageAsync("", facets: true)).Facets["place"].Values;
        Assert.Equal([("Syria", 2, "country"), ("France", 1, "country")], tree.Select(place => (place.Value, place.Count, place.Field!)));
        var region = Assert.Single(tree[0].Within!);
        Assert.Equal(("Idlib", 2, "region"), (region.Value, region.Count, region.Field));
        Assert.Equal(["idlib", "saraqib"], region.Within!.Select(place => global::MediaDesk.Language.TextNormaliser.Normalise(place.Value)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Completion_OffersFieldsAndValuesWithCounts()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("creditLine", "Leïla Haddad/AFP"), ("countryCode", "SYR"));
        await desk.AddAsync("b", ("creditLine", "AFP via Getty Images"));
        async Task<IEnumerable<(string, int?)>> At(string text) =>
            (await desk.Desk.Get<SearchCompletion>().SuggestAsync(text, text.Length, 5, Stop)).Select(suggestion => (suggestion.Text, suggestion.Count));

        Assert.Contains(("agency:", null), await At("flood ag"));
        Assert.Equal([("agency:AFP", 2)], await At("agency:a"));
        Assert.Equal([("agency:\"Getty Images\"", 1)], await At("agency:ima"));
        Assert.Equal([("by:\"Leïla Haddad\"", 1)], await At("x -by:hadd"));
        Assert.Contains(("in:Syria", 1), await At("in:sy"));
        Assert.Contains(("date:\"last week\"", null), await At("date:\"last w"));
        Assert.Equal([("has:gps", null)], await At("has:g"));
        Assert.Contains("near:\"Idlib\"~25km", (await At("near:idl")).Select(suggestion => suggestion.Item1));
        var there = (await desk.Desk.Get<SearchCompletion>().SuggestAsync("flood -agency:a tail", 15, 5, Stop))[0];
        Assert.Equal((7, 8), (there.Position, there.Length));
        await desk.ChangeAsync("b", item => item.Fields = SearchDesk.Fields(("creditLine", "Reuters")));
        Assert.Equal([("agency:AFP", 1)], await At("agency:a"));
    }

    [Fact]
    public async Task Completion_CountsOnlyWhatItOffers()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("creditLine", "AFP"), ("cityName", "Kyiv"), ("countryCode", "UKR"));
        async Task<IReadOnlyList<(string, int?)>> At(string text) =>
            [.. (await desk.Desk.Get<SearchCompletion>().SuggestAsync(text, text.Length, 8, Stop)).Select(suggestion => (suggestion.Text, suggestion.Count))];

        Assert.Equal([("source:AFP", null)], await At("source:af"));
        Assert.Equal([("missing:gps", 1)], await At("missing:g"));
        Assert.Equal([("missing:country", null)], (await At("missing:count")));
        Assert.Equal([("is:proposed", null)], await At("is:prop"));
        Assert.Equal([("orientation:landscape", 1)], await At("orientation:l"));
        Assert.Equal(("in:Kyiv", 1), (await At("in:Kiev"))[0]);
        var near = await At("near:idl");
        Assert.Equal(near.Count, near.Distinct().Count());
    }

    [Fact]
    public async Task SavedSearch_CountsWhatArrivedSinceItWasSeen()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("headline", "flood"));
        var searches = desk.Desk.Get<SavedSearches>();
        Assert.Null(await searches.SaveAsync("Floods", "flood date:last week OR flood", "Mira", Stop));
        Assert.NotNull(await searches.SaveAsync("Broken", "agancy:AFP", "Mira", Stop));
        Assert.NotNull(await searches.SaveAsync(" ", "flood", "Mira", Stop));
        await desk.AddAsync("b", ("headline", "flood"));
        await desk.AddAsync("c", ("headline", "fire"));

        var line = Assert.Single(await searches.ListAsync("Mira", Stop));
        Assert.Equal(("Floods", 1), (line.Name, line.Arrived));
        await searches.SeeAsync(line.Id, "Mira", Stop);
        Assert.Equal(0, (await searches.ListAsync("Mira", Stop))[0].Arrived);
        Assert.True(await searches.RemoveAsync(line.Id, Stop));
        Assert.Empty(await searches.ListAsync("Mira", Stop));
    }

    private static async Task<string> AllAsync(SearchDesk desk, string query, SheetOrder order)
    {
        var names = new List<string>();
        string? after = null;
        do
        {
            var page = await desk.Desk.Get<MediaSearch>().FindAsync(SearchDesk.Parsed(query), order, 2, after, false, Stop);
            names.AddRange(page.Items.Select(photo => photo.FileName));
            after = page.Next;
        }
        while (after is not null);
        return string.Join(' ', names);
    }
}
