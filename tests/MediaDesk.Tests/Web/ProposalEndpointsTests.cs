using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using static MediaDesk.Tests.DeskPhotos;
using static MediaDesk.Tests.Web.DeskSite;

namespace MediaDesk.Tests.Web;

/// <summary>What photos' texts say, for other programs.</summary>
public sealed class ProposalEndpointsTests(DeskSite site) : IClassFixture<DeskSite>
{
    private const string Caption = "People queue for bread outside a bakery in Idlib, Syria, on September 20, 2019. (Photo by Samir NADDAF / AFP)";

    [Fact]
    public async Task Get_OfAPhoto_HasItsProposals_AsParseGivesSpans()
    {
        var id = await AddAsync();

        var proposals = (await GetAsync(id)).GetProperty("proposals").EnumerateArray().ToList();

        var city = proposals.Single(one => one.GetProperty("field").GetString() == "cityName");
        Assert.Equal(["id", "kind", "field", "value", "source", "start", "length", "rule", "confidence"], city.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("fill", "Idlib", "description"), (city.GetProperty("kind").GetString(), city.GetProperty("value").GetString(), city.GetProperty("source").GetString()));
        Assert.Equal("Idlib", Caption.Substring(city.GetProperty("start").GetInt32(), city.GetProperty("length").GetInt32()));
        Assert.Equal("Samir Naddaf", proposals.Single(one => one.GetProperty("field").GetString() == "creatorNames").GetProperty("value")[0].GetString());
    }

    [Fact]
    public async Task Take_OfSome_StoresThem_AndTheHistoryTellsTheRule()
    {
        var id = await AddAsync();
        var city = await IdOfAsync(id, "cityName");

        var (response, body) = await PostAsync($"/api/media/{id}/proposals/take", new { ids = new[] { city }, editor = "Mira" });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, body.GetProperty("fields").GetInt32());
        var photo = await GetAsync(id);
        Assert.Equal(response.Headers.ETag!.ToString(), photo.GetProperty("etag").GetString());
        Assert.Equal(("Idlib", "caption"), (photo.GetProperty("fields").GetProperty("cityName").GetString(), photo.GetProperty("sources").GetProperty("cityName").GetString()));
        var understood = photo.GetProperty("history")[0].GetProperty("changes")[0].GetProperty("understood");
        Assert.Equal(("description", "place-in"), (understood.GetProperty("from").GetString(), understood.GetProperty("rule").GetString()));
        AssertProblem(HttpStatusCode.PreconditionFailed, await PostAsync($"/api/media/{id}/proposals/take", new { ids = new[] { city }, editor = "Mira" }));
    }

    [Fact]
    public async Task Take_WithATagFromBeforeAChangeOfTheField_IsRefused()
    {
        var id = await AddAsync();
        var seen = (await GetAsync(id)).GetProperty("etag").GetString()!;
        await site.PatchAsync(id, new { fields = new { cityName = "Saraqib" }, editor = "Jonas" });
        await site.PatchAsync(id, new { fields = new { cityName = (string?)null }, editor = "Jonas" });

        AssertProblem(HttpStatusCode.PreconditionFailed, await PostAsync($"/api/media/{id}/proposals/take", new { ids = new[] { await IdOfAsync(id, "cityName") }, editor = "Mira" }, ("If-Match", seen)));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync($"/api/media/{id}/proposals/take", new { editor = "Mira" }, ("If-Match", seen))).Response.StatusCode);
    }

    [Fact]
    public async Task Dismiss_WithoutIds_PutsAllAway()
    {
        var id = await AddAsync();

        var (_, body) = await PostAsync($"/api/media/{id}/proposals/dismiss", new { });

        Assert.Equal(7, body.GetProperty("dismissed").GetInt32());
        Assert.Empty((await GetAsync(id)).GetProperty("proposals").EnumerateArray());
    }

    [Fact]
    public async Task TakeAll_OnSeveralPhotos_IsOneEntry()
    {
        var (one, other) = (await AddAsync(), await AddAsync());

        var (_, body) = await PostAsync("/api/proposals/take", new { media = new[] { one, other }, editor = "Mira" });

        Assert.Equal((2, 14), (body.GetProperty("photos").GetInt32(), body.GetProperty("fields").GetInt32()));
        Assert.Equal(
            (await GetAsync(one)).GetProperty("history")[0].GetProperty("id").GetInt64(), (await GetAsync(other)).GetProperty("history")[0].GetProperty("id").GetInt64());
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("{\"editor\":\" \"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"ids\":\"all\",\"editor\":\"Mira\"}", HttpStatusCode.BadRequest)]
    [InlineData("nonsense", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    public async Task Take_OfWhatCannotBeUnderstood_IsAProblem(string body, HttpStatusCode status)
    {
        AssertProblem(status, await site.SendAsync(HttpMethod.Post, $"/api/media/{await AddAsync()}/proposals/take", new StringContent(body, null, "application/json")));
        AssertProblem(status, await site.SendAsync(HttpMethod.Post, "/api/proposals/take", new StringContent(body, null, "application/json")));
    }

    [Fact]
    public async Task Addresses_OfPhotosThatAreNotThere_AreProblems()
    {
        AssertProblem(HttpStatusCode.NotFound, await PostAsync("/api/media/4711/proposals/take", new { editor = "Mira" }));
        AssertProblem(HttpStatusCode.NotFound, await PostAsync("/api/media/4711/proposals/dismiss", new { }));
        AssertProblem(HttpStatusCode.UnsupportedMediaType, await site.SendAsync(HttpMethod.Post, "/api/media/1/proposals/take", new StringContent("editor=Mira")));
    }

    [Fact]
    public async Task PageOfAnotherSite_MayTakeNothing()
    {
        var id = await AddAsync();

        var (response, _) = await PostAsync($"/api/media/{id}/proposals/take", new { editor = "Mira" }, ("Origin", "https://elsewhere.example"));

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.Forbidden });
        Assert.False((await GetAsync(id)).GetProperty("fields").TryGetProperty("cityName", out _));
    }

    private async Task<long> AddAsync() => (await site.Services.AddPhotoAsync(Fields(("description", Caption)))).Id;

    private async Task<JsonElement> GetAsync(long id) => (await site.SendAsync(HttpMethod.Get, $"/api/media/{id}")).Body;

    private async Task<long> IdOfAsync(long photo, string field) =>
        (await GetAsync(photo)).GetProperty("proposals").EnumerateArray().Single(one => one.GetProperty("field").GetString() == field).GetProperty("id").GetInt64();

    private Task<(HttpResponseMessage Response, JsonElement Body)> PostAsync(string path, object body, params (string Name, string Value)[] headers) =>
        site.SendAsync(HttpMethod.Post, path, JsonContent.Create(body), headers);
}
