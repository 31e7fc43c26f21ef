using System.Net.Http.Json;
using System.Text.Json;
using MediaDesk.Check;
using MediaDesk.Model;
using MediaDesk.Storage;
using MediaDesk.Tests.Ingest;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Web;

/// <summary>The desk itself ended by kill -9 at moments spread over an ingest: the next one finishes it.</summary>
public sealed class DeskKillTests : IDisposable
{
    private const int Photos = 36;
    private const int Kills = 8;

    private readonly string folder = Directory.CreateTempSubdirectory("mediadesk-deskkill-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder, "data");

    private string Agency => Path.Combine(folder, "agency");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Desk_KilledFromTheFirstPhotoToTheLast_FinishesTheDeliveryWithNothingLostAndNothingTwice()
    {
        Directory.CreateDirectory(Data);
        Directory.CreateDirectory(Agency);
        for (var n = 0; n < Photos; n++)
        {
            await File.WriteAllBytesAsync(Path.Combine(Agency, $"{n:00}.jpg"), PhotoFiles.Jpeg(n), Stop);
        }

        var random = new Random(36);
        var reached = new List<int>();
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var desk = Start();
            using var http = new HttpClient { BaseAddress = await desk.AddressAsync() };
            var wanted = 1 + kill * (Photos - 2) / (Kills - 1);
            await Eventually.TrueAsync(async () => await CountAsync(http) >= wanted);
            await Task.Delay(random.Next(0, 120), Stop);
            reached.Add(await CountAsync(http));
            desk.Process.Kill();
            await desk.EndAsync();
        }

        await using (var last = Start())
        {
            using var http = new HttpClient { BaseAddress = await last.AddressAsync() };
            await Eventually.TrueAsync(async () => await CountAsync(http) == Photos);
            await Eventually.TrueAsync(() => AllReadyAsync());
        }

        Assert.True(reached.Exists(count => count is > 1 and < Photos), $"Every kill fell at an end: {string.Join(", ", reached)}");
        await using var looked = await DeskFixture.OpenAsync(dataFolder: Data);
        await using var rows = looked.Rows();
        Assert.Equal(Photos, await rows.Media.CountAsync(Stop));
        Assert.Equal(Photos, await rows.Originals.CountAsync(Stop));
        Assert.Equal(3 * Photos, await rows.Renditions.CountAsync(Stop));
        Assert.Equal(Photos, await rows.History.CountAsync(Stop));
        Assert.False(await rows.IngestJobs.AnyAsync(job => job.State == IngestState.Failed, Stop));
        Assert.Empty(Directory.EnumerateFiles(looked.Get<DeskFolder>().Incoming));
        Assert.Empty(await looked.Get<DeskCheck>().RunAsync(null, Stop));
    }

    private DeskRunner Start() => DeskRunner.Start(
        ["--data", Data, "--urls", "http://127.0.0.1:0", "--Ingest:WatchFolders:0", Agency, "--Ingest:SettleTime", "00:00:00.1"]);

    private static async Task<int> CountAsync(HttpClient http) =>
        (await http.GetFromJsonAsync<JsonElement>("/api/search?q=&limit=1", Stop)).GetProperty("total").GetInt32();

    private async Task<bool> AllReadyAsync()
    {
        await using var desk = await DeskFixture.OpenAsync(dataFolder: Data);
        await using var rows = desk.Rows();
        return await rows.Media.CountAsync(item => item.Picture == PictureState.Ready, Stop) == Photos
            && !await rows.IngestJobs.AnyAsync(job => job.State == IngestState.Waiting || job.State == IngestState.Working, Stop);
    }
}
