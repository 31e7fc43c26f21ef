using System.Diagnostics;
using System.Net;
using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;

namespace MediaDesk.Benchmarks;

/// <summary>The published web desk with 10,000 photos: how soon it serves, how much it sends, how much memory it keeps.</summary>
internal static class DeskAtRest
{
    private const int Photos = 10_000;
    private const int FilledAtOnce = 500;
    private const int Starts = 3;
    private static readonly string[] Cities = ["Idlib", "Łódź", "São Paulo", "Nairobi", "Kraków", "Manila", "Leeds"];

    public static async Task MeasureAsync(ResultTable table)
    {
        await using var desk = await BenchmarkDesk.OpenAsync();
        await FillAsync(desk);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var (starts, cpu) = (new List<double>(), new List<double>());
        var (bytes, idle) = (0, 0.0);
        for (var round = 0; round < Starts; round++)
        {
            var started = Stopwatch.GetTimestamp();
            using var web = Start(desk.Folder, out var address);
            using var client = new HttpClient { BaseAddress = address };
            bytes = (await FirstSheetAsync(client, web)).Length;
            starts.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            cpu.Add(ProcessUse.Cpu(web.Id).TotalSeconds);
            if (round == Starts - 1)
            {
                for (var visit = 0; visit < 20; visit++)
                {
                    await client.GetStringAsync("/");
                }

                await Task.Delay(TimeSpan.FromSeconds(20));
                idle = ProcessUse.Resident(web.Id);
            }

            web.Kill(entireProcessTree: true);
            await web.WaitForExitAsync();
        }

        table.Add($"Start to first sheet with {Photos:N0} photos", $"{starts.Order().ElementAt(Starts / 2):0.0} s", "under 2");
        table.Add("  CPU until then", $"{cpu.Order().ElementAt(Starts / 2):0.0} s");
        table.Add("  HTML of a sheet of 60", $"{bytes / 1000.0:0} KB", "under 120");
        table.Add("  desk alone, idle after 20 visits", $"{idle:0} MiB", "under 250");
    }

    private static Process Start(string folder, out Uri address)
    {
        var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        var web = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "../desk/MediaDesk.Web.dll"), "--urls", address.ToString(), "--data", folder])
        {
            RedirectStandardOutput = true,
        })!;
        web.BeginOutputReadLine();
        return web;
    }

    private static async Task<string> FirstSheetAsync(HttpClient client, Process web)
    {
        while (!web.HasExited)
        {
            try
            {
                return await client.GetStringAsync("/");
            }
            catch (HttpRequestException notYet) when (notYet.StatusCode is null)
            {
                await Task.Delay(10);
            }
        }

        throw new InvalidOperationException($"The desk ended with {web.ExitCode}.");
    }

    /// <summary>Rows as an ingest writes them, without the pixels.</summary>
    private static async Task FillAsync(BenchmarkDesk desk)
    {
        var writer = desk.Get<DeskWriter>();
        for (var start = 0; start < Photos; start += FilledAtOnce)
        {
            var first = start;
            await writer.WriteAsync(
                async db =>
                {
                    // Of different minutes, so that no two want the same place.
                    var items = Enumerable.Range(first, FilledAtOnce).Select(Photo).ToList();
                    foreach (var item in items)
                    {
                        await db.PlaceOnSheetAsync(item, CancellationToken.None);
                    }

                    db.AddRange(items);
                    await db.SaveChangesAsync();
                    var originals = items.Select((item, index) => OriginalOf(item, first + index)).ToList();
                    db.AddRange(originals);
                    await db.SaveChangesAsync();
                    foreach (var (item, original) in items.Zip(originals))
                    {
                        item.CurrentOriginalId = original.Id;
                    }
                },
                CancellationToken.None);
        }
    }

    private static MediaItem Photo(int number)
    {
        var taken = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(number * 47);
        return new()
        {
            FileName = $"photo-{number:00000}.jpg",
            Fields = Fields(number, taken),
            Picture = PictureState.Ready,
            Width = 6000,
            Height = 4000,
            AddedUtc = taken,
            ChangedUtc = taken,
        };
    }

    private static Original OriginalOf(MediaItem item, int number) => new()
    {
        MediaItemId = item.Id,
        Sha256 = number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture),
        FileName = item.FileName,
        ByteSize = 6_000_000,
        Format = PhotoFormat.Jpeg,
        DeliveredBy = "benchmark",
        ReceivedUtc = item.AddedUtc,
        Reading = new() { Format = PhotoFormat.Jpeg, Width = 6000, Height = 4000, Fields = item.Fields },
        Renditions =
        {
            new() { Size = 1600, Width = 1500, Height = 1000, ByteSize = 280_000 },
            new() { Size = 800, Width = 800, Height = 533, ByteSize = 80_000 },
            new() { Size = 320, Width = 320, Height = 213, ByteSize = 17_000 },
        },
    };

    private static FieldValues Fields(int number, DateTime taken)
    {
        var city = Cities[number % Cities.Length];
        return new(new Dictionary<string, FieldValue?>
        {
            [NewsroomFields.Headline.Id] = FieldValue.Of($"Street scene {number} in {city}"),
            [NewsroomFields.Caption.Id] = FieldValue.Of(
                $"People cross a square in the centre of {city} in the late afternoon, as shops close early ahead of the holiday. Frame {number}."),
            [NewsroomFields.Byline.Id] = FieldValue.Of([$"Photographer {number % 90}"]),
            [NewsroomFields.CreditLine.Id] = FieldValue.Of(number % 3 == 0 ? "AFP via Getty Images" : "Staff"),
            [NewsroomFields.City.Id] = FieldValue.Of(city),
            [NewsroomFields.DateCreated.Id] = FieldValue.Of(taken.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)),
            [NewsroomFields.Keywords.Id] = FieldValue.Of(["street", "people", city]),
        }!);
    }
}
