using System.Net;
using System.Text.Json;

namespace MediaDesk.Tests.Web;

public sealed class WordingEndpointsTests(DeskSite site) : IClassFixture<DeskSite>
{
    private static readonly string[] Keys =
        ["byline", "agencies", "credit", "pool", "handout", "file", "date", "place", "placeCreated", "restrictions", "caption", "spans", "offers"];

    [Fact]
    public async Task Parse_AnswersWithEveryKey()
    {
        var (response, body) = await PostAsync("/api/parse", """{"text":"A tram passes in Riga, Latvia, on Monday. (AP Photo/Juris Berzins)","published":"2023-05-03"}""");

        Assert.Equal(HttpStatusCode.OK, response);
        Assert.Equal(Keys, body.EnumerateObject().Select(property => property.Name));
        Assert.Equal("2023-05-01", body.GetProperty("date").GetString());
        Assert.Equal("Riga", body.GetProperty("place").GetProperty("city").GetString());
        Assert.Equal("Juris Berzins", body.GetProperty("byline")[0].GetString());
        Assert.Equal(JsonValueKind.Null, body.GetProperty("placeCreated").GetProperty("city").ValueKind);
    }

    [Fact]
    public async Task Article_AnswersWithItsPhotoBlocks()
    {
        var article = JsonSerializer.Serialize(new { text = "Prose.\n\ntram, riga\nA tram passes in Riga, Latvia, May 3, 2023. JURIS BERZINS/AFP/Getty Images\n\nMore prose." });
        var (response, body) = await PostAsync("/api/article", article);

        Assert.Equal(HttpStatusCode.OK, response);
        var photo = Assert.Single(body.EnumerateArray().ToArray());
        Assert.Equal([.. Keys.Prepend("keywords")], photo.EnumerateObject().Select(property => property.Name));
        Assert.Equal("A tram passes in Riga, Latvia, May 3, 2023.", photo.GetProperty("caption").GetString());
    }

    [Theory]
    [InlineData("/api/parse", "{}")]
    [InlineData("/api/parse", "{\"text\":5}")]
    [InlineData("/api/parse", "nothing")]
    [InlineData("/api/parse", "{\"text\":\"a\",\"published\":\"Tuesday\"}")]
    [InlineData("/api/article", "[]")]
    public async Task TextThatIsNone_IsRefusedWithTheReason(string path, string json)
    {
        var (status, body) = await PostAsync(path, json);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotEqual("", body.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task MegabyteOfBrackets_IsAnswered()
    {
        var (status, _) = await PostAsync("/api/parse", JsonSerializer.Serialize(new { text = new string('(', 1_000_000) }));
        Assert.Equal(HttpStatusCode.OK, status);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var client = site.CreateClient();
        using var response = await client.PostAsync(path, content, TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (response.StatusCode, document.RootElement.Clone());
    }
}
