using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace MediaDesk.Tests.Web;

public sealed class DeskRunTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mediadesk-run-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:0")]
    [InlineData("--urls", "http://*:0")]
    [InlineData("--urls", "http://[::]:0")]
    [InlineData("--urls", "http://example.org:0")]
    [InlineData("--urls", "http://127.0.0.1:0;http://0.0.0.0:0")]
    [InlineData("--urls", "http://192.168.1.1:0")]
    [InlineData("--urls", "http://unix:/tmp/desk.sock")]
    [InlineData("--urls", "nonsense")]
    [InlineData("--http_ports", "8080")]
    [InlineData("--Kestrel:Endpoints:Http:Url", "http://0.0.0.0:0")]
    public async Task Start_AtAnAddressOtherMachinesReach_IsRefusedInOneSentence(string option, string value)
    {
        await using var desk = DeskRunner.Start(["--data", folder, option, value]);

        var (code, error) = await desk.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains("this machine alone", Assert.Single(error.Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:0")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "8080")]
    [InlineData("Kestrel__Endpoints__Http__Url", "http://*:0")]
    public async Task Start_WithAnOpenAddressInTheEnvironment_IsRefused(string name, string value)
    {
        await using var desk = DeskRunner.Start(["--data", folder], (name, value));

        Assert.Equal(1, (await desk.EndAsync()).Code);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://localhost:0")]
    public async Task Start_AtAFreePort_PrintsWhereItIs(string url)
    {
        await using var desk = DeskRunner.Start(["--data", folder, "--urls", url]);
        using var http = new HttpClient { BaseAddress = await desk.AddressAsync() };

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/_framework/blazor.web.js", TestContext.Current.CancellationToken)).StatusCode);
        Assert.True(Directory.EnumerateFiles(Path.Combine(folder, "keys")).Any());
    }

    [Fact]
    public async Task Start_AtAPortThatIsTaken_SaysSo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var desk = DeskRunner.Start(["--data", folder, "--urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}"]);

        var (code, error) = await desk.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains("is taken", Assert.Single(error.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondDesk_OnTheSameFolder_SaysSoAndEnds()
    {
        await using var first = DeskRunner.Start(["--urls", "http://127.0.0.1:0"], ("MEDIADESK_DATA", folder));
        await first.AddressAsync();
        await using var second = DeskRunner.Start(["--data", folder, "--urls", "http://127.0.0.1:0"]);

        var (code, error) = await second.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains("Another desk", Assert.Single(error.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AfterADeskWasKilled_Works()
    {
        await using (var killed = DeskRunner.Start(["--data", folder, "--urls", "http://127.0.0.1:0"]))
        {
            await killed.AddressAsync();
        }

        await using var next = DeskRunner.Start(["--data", folder, "--urls", "http://127.0.0.1:0"]);
        Assert.NotNull(await next.AddressAsync());
    }

    [Fact]
    public async Task Start_WithADatabaseThatIsNone_SaysSoInOneSentence()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "mediadesk.db"), new string('x', 8192), TestContext.Current.CancellationToken);
        await using var desk = DeskRunner.Start(["--data", folder, "--urls", "http://127.0.0.1:0"]);

        var (code, error) = await desk.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains("mediadesk.db", Assert.Single(error.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAFileInTheWayOfTheFolder_SaysSoInOneSentence()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await using var desk = DeskRunner.Start(["--data", file, "--urls", "http://127.0.0.1:0"]);

        var (code, error) = await desk.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains(file, Assert.Single(error.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstRun_BringsTheSamplesOnce()
    {
        var data = Path.Combine(folder, "new");
        Assert.SkipUnless(Directory.Exists(Path.Combine(AppContext.BaseDirectory, "sample-media")), "This build has no sample media.");
        await using (var first = DeskRunner.Start(["--data", data, "--urls", "http://127.0.0.1:0"]))
        {
            using var http = new HttpClient { BaseAddress = await first.AddressAsync() };
            while ((await http.GetFromJsonAsync<JsonElement>("/health", TestContext.Current.CancellationToken)).GetProperty("photos").GetInt32() < 24)
            {
                await Task.Delay(200, TestContext.Current.CancellationToken);
            }
        }

        Assert.False(File.Exists(Path.Combine(data, "first-run")));
    }

    [Fact]
    public async Task Stop_BySignal_EndsQuicklyWithSuccess()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals here.");
        await using var desk = DeskRunner.Start(["--data", folder, "--urls", "http://127.0.0.1:0"]);
        await desk.AddressAsync();

        using var kill = Process.Start("kill", ["-INT", $"{desk.Process.Id}"]);

        Assert.Equal(0, (await desk.EndAsync()).Code);
    }

    [Fact]
    public async Task Upload_OfSeveralFiles_AccountsForEachOnceWhateverTheirNames()
    {
        await using var desk = DeskRunner.Start(["--data", folder, "--urls", "http://127.0.0.1:0"]);
        using var http = new HttpClient { BaseAddress = await desk.AddressAsync() };
        var photo = Ingest.PhotoFiles.Jpeg(seed: 4, ("headline", "Uploaded"));
        using var form = new MultipartFormDataContent();
        Add(form, photo, "first é😀.jpg");
        Add(form, photo, "../../again.jpg");
        Add(form, "this is no photo"u8.ToArray(), "notes.jpg");
        Add(form, [], "empty.jpg");
        form.Add(new StringContent("a field, no file"), "remark");

        using var response = await http.PostAsync("/api/media", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var report = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(["added", "duplicates", "versions", "sidecars", "failed"], report.EnumerateObject().Select(member => member.Name));
        Assert.Equal((1, 1), (report.GetProperty("added").GetInt32(), report.GetProperty("duplicates").GetInt32()));
        Assert.Equal(2, report.GetProperty("failed").GetArrayLength());
        var found = await http.GetFromJsonAsync<JsonElement>("/api/search", TestContext.Current.CancellationToken);
        var id = found.GetProperty("items")[0].GetProperty("id").GetInt64();
        Assert.Equal(photo, await http.GetByteArrayAsync($"/media/{id}/download", TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/media/{id}/1600", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static void Add(MultipartFormDataContent form, byte[] bytes, string name)
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{name}\"");
        form.Add(part);
    }
}
