using System.Diagnostics;
using MediaDesk.Check;
using MediaDesk.Ingest;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Ingest;

/// <summary>A real small disk: a tmpfs, where the machine lets us mount one.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly string disk = Directory.CreateTempSubdirectory("mediadesk-disk-").FullName;

    private bool isMounted;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ingest_DiskFillsUp_SaysSoAndWhatCameBeforeIsWhole()
    {
        await MountAsync();
        await using var desk = await IngestDesk.OpenAsync(dataFolder: Path.Combine(disk, "data"));
        var filler = Path.Combine(disk, "filler");
        await File.WriteAllBytesAsync(filler, new byte[8 << 20], Stop);
        var files = Enumerable.Range(1, 60).Select(n => desk.Write($"{n}.jpg", PhotoFiles.Jpeg(n))).ToArray();
        var report = await desk.IngestAsync(files);

        Assert.NotEmpty(report.Failed);
        Assert.NotEqual(0, report.Added);
        Assert.Equal(files.Length, report.Added + report.Failed.Count);
        Assert.All(report.Failed, x => Assert.StartsWith("The disk is nearly full", x.Reason, StringComparison.Ordinal));
        await using var rows = desk.Desk.Rows();
        Assert.Equal(report.Added, await rows.Media.CountAsync(x => x.Picture == PictureState.Ready, Stop));
        Assert.Empty(Directory.EnumerateFiles(desk.Desk.Get<DeskFolder>().Incoming));
        Assert.Empty(await desk.Desk.Get<DeskCheck>().RunAsync(null, Stop));

        // With room again the same files come in by a retry.
        File.Delete(filler);
        var problem = (await desk.Desk.Get<IngestProblems>().OpenAsync(1, Stop))[0];
        Assert.True(problem.MayRetry);
        Assert.True(await desk.Desk.Get<IngestProblems>().RetryAsync(problem.JobId, Stop));
        await Eventually.TrueAsync(() => rows.IngestJobs.AnyAsync(x => x.Id == problem.JobId && x.State == IngestState.Added, Stop));
    }

    [Fact]
    public async Task Ingest_NobodyWaits_StopsAndGoesOnWhenThereIsRoom()
    {
        await MountAsync();
        await using var desk = await IngestDesk.OpenAsync(dataFolder: Path.Combine(disk, "data"));
        var filler = Path.Combine(disk, "filler");
        await File.WriteAllBytesAsync(filler, new byte[desk.Desk.Get<DiskSpace>().Measure() is var room ? room.FreeBytes - room.ReserveBytes - 10_000 : 0], Stop);
        var inbox = desk.Desk.Get<IngestInbox>();
        await inbox.AcceptFilesAsync(await inbox.BeginBatchAsync(Stop), [desk.Write("a.jpg", PhotoFiles.Jpeg(1))], "watched", Stop);
        var progress = desk.Desk.Get<IngestProgress>();
        await Eventually.TrueAsync(() => Task.FromResult(progress.Current.Stopped is not null));
        Assert.StartsWith("The disk is nearly full", progress.Current.Stopped, StringComparison.Ordinal);

        File.Delete(filler);
        await using var rows = desk.Desk.Rows();
        await Eventually.TrueAsync(() => rows.IngestJobs.AnyAsync(x => x.State == IngestState.Added, Stop));
        Assert.Null(progress.Current.Stopped);
    }

    [Fact]
    public async Task Upload_DiskIsFull_IsAFailedFileAndNoException()
    {
        await MountAsync();
        await using var desk = await IngestDesk.OpenAsync(dataFolder: Path.Combine(disk, "data"));
        var room = desk.Desk.Get<DiskSpace>().Measure();
        await File.WriteAllBytesAsync(Path.Combine(disk, "filler"), new byte[room.FreeBytes - 400_000], Stop);
        var report = await desk.UploadAsync(("a.jpg", PhotoFiles.Jpeg(1)));
        Assert.StartsWith("The disk is nearly full", Assert.Single(report.Failed).Reason, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(desk.Desk.Get<DeskFolder>().Incoming));
    }

    public void Dispose()
    {
        if (isMounted)
        {
            using var umount = Process.Start("umount", ["-l", disk]);
            umount.WaitForExit();
        }

        Directory.Delete(disk, recursive: true);
    }

    private async Task MountAsync()
    {
        using var mount = Process.Start(new ProcessStartInfo("mount", ["-t", "tmpfs", "-o", "size=24m", "mediadesk-test", disk]) { RedirectStandardError = true })!;
        await mount.WaitForExitAsync(Stop);
        Assert.SkipUnless(mount.ExitCode == 0, "This machine does not let the test mount a small tmpfs.");
        isMounted = true;
    }
}
