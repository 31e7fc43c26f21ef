using System.Net;
using System.Text.RegularExpressions;
using static MediaDesk.Tests.DeskPhotos;
using static MediaDesk.Tests.Web.DeskSite;

namespace MediaDesk.Tests.Web;

public sealed partial class BrowserGuardTests(DeskSite site) : IClassFixture<DeskSite>
{
    private string Own => site.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://127.0.0.1.evil.example")]
    public async Task Request_FromAPageElsewhere_IsForbidden(string origin)
    {
        var id = (await site.Services.AddPhotoAsync(Fields(("headline", "Before")))).Id;

        AssertProblem(HttpStatusCode.Forbidden, await site.PatchAsync(id, new { fields = new { headline = "Evil" }, editor = "Eve" }, ("Origin", origin)));
        AssertProblem(HttpStatusCode.Forbidden, await site.SendAsync(HttpMethod.Get, "/api/search", null, ("Origin", origin)));
        AssertProblem(HttpStatusCode.Forbidden, await site.SendAsync(HttpMethod.Get, "/_blazor", null, ("Origin", origin)));
        Assert.Equal("Before", (await site.SendAsync(HttpMethod.Get, $"/api/media/{id}")).Body.GetProperty("fields").GetProperty("headline").GetString());
    }

    [Fact]
    public async Task Request_FromTheOwnPageWithoutToken_IsRefused()
    {
        using var photo = new MultipartFormDataContent { { new ByteArrayContent([1]), "files", "a.jpg" } };
        using var ids = new FormUrlEncodedContent([new("ids", "1")]);

        AssertProblem(HttpStatusCode.BadRequest, await site.PatchAsync(1, new { fields = new { headline = "x" }, editor = "Mira" }, ("Origin", Own)));
        AssertProblem(HttpStatusCode.BadRequest, await site.SendAsync(HttpMethod.Post, "/api/media", photo, ("Origin", Own)));
        AssertProblem(HttpStatusCode.BadRequest, await site.SendAsync(HttpMethod.Post, "/media/download", ids, ("Origin", Own)));
        AssertProblem(HttpStatusCode.BadRequest, await site.PatchAsync(1, new { }, ("Origin", Own), ("RequestVerificationToken", "made-up")));
    }

    [Fact]
    public async Task Request_FromTheOwnPageWithToken_IsTaken()
    {
        var id = (await site.Services.AddPhotoAsync(Fields(("headline", "Before")))).Id;
        var (cookie, token) = await TokenAsync();
        using var ids = new FormUrlEncodedContent([new("ids", $"{id}"), new("format", "csv"), new("__RequestVerificationToken", token)]);

        var patch = await site.PatchAsync(
            id, new { fields = new { headline = "After" }, editor = "Mira" }, ("Origin", Own), ("Cookie", cookie), ("RequestVerificationToken", token));
        var export = await site.SendAsync(HttpMethod.Post, "/media/export", ids, ("Origin", Own), ("Cookie", cookie));

        Assert.Equal(HttpStatusCode.OK, patch.Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, export.Response.StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("192.168.1.5")]
    [InlineData("localhost.evil.example")]
    public async Task Request_ForAnotherHost_IsRefused(string host) =>
        AssertProblem(HttpStatusCode.BadRequest, await site.SendAsync(HttpMethod.Get, "/api/search", null, ("Host", host)));

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("[::1]:5080")]
    public async Task Request_ForThisMachine_IsTaken(string host) =>
        Assert.Equal(HttpStatusCode.OK, (await site.SendAsync(HttpMethod.Get, "/health", null, ("Host", host))).Response.StatusCode);

    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    [InlineData("/api/nothing")]
    [InlineData("/nothing")]
    public async Task Answer_OfAnyKind_LimitsWhatABrowserMayDo(string path)
    {
        var (response, _) = await site.SendAsync(HttpMethod.Get, path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.NotEmpty(response.Headers.GetValues("Referrer-Policy"));
    }

    [Fact]
    public async Task Page_OfTheDesk_HasNoScriptOfItsOwn()
    {
        var html = await site.Http.GetStringAsync("/", Token);

        Assert.All(Scripts().Matches(html), script => Assert.Matches("\\ssrc=", script.Value));
        Assert.DoesNotMatch("\\son[a-z]+=\"", html);
    }

    private async Task<(string Cookie, string Token)> TokenAsync()
    {
        using var response = await site.Http.GetAsync("/", Token);
        var cookie = response.Headers.GetValues("Set-Cookie").First(value => value.Contains("Antiforgery", StringComparison.Ordinal)).Split(';')[0];
        var field = TokenField().Match(await response.Content.ReadAsStringAsync(Token));
        return (cookie, WebUtility.HtmlDecode(field.Groups[1].Value));
    }

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Scripts();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
