using MediaDesk.Ingest;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Ingest;

public sealed class WatchFolderTests : IDisposable
{
    private readonly string watched = Directory.CreateTempSubdirectory("mediadesk-watched-").FullName;
    private readonly string elsewhere = Directory.CreateTempSubdirectory("mediadesk-elsewhere-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watch_FileThatGrows_IsTakenOnceItHasStopped()
    {
        await using var desk = await OpenAsync();
        var photo = PhotoFiles.Jpeg(1);
        var path = Path.Combine(watched, "afp", "today", "a.jpg");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var file = File.Create(path))
        {
            for (var at = 0; at < photo.Length; at += photo.Length / 5)
            {
                await file.WriteAsync(photo.AsMemory(at, Math.Min(photo.Length / 5, photo.Length - at)), Stop);
                await file.FlushAsync(Stop);
                await Task.Delay(400, Stop);
            }
        }

        await using var rows = desk.Desk.Rows();
        await Eventually.TrueAsync(() => rows.IngestJobs.AnyAsync(x => x.State == IngestState.Added, Stop));
        var job = await rows.IngestJobs.SingleAsync(Stop);
        Assert.Equal((watched, 1), (job.DeliveredBy, job.Attempts));
        Assert.Equal("a.jpg", (await rows.Media.SingleAsync(Stop)).FileName);
        Assert.True(File.Exists(path));
        Assert.Equal(photo.Length, (await rows.WatchedFiles.SingleAsync(Stop)).ByteSize);
    }

    [Fact]
    public async Task Watch_TakenFile_IsNotTakenAgainAfterARestart()
    {
        await File.WriteAllBytesAsync(Path.Combine(watched, "a.jpg"), PhotoFiles.Jpeg(1), Stop);
        var data = Path.Combine(elsewhere, "data");
        await using (var desk = await OpenAsync(data: data))
        {
            await using var rows = desk.Desk.Rows();
            await Eventually.TrueAsync(() => rows.Media.AnyAsync(x => x.Picture == PictureState.Ready, Stop));
        }

        await using var again = await OpenAsync(data: data);
        await File.WriteAllBytesAsync(Path.Combine(watched, "b.jpg"), PhotoFiles.Jpeg(2), Stop);
        await using var after = again.Desk.Rows();
        await Eventually.TrueAsync(() => after.Media.AnyAsync(x => x.FileName == "b.jpg" && x.Picture == PictureState.Ready, Stop));
        Assert.Equal(2, await after.IngestJobs.CountAsync(Stop));
    }

    [Fact]
    public async Task Watch_SidecarBeforeItsPhotoAndSavedAgainLater_IsReadBothTimes()
    {
        await using var desk = await OpenAsync();
        var sidecar = Path.Combine(watched, "a.xmp");
        await File.WriteAllBytesAsync(sidecar, PhotoFiles.Xmp([("photoshop:City", "Idlib")]), Stop);
        await using var rows = desk.Desk.Rows();
        await Eventually.TrueAsync(() => rows.IngestJobs.AnyAsync(x => x.FileName == "a.xmp", Stop));
        await File.WriteAllBytesAsync(Path.Combine(watched, "a.jpg"), PhotoFiles.Jpeg(1, ("photoshop:Headline", "Of the photo")), Stop);
        await Eventually.TrueAsync(() => rows.IngestJobs.AnyAsync(x => x.State == IngestState.Sidecar, Stop));
        Assert.Equal("Idlib", (await rows.Media.AsNoTracking().SingleAsync(Stop)).Fields.Text("cityName"));

        await File.WriteAllBytesAsync(sidecar, PhotoFiles.Xmp([("photoshop:City", "Maarat al-Numan")]), Stop);
        await Eventually.TrueAsync(() => rows.IngestJobs.Where(x => x.State == IngestState.Sidecar).Skip(1).AnyAsync(Stop));

        var item = await rows.Media.AsNoTracking().SingleAsync(Stop);
        Assert.Equal(("Maarat al-Numan", "Of the photo"), (item.Fields.Text("cityName"), item.Fields.Text("headline")));
        Assert.Equal(2, await rows.History.CountAsync(x => x.Kind == HistoryKind.Delivery, Stop));
        Assert.False(await rows.IngestJobs.AnyAsync(x => x.State == IngestState.Failed, Stop));
    }

    [Fact]
    public async Task Watch_UnfinishedHiddenAndLinkedFiles_AreLeftAlone()
    {
        var photo = PhotoFiles.Jpeg(1);
        await File.WriteAllBytesAsync(Path.Combine(elsewhere, "secret.jpg"), photo, Stop);
        File.CreateSymbolicLink(Path.Combine(watched, "link.jpg"), Path.Combine(elsewhere, "secret.jpg"));
        Directory.CreateSymbolicLink(Path.Combine(watched, "folder"), elsewhere);
        foreach (var name in (string[])["a.jpg.part", "b.jpg.filepart", ".c.jpg", "d.jpg~", "e.tmp"])
        {
            await File.WriteAllBytesAsync(Path.Combine(watched, name), photo, Stop);
        }

        await using var desk = await OpenAsync();
        // A file that is taken shows that the folder has been looked at.
        await File.WriteAllBytesAsync(Path.Combine(watched, "z.jpg"), PhotoFiles.Jpeg(2), Stop);
        await using var rows = desk.Desk.Rows();
        await Eventually.TrueAsync(() => rows.Media.AnyAsync(Stop));
        Assert.Equal("z.jpg", (await rows.IngestJobs.SingleAsync(Stop)).FileName);
    }

    [Fact]
    public async Task Watch_WithMoveTakenTo_MovesWhatIsOnTheDeskAndLeavesFailures()
    {
        Directory.CreateDirectory(Path.Combine(watched, "ap"));
        await File.WriteAllBytesAsync(Path.Combine(watched, "ap", "a.jpg"), PhotoFiles.Jpeg(1), Stop);
        await File.WriteAllBytesAsync(Path.Combine(watched, "bad.jpg"), "no photo"u8.ToArray(), Stop);
        var target = Path.Combine(watched, "taken");
        await using var desk = await OpenAsync(moveTo: target);
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(Path.Combine(target, "ap", "a.jpg"))));
        Assert.False(File.Exists(Path.Combine(watched, "ap", "a.jpg")));
        await Eventually.TrueAsync(async () => await desk.Desk.Get<IngestProblems>().CountAsync(Stop) == 1);
        Assert.True(File.Exists(Path.Combine(watched, "bad.jpg")));
    }

    [Fact]
    public async Task Watch_FolderThatCannotBeRead_IsAProblemToldOnce()
    {
        Directory.Delete(watched);
        await using var desk = await OpenAsync();
        var problems = desk.Desk.Get<IngestProblems>();
        await Eventually.TrueAsync(async () => await problems.CountAsync(Stop) > 0);
        var problem = Assert.Single(await problems.OpenAsync(10, Stop));
        Assert.Contains(watched, problem.Reason, StringComparison.Ordinal);

        await problems.DismissAsync(problem.JobId, Stop);
        Directory.CreateDirectory(watched);
        await File.WriteAllBytesAsync(Path.Combine(watched, "a.jpg"), PhotoFiles.Jpeg(1), Stop);
        await using var rows = desk.Desk.Rows();
        await Eventually.TrueAsync(() => rows.Media.AnyAsync(Stop));
        Assert.Equal(0, await problems.CountAsync(Stop));
    }

    public void Dispose()
    {
        Directory.Delete(elsewhere, recursive: true);
        if (Directory.Exists(watched))
        {
            Directory.Delete(watched, recursive: true);
        }
    }

    private Task<IngestDesk> OpenAsync(string? moveTo = null, string? data = null) =>
        IngestDesk.OpenAsync(
            new Dictionary<string, string?>
            {
                ["Ingest:WatchFolders:0"] = watched,
                ["Ingest:SettleTime"] = "00:00:01.5",
                ["Ingest:MoveTakenTo"] = moveTo,
            },
            data);
}
