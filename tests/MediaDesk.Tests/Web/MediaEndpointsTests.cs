using System.Collections.Immutable;
using System.Net;
using System.Text;
using MediaDesk.Metadata;
using static MediaDesk.Tests.DeskPhotos;
using static MediaDesk.Tests.Web.DeskSite;

namespace MediaDesk.Tests.Web;

public sealed class MediaEndpointsTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task Get_OfAPhoto_TellsFieldsSourcesHistoryAndTag()
    {
        var id = await AddAsync();

        var (response, body) = await site.SendAsync(HttpMethod.Get, $"/api/media/{id}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        // What other programs rely on; more may stand beside it.
        string[] promised = ["id", "filename", "fields", "sources", "conflicts", "history", "etag"];
        Assert.Equal(promised, body.EnumerateObject().Select(member => member.Name).Intersect(promised));
        Assert.Equal("Snow in Idlib", body.GetProperty("fields").GetProperty("headline").GetString());
        Assert.Equal("XMP", body.GetProperty("sources").GetProperty("headline").GetString());
        Assert.Equal("IIM", body.GetProperty("conflicts")[0].GetProperty("values").EnumerateObject().First(value => value.Name == "IIM").Name);
        Assert.Equal("ingest", body.GetProperty("history")[0].GetProperty("kind").GetString());
        Assert.Equal(response.Headers.ETag!.ToString(), body.GetProperty("etag").GetString());
    }

    [Fact]
    public async Task Patch_OfFields_StoresThemAndAnswersWithThePhoto()
    {
        var id = await AddAsync();

        var (response, body) = await site.PatchAsync(
            id, new { fields = new { headline = "Сніг", keywords = new[] { "war", "snow" }, countryCode = "sy", cityName = (string?)null }, editor = "Mira" });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var fields = body.GetProperty("fields");
        Assert.Equal("Сніг", fields.GetProperty("headline").GetString());
        Assert.Equal("SYR", fields.GetProperty("countryCode").GetString());
        Assert.Equal(2, fields.GetProperty("keywords").GetArrayLength());
        Assert.False(fields.TryGetProperty("cityName", out _));
        Assert.Equal("editor", body.GetProperty("sources").GetProperty("headline").GetString());
        var edit = body.GetProperty("history")[0];
        Assert.Equal(("edit", "Mira", 4), (edit.GetProperty("kind").GetString(), edit.GetProperty("editor").GetString(), edit.GetProperty("changes").GetArrayLength()));
        Assert.Equal(response.Headers.ETag!.ToString(), body.GetProperty("etag").GetString());
    }

    [Fact]
    public async Task Patch_WithATagFromBeforeAChangeOfTheSameField_IsRefusedWithTheCurrentValues()
    {
        var id = await AddAsync();
        var before = (await site.SendAsync(HttpMethod.Get, $"/api/media/{id}")).Body.GetProperty("etag").GetString()!;
        await site.PatchAsync(id, new { fields = new { headline = "First" }, editor = "Mira" }, ("If-Match", before));

        var refused = await site.PatchAsync(id, new { fields = new { headline = "Second" }, editor = "Jonas" }, ("If-Match", before));
        var other = await site.PatchAsync(id, new { fields = new { source = "AFP" }, editor = "Jonas" }, ("If-Match", before));

        AssertProblem(HttpStatusCode.PreconditionFailed, refused);
        Assert.Equal("First", refused.Body.GetProperty("fields").GetProperty("headline").GetString());
        var changed = refused.Body.GetProperty("changed")[0];
        Assert.Equal(("headline", "First", "Mira"), (changed.GetProperty("field").GetString(), changed.GetProperty("value").GetString(), changed.GetProperty("editor").GetString()));
        Assert.Equal(HttpStatusCode.OK, other.Response.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("\"1\"", HttpStatusCode.OK)]
    [InlineData("W/\"1\"", HttpStatusCode.OK)]
    [InlineData("1", HttpStatusCode.OK)]
    [InlineData("\"0\", \"1\"", HttpStatusCode.OK)]
    [InlineData("\"0\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"999\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"nonsense\"", HttpStatusCode.PreconditionFailed)]
    public async Task Patch_WithIfMatch_LooksAtWhatTheSenderHasSeen(string? ifMatch, HttpStatusCode expected)
    {
        var id = await AddAsync();
        await site.PatchAsync(id, new { fields = new { headline = "Seen" }, editor = "Mira" });

        var (response, _) = await site.PatchAsync(id, new { fields = new { headline = "New" }, editor = "Jonas" }, ifMatch is null ? [] : [("If-Match", ifMatch)]);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Patch_ByTenAtOnceWithOneTag_LetsOneWin()
    {
        var id = await AddAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(n =>
            site.PatchAsync(id, new { fields = new { headline = $"Headline {n}" }, editor = $"Editor {n}" }, ("If-Match", "\"0\""))));

        Assert.Single(answers, answer => answer.Response.StatusCode == HttpStatusCode.OK);
        Assert.Equal(9, answers.Count(answer => answer.Response.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Patch_OfValuesThatCannotBeKept_TellsEachAndStoresNothing()
    {
        var id = await AddAsync();

        var answer = await site.PatchAsync(id, new { fields = new { headline = "Fine", dateCreated = "24/02/2020", shoesize = "43" }, editor = "Mira" });

        AssertProblem(HttpStatusCode.UnprocessableEntity, answer);
        Assert.Equal(["dateCreated", "shoesize"], answer.Body.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
        Assert.Equal("\"0\"", (await site.SendAsync(HttpMethod.Get, $"/api/media/{id}")).Response.Headers.ETag!.ToString());
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("{\"fields\":", null)]
    [InlineData("{\"editor\":\"Mira\"}", "fields")]
    [InlineData("{\"fields\":{\"headline\":\"x\"}}", "editor")]
    [InlineData("{\"fields\":{\"headline\":\"x\"},\"editor\":\" \"}", "editor")]
    [InlineData("{\"fields\":{\"headline\":7},\"editor\":\"Mira\"}", "headline")]
    [InlineData("{\"fields\":{\"headline\":{\"a\":1}},\"editor\":\"Mira\"}", "headline")]
    [InlineData("{\"fields\":{\"keywords\":[\"a\",1]},\"editor\":\"Mira\"}", "keywords")]
    [InlineData("{\"fields\":{\"headline\":\"\\ud800\"},\"editor\":\"Mira\"}", "headline")]
    public async Task Patch_ThatCannotBeUnderstood_IsABadRequestThatNamesTheField(string json, string? field)
    {
        var id = await AddAsync();

        var answer = await site.SendAsync(HttpMethod.Patch, $"/api/media/{id}", new StringContent(json, Encoding.UTF8, "application/json"));

        AssertProblem(HttpStatusCode.BadRequest, answer);
        if (field is not null)
        {
            Assert.Contains(field, answer.Body.GetProperty("errors").EnumerateObject().Single().Name, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Patch_LargerThanTheLimit_IsRefused()
    {
        var big = new string('x', 9 << 20);

        AssertProblem(HttpStatusCode.RequestEntityTooLarge, await site.PatchAsync(await AddAsync(), new { fields = new { headline = big }, editor = "Mira" }));
    }

    [Fact]
    public async Task Patch_OfAnotherContentType_IsRefused() =>
        AssertProblem(HttpStatusCode.UnsupportedMediaType, await site.SendAsync(HttpMethod.Patch, $"/api/media/{await AddAsync()}", new StringContent("headline=x")));

    [Theory]
    [InlineData("GET", "/api/media/4711", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/media/abc", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/media/99999999999999999999", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/media/4711/320", HttpStatusCode.NotFound)]
    [InlineData("GET", "/media/4711/download", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/search", HttpStatusCode.MethodNotAllowed)]
    public async Task Address_ThatLeadsNowhere_IsAProblem(string method, string path, HttpStatusCode expected) =>
        AssertProblem(expected, await site.SendAsync(new(method), path));

    [Fact]
    public async Task Patch_OfAPhotoThatIsNotThere_IsNotFound() =>
        AssertProblem(HttpStatusCode.NotFound, await site.PatchAsync(4711, new { fields = new { headline = "x" }, editor = "Mira" }));

    [Theory]
    [InlineData("text/plain", "x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data", "x", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=b", "--b--\r\n", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=f; filename=a.jpg\r\n\r\ncut off", HttpStatusCode.BadRequest)]
    public async Task Upload_ThatIsNone_IsRefused(string contentType, string body, HttpStatusCode expected)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        AssertProblem(expected, await site.SendAsync(HttpMethod.Post, "/api/media", content));
    }

    private async Task<long> AddAsync()
    {
        var fields = Fields(("headline", "Snow in Idlib"), ("cityName", "Idlib"));
        var reading = new MetadataReading
        {
            Format = PhotoFormat.Jpeg,
            Fields = fields,
            Sources = new Dictionary<string, FieldSource> { ["headline"] = FieldSource.Xmp, ["cityName"] = FieldSource.Iim }.ToImmutableSortedDictionary(),
            Conflicts =
            [
                new("headline", new Dictionary<FieldSource, FieldValue>
                {
                    [FieldSource.Xmp] = FieldValue.Of("Snow in Idlib")!, [FieldSource.Iim] = FieldValue.Of("SNOW")!,
                }.ToImmutableSortedDictionary()),
            ],
        };
        return (await site.Services.AddPhotoAsync(fields, reading: reading)).Id;
    }
}
