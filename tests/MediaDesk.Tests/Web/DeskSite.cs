using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MediaDesk.Tests.Darkroom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Tests.Web;

/// <summary>The whole desk behind a real Kestrel, with a data folder of its own.</summary>
public sealed class DeskSite : WebApplicationFactory<MediaDesk.Web.App>
{
    private readonly string folder = Directory.CreateTempSubdirectory("mediadesk-site-").FullName;

    public DeskSite()
    {
        UseKestrel(0);
        StartServer();
        Http = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = ClientOptions.BaseAddress };
    }

    public HttpClient Http { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<(HttpResponseMessage Response, JsonElement Body)> SendAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await Http.SendAsync(request, Token);
        var isJson = response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
        return (response, isJson ? await response.Content.ReadFromJsonAsync<JsonElement>(Token) : default);
    }

    public Task<(HttpResponseMessage Response, JsonElement Body)> PatchAsync(long id, object change, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Patch, $"/api/media/{id}", JsonContent.Create(change), headers);

    /// <summary>That an answer is a problem of this status with a sentence in it.</summary>
    public static void AssertProblem(HttpStatusCode status, (HttpResponseMessage Response, JsonElement Body) answer)
    {
        Assert.Equal(status, answer.Response.StatusCode);
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)status, answer.Body.GetProperty("status").GetInt32());
        Assert.NotEmpty(answer.Body.GetProperty("detail").GetString()!);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        // This process is the tests: a child of it would run them again instead of opening the darkroom.
        builder.UseSetting("data", folder).ConfigureServices(services => services.AddSingleton(DarkroomFixture.Host));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Http.Dispose();
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
