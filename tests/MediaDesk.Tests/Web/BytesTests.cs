using System.IO.Compression;
using System.Net;
using System.Text;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.Extensions.DependencyInjection;
using static MediaDesk.Tests.DeskPhotos;
using static MediaDesk.Tests.Web.DeskSite;

namespace MediaDesk.Tests.Web;

/// <summary>Pictures and files over HTTP.</summary>
public sealed class BytesTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Theory]
    [InlineData(320)]
    [InlineData(800)]
    [InlineData(1600)]
    public async Task Rendition_NamedByItsContent_MayBeKeptForGood(int size)
    {
        var photo = await site.Services.AddPhotoAsync(Fields(("headline", "x")), "a.jpg");
        var tag = await TagAsync(photo.Id, size);

        var (named, _) = await site.SendAsync(HttpMethod.Get, $"/media/{photo.Id}/{size}?v={tag.Trim('"')[..16]}");
        var (other, _) = await site.SendAsync(HttpMethod.Get, $"/media/{photo.Id}/{size}?v=0123456789abcdef");
        var (same, _) = await site.SendAsync(HttpMethod.Get, $"/media/{photo.Id}/{size}", null, ("If-None-Match", tag));

        Assert.Equal("image/jpeg", named.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"a.jpg {size}", await named.Content.ReadAsStringAsync(Token));
        Assert.Contains("immutable", named.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("no-cache", other.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task Rendition_OfAPhotoStillDeveloping_IsNotKeptAtAll()
    {
        var photo = await site.Services.AddPhotoAsync(Fields(("headline", "x")), picture: PictureState.Developing);
        var stem = await StemAsync(photo);
        File.Delete($"{stem}-1600.jpg");

        var (first, _) = await site.SendAsync(HttpMethod.Get, $"/media/{photo.Id}/320?v={Path.GetFileName(stem)}");
        var missing = await site.SendAsync(HttpMethod.Get, $"/media/{photo.Id}/1600");

        Assert.Equal("no-store", first.Headers.CacheControl!.ToString());
        AssertProblem(HttpStatusCode.NotFound, missing);
        Assert.Equal("no-store", missing.Response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("321")]
    [InlineData("0")]
    [InlineData("-320")]
    [InlineData("abc")]
    [InlineData("..%2f..%2fmediadesk.db")]
    public async Task Rendition_OfAnotherSize_IsNotFound(string size)
    {
        var photo = await site.Services.AddPhotoAsync(Fields(("headline", "x")));

        AssertProblem(HttpStatusCode.NotFound, await site.SendAsync(HttpMethod.Get, $"/media/{photo.Id}/{size}"));
    }

    [Fact]
    public async Task Rendition_OfAPhotoInTheBin_IsShown()
    {
        var photo = await site.Services.AddPhotoAsync(Fields(("headline", "x")));
        await site.Services.GetRequiredService<MediaDesk.Removal.MediaBin>().RemoveAsync([photo.Id], "Mira", Token);

        Assert.Equal(HttpStatusCode.OK, (await site.SendAsync(HttpMethod.Get, $"/media/{photo.Id}/320")).Response.StatusCode);
    }

    [Theory]
    [InlineData("Idlib снег 😀.jpg", "Idlib снег 😀.jpg")]
    [InlineData("a\r\nSet-Cookie: x=1.jpg", "a__Set-Cookie_ x=1.jpg")]
    [InlineData("../../etc/pass\0wd", "pass_wd")]
    [InlineData("\"quoted\";x.jpg", "_quoted_;x.jpg")]
    [InlineData("...", "photo")]
    public async Task Download_OfAnyName_IsTheOriginalUnderASafeName(string name, string expected)
    {
        var photo = await site.Services.AddPhotoAsync(Fields(("headline", "x")), name, Encoding.UTF8.GetBytes("original " + name));

        var (response, _) = await site.SendAsync(HttpMethod.Get, $"/media/{photo.Id}/download");

        Assert.Equal("original " + name, await response.Content.ReadAsStringAsync(Token));
        var disposition = response.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", expected), (disposition.DispositionType, disposition.FileNameStar));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Download_AfterAnEdit_CarriesTheCurrentFieldsBesideTheUntouchedOriginal()
    {
        var photo = await site.Services.AddPhotoAsync(Fields(("headline", "Before")), "snow.jpg", Encoding.UTF8.GetBytes("the original"));
        await site.PatchAsync(photo.Id, new { fields = new { headline = "After <&>", keywords = new[] { "war" } }, editor = "Mira" });

        var (response, _) = await site.SendAsync(HttpMethod.Get, $"/media/{photo.Id}/download");

        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(Token));
        Assert.Equal("the original", await TextAsync(zip, "snow.jpg"));
        var sidecar = await TextAsync(zip, "snow.xmp");
        Assert.Contains("<photoshop:Headline>After &lt;&amp;&gt;</photoshop:Headline>", sidecar, StringComparison.Ordinal);
        Assert.Contains("<rdf:li>war</rdf:li>", sidecar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_OfAnEditedJpeg_IsTheOriginalImageWithTheCurrentFieldsInIt()
    {
        var original = await File.ReadAllBytesAsync(Directory.EnumerateFiles(Repository.Samples, "*.jpg").Order(StringComparer.Ordinal).First(), Token);
        var before = MetadataReader.Read(new MemoryStream(original));
        var photo = await site.Services.AddPhotoAsync(before.Fields, "sample.jpg", original);
        await site.PatchAsync(photo.Id, new { fields = new { headline = "Zoë <&> снег", cityName = (string?)null }, editor = "Mira" });

        var (response, _) = await site.SendAsync(HttpMethod.Get, $"/media/{photo.Id}/download");

        Assert.Equal(("image/jpeg", "sample.jpg"), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.FileNameStar));
        var after = MetadataReader.Read(new MemoryStream(await response.Content.ReadAsByteArrayAsync(Token)));
        Assert.Equal(before.ImageDataHash, after.ImageDataHash);
        Assert.Equal(before.Fields.With("headline", FieldValue.Of("Zoë <&> снег")).With("cityName", null), after.Fields);
        Assert.Empty(Directory.EnumerateFiles(site.Services.GetRequiredService<DeskFolder>().Root, "*.leaving"));
    }

    [Fact]
    public async Task DownloadOfSeveral_WithTheSameName_KeepsThemApartAndTellsWhatIsMissing()
    {
        var ids = new List<long>();
        for (var n = 0; n < 3; n++)
        {
            ids.Add((await site.Services.AddPhotoAsync(Fields(("headline", "x")), "same.jpg", Encoding.UTF8.GetBytes($"photo {n} {Guid.NewGuid()}"))).Id);
        }

        using var form = new FormUrlEncodedContent([new("ids", string.Join(',', ids)), new("ids", "4711")]);
        var (response, _) = await site.SendAsync(HttpMethod.Post, "/media/download", form);

        Assert.Equal("application/zip", response.Content.Headers.ContentType!.MediaType);
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(Token));
        Assert.Equal(["same.jpg", "same-2.jpg", "same-3.jpg", "problems.txt"], zip.Entries.Select(entry => entry.FullName));
        Assert.StartsWith("photo 1", await TextAsync(zip, "same-2.jpg"), StringComparison.Ordinal);
        Assert.Contains("4711", await TextAsync(zip, "problems.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_AsCsv_GuardsAgainstFormulasAndQuotes()
    {
        var photo = await site.Services.AddPhotoAsync(Fields(("headline", "=HYPERLINK(\"http://evil\")"), ("description", "two\nlines, é"), ("source", "AFP")), "+1.jpg");
        using var form = new FormUrlEncodedContent([new("ids", $"{photo.Id}")]);

        var (response, _) = await site.SendAsync(HttpMethod.Post, "/media/export", form);

        var bytes = await response.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal(Encoding.UTF8.Preamble, bytes.AsSpan(0, 3));
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.StartsWith("id,filename,headline,description,creatorNames,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{photo.Id},\"'+1.jpg\",\"'=HYPERLINK(\"\"http://evil\"\")\",\"two\nlines, é\",", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_AsJsonLines_IsOnePhotoALine()
    {
        var (one, two) = (await site.Services.AddPhotoAsync(Fields(("headline", "One"))), await site.Services.AddPhotoAsync(Fields(("headline", "Deux é"))));
        using var form = new FormUrlEncodedContent([new("ids", $"{two.Id},{one.Id}"), new("format", "jsonl")]);

        var (response, _) = await site.SendAsync(HttpMethod.Post, "/media/export", form);

        var lines = (await response.Content.ReadAsStringAsync(Token)).TrimEnd('\n').Split('\n');
        Assert.Equal($"{{\"id\":{two.Id},\"filename\":\"photo.jpg\",\"fields\":{{\"headline\":\"Deux é\"}}}}", lines[0]);
        Assert.Equal(2, lines.Length);
    }

    [Theory]
    [InlineData("ids=", "/media/download")]
    [InlineData("ids=1,x", "/media/download")]
    [InlineData("ids=1&format=exe", "/media/export")]
    public async Task Selection_ThatCannotBeUnderstood_IsABadRequest(string form, string path) =>
        AssertProblem(
            HttpStatusCode.BadRequest,
            await site.SendAsync(HttpMethod.Post, path, new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded")));

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(Token));
        return await reader.ReadToEndAsync(Token);
    }

    private async Task<string> TagAsync(long id, int size) => (await site.SendAsync(HttpMethod.Get, $"/media/{id}/{size}")).Response.Headers.ETag!.ToString();

    private async Task<string> StemAsync(MediaItem photo)
    {
        await using var db = await site.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<MediaDesk.Data.DeskDbContext>>().CreateDbContextAsync(Token);
        return site.Services.GetRequiredService<DeskFolder>().RenditionStem(db.Originals.Single(original => original.MediaItemId == photo.Id).Sha256);
    }
}
