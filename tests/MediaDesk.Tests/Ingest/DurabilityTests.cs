using MediaDesk.Check;
using MediaDesk.Data;
using MediaDesk.Ingest;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Ingest;

/// <summary>Whatever ends the process, the next one finishes the work: nothing lost, nothing twice, nothing left behind.</summary>
public sealed class DurabilityTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mediadesk-kill-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder, "data");

    private string Sender => Path.Combine(folder, "sender");

    [Fact]
    public async Task JobsThatEndedLongAgo_AreSweptAway_ButNoOpenProblem()
    {
        await using var desk = await IngestDesk.OpenAsync();
        await desk.IngestAsync(desk.Write("one.jpg", PhotoFiles.Jpeg(1)), desk.Write("two.jpg", PhotoFiles.Jpeg(2)), desk.Write("empty.jpg", []));
        var longAgo = DateTime.UtcNow - IngestLeftovers.KeepEnded - TimeSpan.FromHours(1);
        await desk.Desk.Get<DeskWriter>().WriteAsync(
            db => db.IngestJobs.Where(x => !x.FileName.EndsWith("two.jpg")).ExecuteUpdateAsync(x => x.SetProperty(y => y.FinishedUtc, longAgo), Stop), Stop);

        await desk.Desk.Get<IngestLeftovers>().SweepAsync(Stop);

        await using var rows = desk.Desk.Rows();
        Assert.Equal(["empty.jpg", "two.jpg"], (await rows.IngestJobs.Select(x => x.FileName).ToListAsync(Stop)).Select(x => Path.GetFileName(x)!).Order());
        Assert.Equal(2, await rows.Media.CountAsync(Stop));
    }

    [Fact]
    public async Task CommandLine_KilledAtTwentyMoments_NothingIsLostAndNothingTwice()
    {
        const int photos = 60;
        Directory.CreateDirectory(Sender);
        for (var n = 0; n < photos; n++)
        {
            await File.WriteAllBytesAsync(Path.Combine(Sender, $"{n:00}.jpg"), PhotoFiles.Jpeg(n), Stop);
        }

        // A fixed seed: the moments are random, the test is the same each time as far as the machine allows.
        var random = new Random(20);
        var killed = 0;
        for (var run = 0; run < 20; run++)
        {
            var before = Workers();
            using var ingest = CommandLineProcess.Start("ingest", Sender, "--json", "--data", Data);
            await Eventually.TrueAsync(() => Task.FromResult(ingest.HasExited || Workers().Except(before).Any()));
            killed += await ingest.KillAfterAsync(TimeSpan.FromMilliseconds(random.Next(0, 800))) ? 1 : 0;
        }

        Assert.InRange(killed, 5, 20);
        var (exitCode, report) = await CommandLineProcess.RunAsync("ingest", Sender, "--json", "--data", Data);
        Assert.Equal(0, exitCode);
        Assert.Equal(photos, report.GetProperty("added").GetInt32() + report.GetProperty("duplicates").GetInt32());

        // The last run has finished what the killed ones had queued, too: this desk is only looked at.
        await using var desk = await DeskFixture.OpenAsync(dataFolder: Data);
        await using var rows = desk.Rows();
        Assert.False(await rows.IngestJobs.AnyAsync(x => x.State == IngestState.Waiting || x.State == IngestState.Working, Stop));
        Assert.Equal(photos, await rows.Media.CountAsync(Stop));
        Assert.Equal(photos, await rows.Media.CountAsync(x => x.Picture == PictureState.Ready, Stop));
        Assert.Equal(photos, await rows.Originals.CountAsync(Stop));
        Assert.Equal(3 * photos, await rows.Renditions.CountAsync(Stop));
        Assert.Equal(photos, await rows.History.CountAsync(Stop));
        Assert.Empty(Directory.EnumerateFiles(desk.Get<DeskFolder>().Incoming));
        Assert.Empty(await desk.Get<DeskCheck>().RunAsync(null, Stop));

        string[] Workers() => Directory.Exists(Path.Combine(Data, "owners")) ? Directory.GetFiles(Path.Combine(Data, "owners")) : [];
    }

    [Fact]
    public async Task Upload_DeskEndsBeforeWorkingOnIt_IsFinishedByTheNext()
    {
        await using (var first = await DeskFixture.OpenAsync(dataFolder: Data))
        {
            // Never started: the job is all there is.
            var inbox = first.Get<IngestInbox>();
            await inbox.AcceptAsync(await inbox.BeginBatchAsync(Stop), "a.jpg", "upload", new MemoryStream(PhotoFiles.Jpeg(1)), Stop);
        }

        await using var next = await IngestDesk.OpenAsync(dataFolder: Data);
        await using var rows = next.Desk.Rows();
        await Eventually.TrueAsync(() => rows.IngestJobs.AnyAsync(x => x.State == IngestState.Added, Stop));
        Assert.Empty(Directory.EnumerateFiles(next.Desk.Get<DeskFolder>().Incoming));
    }

    [Fact]
    public async Task Upload_StoredButNotDeveloped_IsFinishedByTheNext()
    {
        string staged;
        await using (var first = await DeskFixture.OpenAsync(dataFolder: Data))
        {
            var inbox = first.Get<IngestInbox>();
            await inbox.AcceptAsync(await inbox.BeginBatchAsync(Stop), "a.jpg", "upload", new MemoryStream(PhotoFiles.Jpeg(1)), Stop);
            staged = Directory.EnumerateFiles(first.Get<DeskFolder>().Incoming).Single();
            first.Get<OriginalStore>().Keep(ArrivedFile.At(staged));
        }

        await using var next = await IngestDesk.OpenAsync(dataFolder: Data);
        await using var rows = next.Desk.Rows();
        await Eventually.TrueAsync(() => rows.IngestJobs.AnyAsync(x => x.State == IngestState.Added, Stop));
        Assert.Empty(await next.Desk.Get<DeskCheck>().RunAsync(null, Stop));
    }

    [Fact]
    public async Task Job_ThatProcessAfterProcessDiedOn_IsLeftAloneWithAReason()
    {
        await using var desk = await DeskFixture.OpenAsync();
        await desk.Get<DeskWriter>().WriteAsync(
            db =>
            {
                db.IngestJobs.Add(new()
                {
                    FileName = "poison.jpg", Path = "/nowhere/poison.jpg", DeliveredBy = "upload", State = IngestState.Working, Attempts = IngestQueue.MaxAttempts, Owner = Guid.NewGuid().ToString("N"),
                });
                return Task.CompletedTask;
            },
            Stop);
        await desk.StartAsync();
        await Eventually.TrueAsync(async () => await desk.Get<IngestProblems>().CountAsync(Stop) == 1);
        Assert.Contains("leaves it alone", (await desk.Get<IngestProblems>().OpenAsync(1, Stop))[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeOver_JobsOfALiveProcess_AreNotTouched()
    {
        await using var one = await DeskFixture.OpenAsync(dataFolder: Data);
        await using var other = await DeskFixture.OpenAsync(dataFolder: Data);
        var inbox = one.Get<IngestInbox>();
        var batch = await inbox.BeginBatchAsync(Stop);
        await inbox.AcceptFilesAsync(batch, [Path.Combine(folder, "a.jpg")], "command line", Stop);
        await other.Get<IngestLeftovers>().SweepAsync(Stop);
        Assert.Equal(0, await other.Get<IngestQueue>().TakeOverAsync(Stop));
        Assert.Empty(await other.Get<IngestQueue>().ClaimAsync(5, [], null, Stop));

        one.Get<IngestOwner>().Dispose();
        Assert.Equal(1, await other.Get<IngestQueue>().TakeOverAsync(Stop));
        Assert.Single(await other.Get<IngestQueue>().ClaimAsync(5, [], null, Stop));
    }

    [Fact]
    public async Task Leftovers_OfAProcessThatEnded_AreSweptAway()
    {
        await using var desk = await DeskFixture.OpenAsync(dataFolder: Data);
        var folders = desk.Get<DeskFolder>();
        var dead = Path.Combine(folders.Incoming, $"{Guid.NewGuid():N}.{Guid.NewGuid():N}.part");
        var live = Path.Combine(folders.Incoming, $"{desk.Get<IngestOwner>().Id}.{Guid.NewGuid():N}.part");
        await File.WriteAllTextAsync(dead, "half", Stop);
        await File.WriteAllTextAsync(live, "half", Stop);
        await desk.Get<IngestLeftovers>().SweepAsync(Stop);
        Assert.Equal([live], Directory.EnumerateFiles(folders.Incoming));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
