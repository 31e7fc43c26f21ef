using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Search;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Search;

public sealed class MediaSearchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Agency_EverySpellingOfAChain_IsFound()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("creditLine", "LEILA HADDAD/AFP/Getty Images"));
        await desk.AddAsync("b", ("creditLine", "AFP via Getty Images"));
        await desk.AddAsync("c", ("creditLine", "AFP PHOTO / Leila Haddad"));
        await desk.AddAsync("d", ("creditLine", "GETTY"));
        await desk.AddAsync("e", ("source", "Getty Images Europe"));
        await desk.AddAsync("f", ("copyrightNotice", "© 2014 Agence France-Presse. All rights reserved"));
        await desk.AddAsync("g", ("creditLine", "REUTERS/Leila Haddad"));

        Assert.Equal("f c b a", await desk.FindAsync("agency:AFP"));
        Assert.Equal("e d b a", await desk.FindAsync("agency:\"Getty Images\""));
        Assert.Equal("f c", await desk.FindAsync("agency:afp -agency:getty"));
        Assert.Equal("g f e d c", await desk.FindAsync("-(agency:AFP agency:Getty)"));
        Assert.Equal("g c a", await desk.FindAsync("by:\"leila haddad\""));
    }

    [Fact]
    public async Task In_AnyLevelNameOrCode_IsFound()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("cityName", "Saraqib"), ("provinceState", "Idlib"), ("countryName", "SYRIA"));
        await desk.AddAsync("b", ("countryCode", "SYR"));
        await desk.AddAsync("c", ("description", "A refugee from Syria in Berlin"), ("countryCode", "DEU"));

        foreach (var spelling in (string[])["in:Syria", "in:SYR", "in:sy", "in:Syrie", "in:سوريا", "country:Сирия"])
        {
            Assert.Equal("b a", await desk.FindAsync(spelling));
        }

        Assert.Equal("a", await desk.FindAsync("in:\"Idlib\""));
        Assert.Equal("c a", await desk.FindAsync("syria"));
    }

    /// <summary>Idlib lies at 35.93, 36.63.</summary>
    [Theory]
    [InlineData("countryName", "Syria")]
    [InlineData("countryCode", "SYR")]
    [InlineData("provinceState", "Idlib")]
    [InlineData("sublocationName", "A camp")]
    [InlineData("cityName", "Unheard-of")]
    [InlineData("cityName", "…")]
    public async Task In_WordsAndCoordinates_BothCount(string field, string text)
    {
        await using var desk = await SearchDesk.OpenAsync();
        var photo = desk.Photo("a", SearchDesk.Fields((field, text)));
        (photo.Latitude, photo.Longitude) = (35.93, 36.63);
        await desk.AddAsync(photo);

        foreach (var query in (string[])["in:Idlib", "in:Syria", "region:Idlib", "country:SYR", "in:إدلب"])
        {
            Assert.Equal("a", await desk.FindAsync(query));
        }

        var country = Assert.Single((await desk.PageAsync("", facets: true)).Facets["place"].Values);
        Assert.Equal(("Syria", 1), (country.Value, country.Count));
        Assert.Equal("Idlib", Assert.Single(country.Within!).Value);
    }

    [Fact]
    public async Task In_CoordinatesInAnotherCountryThanTheWords_FindsByEitherAndCountsTheWords()
    {
        await using var desk = await SearchDesk.OpenAsync();
        var photo = desk.Photo("a", SearchDesk.Fields(("cityName", "Paris"), ("countryCode", "FRA")));
        (photo.Latitude, photo.Longitude) = (35.93, 36.63);
        await desk.AddAsync(photo);

        Assert.Equal("a", await desk.FindAsync("in:Paris in:Syria"));
        Assert.Equal("France", Assert.Single((await desk.PageAsync("", facets: true)).Facets["place"].Values).Value);
    }

    [Fact]
    public async Task In_PlaceWithWhatItLiesIn_IsFoundOnBothSides()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("cityName", "Rome"), ("countryCode", "ITA"));
        await desk.AddAsync("b", ("cityName", "Idlib, Syria"));
        await desk.AddAsync("c", ("countryName", "England"));

        Assert.Equal("a", await desk.FindAsync("in:\"Rome, Italy\""));
        Assert.Equal("a", await desk.FindAsync("in:Rome,Italy"));
        Assert.Equal("", await desk.FindAsync("in:\"Rome, France\""));
        Assert.Equal("b", await desk.FindAsync("in:Edlib"));
        Assert.Equal("b", await desk.FindAsync("country:SYR"));
        Assert.Equal("c", await desk.FindAsync("country:UK"));
        Assert.Equal("c", await desk.FindAsync("in:England"));
    }

    [Fact]
    public async Task Agency_WholeChainOrInitials_IsReadAsACreditIs()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("creditLine", "AFP via Getty Images"));
        await desk.AddAsync("b", ("creditLine", "AFP"));
        await desk.AddAsync("c", ("creditLine", "A.F.P. or licensors"));

        Assert.Equal("a", await desk.FindAsync("agency:\"AFP via Getty Images\""));
        Assert.Equal("a", await desk.FindAsync("agency:\"Getty Images/AFP\""));
        Assert.Equal("c b a", await desk.FindAsync("origin:\"AFP via Getty Images\""));
        Assert.Equal("a", await desk.FindAsync("distributor:\"AFP via Getty Images\""));
        Assert.Equal("c b a", await desk.FindAsync("agency:A.F.P."));
        Assert.Equal("", await desk.FindAsync("by:licensors"));
    }

    [Fact]
    public async Task By_SurnameFirst_IsOnePerson()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("creatorNames", "Kılıç, Bülent"));
        await desk.AddAsync("b", ("creatorNames", "Leila Haddad, Omar Kadour"));

        Assert.Equal("a", await desk.FindAsync("by:\"Bulent Kilic\""));
        Assert.Equal("b", await desk.FindAsync("by:\"Leila Haddad\" by:\"Omar Kadour\""));
        Assert.Equal(["Bülent Kılıç", "Leila Haddad", "Omar Kadour"], (await desk.PageAsync("", facets: true)).Facets["by"].Values.Select(value => value.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("box:-10,5.7,10,5.2")]
    [InlineData("box:-10,170,10,-170")]
    [InlineData("box:-10,-180,10,180")]
    [InlineData("box:-10,8,10,5.1")]
    public async Task Box_RoundTheEarth_FindsWhatIsInItAndItsOppositeTheRest(string box)
    {
        await using var desk = await SearchDesk.OpenAsync();
        double[] longitudes = [-179.9, -171, -90, 0, 5.1, 5.3, 5.5, 5.8, 7.9, 8.1, 90, 171, 179.9];
        await desk.AddAsync([.. longitudes.Select((longitude, n) =>
        {
            var photo = desk.Photo($"p{n}", SearchDesk.Fields(("headline", "flood")));
            (photo.Latitude, photo.Longitude) = (1, longitude);
            return photo;
        })]);
        var part = box[4..].Split(',').Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var expected = longitudes.Count(longitude => part[1] <= part[3] ? longitude >= part[1] && longitude <= part[3] : longitude >= part[1] || longitude <= part[3]);

        Assert.Equal(expected, (await desk.PageAsync(box)).Total);
        Assert.Equal(longitudes.Length - expected, (await desk.PageAsync($"-{box}")).Total);
    }

    [Fact]
    public async Task Arrived_AmongVeryManyOthers_AreAllCounted()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync(desk.Photo("old", SearchDesk.Fields(("headline", "flood"))));
        await using var db = desk.Desk.Rows();
        var seen = await db.Media.MaxAsync(item => item.Id, Stop);
        await desk.AddAsync([.. Enumerable.Range(0, 2).Select(n => desk.Photo($"f{n}", SearchDesk.Fields(("headline", "flood"))))]);
        await desk.AddAsync([.. Enumerable.Range(0, 1_100).Select(n => desk.Photo($"o{n}", SearchDesk.Fields(("headline", "other"))))]);

        Assert.Equal(2, await desk.Desk.Get<MediaSearch>().CountArrivedAsync(SearchDesk.Parsed("flood"), seen, Stop));
        Assert.Equal(1_000, await desk.Desk.Get<MediaSearch>().CountArrivedAsync(SearchDesk.Parsed("other"), seen, Stop));
        Assert.Equal(1_000, await desk.Desk.Get<MediaSearch>().CountArrivedAsync(SearchQuery.All, seen, Stop));
    }

    [Fact]
    public async Task Check_TellsOfFacetsAndCoordinatesThatAreNotThePhotos()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("creditLine", "AFP"), ("cityName", "Idlib"), ("countryCode", "SYR"));
        await desk.AddAsync("b", ("creditLine", "Reuters"));
        foreach (var damage in (FormattableString[])[$"UPDATE search_photo SET latitude = 1 WHERE latitude IS NOT NULL", $"UPDATE search_photo SET credit = (SELECT max(credit) FROM search_photo)", $"UPDATE search_group SET entries = entries || 'x' WHERE kind = 2"])
        {
            await using (var db = desk.Desk.Rows())
            {
                await db.Database.ExecuteSqlAsync(damage, Stop);
            }

            var index = desk.Desk.Get<SearchIndex>();
            var findings = await index.CheckAsync(Stop);
            Assert.NotEmpty(findings);
            Assert.All(findings, finding => Assert.Contains("other values", finding, StringComparison.Ordinal));
            await index.RebuildAsync(null, Stop);
            Assert.Empty(await index.CheckAsync(Stop));
        }
    }

    [Fact]
    public async Task Date_PartialDates_LieOnlyWhereTheyLieAsAWhole()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("year", ("dateCreated", "2020"));
        await desk.AddAsync("month", ("dateCreated", "2020-02"));
        await desk.AddAsync("day", ("dateCreated", "2020-02-24"));
        await desk.AddAsync("time", ("dateCreated", "2020-02-24T23:59:59+03:00"));
        await desk.AddAsync("later", ("dateCreated", "2021-01-01"));
        await desk.AddAsync("none");

        Assert.Equal("time day month year", await desk.FindAsync("date:2020"));
        Assert.Equal("time day month", await desk.FindAsync("date:2020-02"));
        Assert.Equal("time day", await desk.FindAsync("date:2020-02-24"));
        Assert.Equal("time day month", await desk.FindAsync("date:2019-09..2020-02"));
        Assert.Equal("later time day", await desk.FindAsync("date:2020-02-02.."));
        Assert.Equal("time day month year", await desk.FindAsync("date:..2020"));
        Assert.Equal("none", await desk.FindAsync("missing:date"));
    }

    [Fact]
    public async Task Date_Today_IsTheDesksOwnDay()
    {
        await using var desk = await SearchDesk.OpenAsync();
        desk.Clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("desk", TimeSpan.FromMinutes(345), "desk", "desk"));
        // In Nepal it is 15:15 on the 20th; its day began at 18:15 UTC on the 19th.
        await desk.AddAsync(desk.Photo("early", SearchDesk.Fields(("dateCreated", "2026-05-20")), new DateTime(2026, 5, 19, 18, 15, 0, DateTimeKind.Utc)));
        await desk.AddAsync(desk.Photo("before", SearchDesk.Fields(("dateCreated", "2026-05-19")), new DateTime(2026, 5, 19, 18, 14, 59, DateTimeKind.Utc)));

        Assert.Equal("early", await desk.FindAsync("date:today"));
        Assert.Equal("early", await desk.FindAsync("added:today"));
        Assert.Equal("before", await desk.FindAsync("added:yesterday"));
        Assert.Equal("before", await desk.FindAsync("date:yesterday"));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("early", await desk.FindAsync("added:yesterday"));
    }

    [Theory]
    [InlineData("flood' AND 1=1 --")]
    [InlineData("\"; DROP TABLE Media; --\"")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("NEAR(flood rescue, 5)")]
    [InlineData("flood NOT rescue")]
    [InlineData("headline : flood")]
    [InlineData("^flood + {rescue}")]
    [InlineData("_photo")]
    [InlineData("_agency_afp")]
    public async Task OperatorsOfOtherLanguages_AreWords(string query)
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("description", "flood"), ("creditLine", "AFP"));
        Assert.Equal("", await desk.FindAsync(query));
        Assert.Equal("a", await desk.FindAsync("flood"));
    }

    [Fact]
    public async Task Queries_AsLargeAsAllowed_AreAnswered()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("description", "a b"));
        Assert.Equal("a", await desk.FindAsync(string.Join(' ', Enumerable.Repeat("a", SearchQuery.LongestText / 2))));
        Assert.Equal("a", await desk.FindAsync(string.Join(" OR ", Enumerable.Repeat("a", 800))));
        Assert.Equal("", await desk.FindAsync(string.Join(' ', Enumerable.Repeat("-b", 1300))));
        var deep = string.Concat(Enumerable.Repeat("(b -(c OR ", 10)) + "-a" + string.Concat(Enumerable.Repeat("))", 10));
        Assert.NotNull(await desk.FindAsync(deep));
        Assert.Equal("a", await desk.FindAsync("date:..9999 OR a"));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(700)]
    public async Task BeginningOfManyWords_AndManyAlternatives_FindEachPhotoOnce(int words)
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync([.. Enumerable.Range(0, words).Select(n => desk.Photo($"p{n}", SearchDesk.Fields(("headline", $"quay{n:000} quay{n + 1:000}"), ("description", "harbour"))))]);
        await desk.AddAsync("none", ("description", "quiet harbour"));

        var alternatives = string.Join(" OR ", Enumerable.Range(0, words).Select(n => $"quay{n:000}"));
        foreach (var query in new[] { "quay*", "headline:quay*", "harbour quay*", "quay* -quiet", alternatives }.Where(query => query.Length <= SearchQuery.LongestText))
        {
            var page = await desk.PageAsync(query, 1_000);
            Assert.Equal(Enumerable.Range(0, words).Select(n => $"p{words - 1 - n}"), page.Items.Select(photo => photo.FileName));
            Assert.Equal((words, true), ((await desk.PageAsync(query, 5)).Total, page.TotalIsExact));
        }

        Assert.Equal("none", await desk.FindAsync("harbour -quay*"));
    }

    [Fact]
    public async Task Pages_LeadOnAndBack()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync([.. Enumerable.Range(0, 7).Select(n => desk.Photo($"p{n}", SearchDesk.Fields(("headline", "flood"))))]);

        var first = await desk.PageAsync("flood", 3);
        var second = await desk.PageAsync("flood", 3, first.Next);
        var third = await desk.PageAsync("flood", 3, second.Next);

        Assert.Equal(["p6", "p5", "p4"], first.Items.Select(photo => photo.FileName));
        Assert.Equal(["p3", "p2", "p1"], second.Items.Select(photo => photo.FileName));
        Assert.Equal(["p0"], third.Items.Select(photo => photo.FileName));
        Assert.All([first, second, third], page => Assert.Equal((7, true), (page.Total, page.TotalIsExact)));
        Assert.Null(third.Next);
        Assert.Null(first.Previous);
        Assert.Equal("", second.Previous);
        Assert.Equal("p3", (await desk.PageAsync("flood", 3, third.Previous)).Items[0].FileName);
        Assert.Equal("p6", (await desk.PageAsync("flood", 3, second.Previous)).Items[0].FileName);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-5")]
    [InlineData("1e9")]
    [InlineData("99999999999999999999")]
    public async Task Cursor_ThatIsNone_IsRefused(string cursor)
    {
        await using var desk = await SearchDesk.OpenAsync();
        await Assert.ThrowsAsync<FormatException>(() => desk.PageAsync("", 3, cursor));
    }

    [Fact]
    public async Task Facets_CountTheMatchesAndShowProperNames()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("headline", "flood"), ("creditLine", "LEILA HADDAD/AFP/Getty Images"), ("countryCode", "SYR"));
        await desk.AddAsync("b", ("headline", "flood"), ("creditLine", "AFP PHOTO / Leïla Haddad"), ("countryName", "Syrie"));
        await desk.AddAsync("c", ("headline", "flood"), ("countryName", "Atlantis"));
        await desk.AddAsync("d", ("headline", "fire"), ("creditLine", "Reuters"), ("countryName", "Syria"));

        var facets = (await desk.PageAsync("flood", 1, facets: true)).Facets;

        Assert.Equal([new("AFP", 2), new("Getty Images", 1)], facets["agency"].Values);
        Assert.Equal([new("Leïla Haddad", 2)], facets["by"].Values);
        Assert.Equal([new("Syria", 2), new("Atlantis", 1)], facets["country"].Values);
        Assert.True(facets["agency"].IsExact);
        Assert.Empty((await desk.PageAsync("flood")).Facets);
        Assert.Equal("b a", await desk.FindAsync(SearchDesk.Parsed("flood").Toggle("country", "Syria").Text));
    }

    [Fact]
    public async Task Save_EditRemoveRestoreMove_IsFindableAtOnce()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("headline", "flood"));
        await desk.ChangeAsync("a", item => item.Fields = SearchDesk.Fields(("headline", "fire")));
        Assert.Equal("", await desk.FindAsync("flood"));
        Assert.Equal("a", await desk.FindAsync("fire"));

        await desk.ChangeAsync("a", item => item.SheetKey -= 1000);
        Assert.Equal("a", await desk.FindAsync("fire"));
        await desk.ChangeAsync("a", item => item.RemovedUtc = SearchDesk.Now.UtcDateTime);
        Assert.Equal(0, (await desk.PageAsync("")).Total);
        await desk.ChangeAsync("a", item => item.RemovedUtc = null);
        Assert.Equal("a", await desk.FindAsync(""));
    }

    [Fact]
    public async Task Save_RolledBack_LeavesTheIndexAsItWas()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("headline", "flood"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Desk.Get<DeskWriter>().WriteAsync(
            async db =>
            {
                (await db.Media.SingleAsync(Stop)).Fields = SearchDesk.Fields(("headline", "fire"));
                await db.SaveChangesAsync(Stop);
                throw new InvalidOperationException("not after all");
            },
            Stop));
        Assert.Equal("a", await desk.FindAsync("flood"));
        Assert.Empty(await desk.Desk.Get<SearchIndex>().CheckAsync(Stop));
    }

    [Fact]
    public async Task Save_OutsideATransaction_KeepsRowAndIndexTogether()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await using (var db = desk.Desk.Rows())
        {
            db.Media.Add(desk.Photo("a", SearchDesk.Fields(("headline", "flood"))));
            await db.SaveChangesAsync(Stop);
            // The same sheet key again: the row is refused, and so is the entry.
            var twin = desk.Photo("b", SearchDesk.Fields(("headline", "fire")));
            twin.SheetKey = (await db.Media.SingleAsync(Stop)).SheetKey;
            db.Media.Add(twin);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Stop));
        }

        Assert.Equal("a", await desk.FindAsync("flood OR fire"));
        Assert.Empty(await desk.Desk.Get<SearchIndex>().CheckAsync(Stop));
    }

    [Fact]
    public async Task Index_MissingOrOfAnotherVersion_IsMadeFromTheRows()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("headline", "flood"));
        foreach (var damage in (FormattableString[])[$"UPDATE search_state SET version = 'old'", $"UPDATE search_state SET version = 'old'; ALTER TABLE search_state DROP COLUMN places", $"DROP TABLE search_state"])
        {
            await using (var db = desk.Desk.Rows())
            {
                await db.Database.ExecuteSqlAsync(damage, Stop);
            }

            // Another process: nothing is remembered.
            await using var other = new SearchDesk(await DeskFixture.OpenAsync(dataFolder: desk.Desk.DataFolder));
            Assert.Equal("a", await other.FindAsync("flood"));
            Assert.Empty(await other.Desk.Get<SearchIndex>().CheckAsync(Stop));
        }
    }

    [Fact]
    public async Task Check_TellsEveryDifferenceBothWays_AndRebuildMendsThem()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("headline", "flood"));
        await desk.AddAsync("b", ("headline", "fire"));
        await desk.AddAsync("c", ("headline", "storm"));
        await using (var db = desk.Desk.Rows())
        {
            // Past the interceptor, as no part of the desk does it.
            await db.Media.Where(item => item.FileName == "a").ExecuteUpdateAsync(set => set.SetProperty(item => item.Fields, SearchDesk.Fields(("headline", "x"))), Stop);
            await db.Media.Where(item => item.FileName == "b").ExecuteDeleteAsync(Stop);
            var key = (await db.Media.SingleAsync(item => item.FileName == "c", Stop)).SheetKey;
            await db.Database.ExecuteSqlAsync($"DELETE FROM search_text WHERE rowid = {key}", Stop);
            await db.Database.ExecuteSqlAsync($"DELETE FROM search_word WHERE word = 'fire'", Stop);
        }

        var index = desk.Desk.Get<SearchIndex>();
        var findings = await index.CheckAsync(Stop);
        Assert.Equal(4, findings.Count);
        Assert.Contains(findings, finding => finding.StartsWith("The search index lacks 1 of its words", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Contains("(a) is in the search index with other values", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Contains("(c) is not in the search index", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Contains("there is no photo", StringComparison.Ordinal));

        await index.RebuildAsync(null, Stop);
        Assert.Empty(await index.CheckAsync(Stop));
        Assert.Equal("c", await desk.FindAsync("storm"));
    }

    [Fact]
    public async Task Search_Cancelled_Stops()
    {
        await using var desk = await SearchDesk.OpenAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => desk.Desk.Get<MediaSearch>().FindAsync(SearchQuery.All, 10, null, false, cancelled.Token));
    }

    [Fact]
    public async Task Has_PlaceholdersOfAgencies_AreMissing()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("creditLine", "-"), ("headline", "Flood"));
        Assert.Equal("a", await desk.FindAsync("missing:credit has:headline missing:gps"));
    }
}
