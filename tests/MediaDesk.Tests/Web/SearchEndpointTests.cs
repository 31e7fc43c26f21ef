using System.Net;
using System.Text.Json;
using static MediaDesk.Tests.DeskPhotos;
using static MediaDesk.Tests.Web.DeskSite;

namespace MediaDesk.Tests.Web;

public sealed class SearchEndpointTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task Search_AfterAnEdit_FindsThePhotoByTheNewWord()
    {
        var id = (await site.Services.AddPhotoAsync(Fields(("headline", "Before")))).Id;
        await site.PatchAsync(id, new { fields = new { headline = "Xylophone orchestra" }, editor = "Mira" });

        var (response, body) = await site.SendAsync(HttpMethod.Get, "/api/search?q=xylophone&limit=5&facets=true");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, body.GetProperty("total").GetInt32());
        Assert.Equal(id, body.GetProperty("items")[0].GetProperty("id").GetInt64());
        Assert.Equal("Xylophone orchestra", body.GetProperty("items")[0].GetProperty("fields").GetProperty("headline").GetString());
        Assert.True(body.GetProperty("facets").TryGetProperty("agency", out _));
    }

    [Fact]
    public async Task Search_InPages_GoesThroughAllOnce()
    {
        var added = new HashSet<long>();
        for (var n = 0; n < 5; n++)
        {
            added.Add((await site.Services.AddPhotoAsync(Fields(("headline", "Pagination")))).Id);
        }

        var seen = new List<long>();
        string? after = "";
        while (after is not null)
        {
            var (_, body) = await site.SendAsync(HttpMethod.Get, $"/api/search?q=pagination&limit=2&after={Uri.EscapeDataString(after)}");
            seen.AddRange(body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64()));
            after = body.GetProperty("next").GetString();
        }

        Assert.Equal(5, seen.Count);
        Assert.Equal(added, [.. seen]);
    }

    [Fact]
    public async Task Search_ThatCannotBeUnderstood_TellsWhere()
    {
        var answer = await site.SendAsync(HttpMethod.Get, "/api/search?q=" + Uri.EscapeDataString("snow agancy:AFP"));

        AssertProblem(HttpStatusCode.BadRequest, answer);
        Assert.Equal(5, answer.Body.GetProperty("position").GetInt32());
        Assert.True(answer.Body.GetProperty("length").GetInt32() > 0);
        Assert.Contains("agency", answer.Body.GetProperty("suggestion").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchThatCannotBeUnderstood_WithoutASuggestion_SaysThatToo()
    {
        var (_, body) = await site.SendAsync(HttpMethod.Get, "/api/search?q=in:");

        Assert.Equal(JsonValueKind.Null, body.GetProperty("suggestion").ValueKind);
    }

    [Fact]
    public async Task Json_IsTextAsItIs_AsOnTheCommandLine()
    {
        const string Words = "<“Été” & العربية>";
        using var response = await site.Http.GetAsync("/api/search?q=agancy:" + Uri.EscapeDataString(Words), DeskSite.Token);

        Assert.DoesNotContain("\\u", await response.Content.ReadAsStringAsync(DeskSite.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PageThatIsNotThere_IsAnsweredByAPage()
    {
        using var response = await site.Http.GetAsync("/nothing", DeskSite.Token);

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("<main", await response.Content.ReadAsStringAsync(DeskSite.Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=ten")]
    [InlineData("limit=1000000")]
    [InlineData("after=nonsense")]
    [InlineData("facets=perhaps")]
    public async Task Search_WithASettingThatMakesNoSense_IsABadRequest(string setting) =>
        AssertProblem(HttpStatusCode.BadRequest, await site.SendAsync(HttpMethod.Get, "/api/search?" + setting));

    [Theory]
    [InlineData("cell=NaN")]
    [InlineData("cell=0")]
    [InlineData("cell=91")]
    [InlineData("cell=1&box=1,2,3")]
    public async Task Map_OfAPartThatIsNone_IsABadRequest(string setting) =>
        AssertProblem(HttpStatusCode.BadRequest, await site.SendAsync(HttpMethod.Get, "/api/search/map?box=-10,-10,10,10&" + setting));

    [Theory]
    [InlineData("/api/search?q=%EF%BF%BE")]
    [InlineData("/api/search?q=caption:a%EF%BF%BEb")]
    [InlineData("/api/search/suggest?q=by:%EF%BF%BE")]
    [InlineData("/photographer?name=%EF%BF%BE")]
    [InlineData("/photographer?name=Jo%20%E2%80%9CBig%E2%80%9D%20Roe")]
    [InlineData("/agency?name=%C2%ABFoo%C2%BB%20Presse")]
    [InlineData("/?q=%EF%BF%BE")]
    public async Task SignThatIsNoCharacterOrEndsAQuotation_IsNoError(string address)
    {
        using var response = await site.Http.GetAsync(address, DeskSite.Token);
        Assert.True((int)response.StatusCode is 200 or 400, $"{response.StatusCode}");
    }

    [Fact]
    public async Task Health_OfADeskThatWorks_CountsPhotosAndRoom()
    {
        var (response, body) = await site.SendAsync(HttpMethod.Get, "/health");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("ok", body.GetProperty("status").GetString());
        Assert.True(body.GetProperty("photos").GetInt32() >= 0);
        Assert.True(body.GetProperty("disk").GetProperty("freeBytes").GetInt64() > 0);
    }

    [Fact]
    public async Task OpenApi_DescribesEveryAddress()
    {
        var (_, body) = await site.SendAsync(HttpMethod.Get, "/openapi/v1.json");

        var paths = body.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        Assert.Equal(
            ["/api/agencies", "/api/article", "/api/cleaning", "/api/cleaning/try", "/api/media", "/api/media/{id}", "/api/media/{id}/proposals/dismiss", "/api/media/{id}/proposals/take", "/api/parse", "/api/places", "/api/places/import", "/api/places/near", "/api/places/within", "/api/proposals/take", "/api/search", "/api/search/export", "/api/search/facets", "/api/search/map", "/api/search/suggest", "/api/searches", "/api/searches/{id}", "/health", "/media/download", "/media/export", "/media/{id}/download", "/media/{id}/{size}"],
            paths.Order(StringComparer.Ordinal));
    }
}
