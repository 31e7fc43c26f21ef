using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MediaDesk.EndToEnd;

/// <summary>The built desk as a process of its own, at a free port of this machine, with a data folder that goes away with it.</summary>
internal sealed partial class DeskUnderTest : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mediadesk-e2e-").FullName;
    private readonly StringBuilder output = new();
    private Process? process;

    private DeskUnderTest()
    {
    }

    public string Address { get; private set; } = "http://127.0.0.1:0";

    public string DataFolder => Path.Combine(folder, "data");

    /// <summary>For requests of programs, which send no Origin.</summary>
    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>A desk as on its first run: it makes its data folder and brings the sample photos.</summary>
    public static Task<DeskUnderTest> FirstRunAsync() => StartAsync(new());

    /// <summary>A desk without photos.</summary>
    public static Task<DeskUnderTest> EmptyAsync()
    {
        var desk = new DeskUnderTest();
        Directory.CreateDirectory(desk.DataFolder);
        return StartAsync(desk);
    }

    /// <summary>A desk that holds some of the sample photos, all developed.</summary>
    public static async Task<DeskUnderTest> WithAsync(params string[] samples)
    {
        var desk = await EmptyAsync();
        var answer = await desk.AddAsync([.. samples.Select(Checkout.Sample)]);
        Assert.Equal(samples.Length, (int)answer["added"]!);
        return desk;
    }

    public async Task<JsonObject> AddAsync(params string[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var file in files)
        {
            form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)), "files", Path.GetFileName(file));
        }

        using var response = await Http.PostAsync($"{Address}/api/media", form, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
    }

    public async Task<JsonObject> GetAsync(string path) => (await Http.GetFromJsonAsync<JsonObject>(Address + path, TestContext.Current.CancellationToken))!;

    /// <summary>What the desk holds of the one photo that a search finds.</summary>
    public async Task<JsonObject> OnlyAsync(string query)
    {
        var found = await GetAsync($"/api/search?q={Uri.EscapeDataString(query)}");
        var item = Assert.Single(found["items"]!.AsArray());
        return await GetAsync($"/api/media/{item!["id"]}");
    }

    /// <summary>Ends the process as a power cut does, and starts it again at the same address.</summary>
    public async Task KillAndStartAgainAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.Dispose();
        await RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<DeskUnderTest> StartAsync(DeskUnderTest desk)
    {
        try
        {
            await desk.RunAsync();
            return desk;
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    private async Task RunAsync()
    {
        var program = Checkout.Program("MediaDesk.Web");
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(Address);
        start.ArgumentList.Add("--data");
        start.ArgumentList.Add(DataFolder);
        start.Environment.Remove("MEDIADESK_DATA");
        process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hear(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }

            if (line is null)
            {
                address.TrySetException(new InvalidOperationException($"The desk ended before it told its address:\n{Said()}"));
            }
            else if (Printed().Match(line) is { Success: true } match)
            {
                address.TrySetResult(match.Value);
            }
        }

        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            Address = await address.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"The desk did not tell its address within a minute:\n{Said()}");
        }
    }

    private string Said()
    {
        lock (output)
        {
            return output.ToString();
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Printed();
}

/// <summary>One first-run desk with all sample photos, for tests that change nothing on it.</summary>
public sealed class SampleDesk : IAsyncLifetime
{
    internal DeskUnderTest Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Desk = await DeskUnderTest.FirstRunAsync();

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
