using System.Text;
using MediaDesk.Ingest;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Ingest;

/// <summary>Files that are not what they should be end as rows with a reason, and the others go on.</summary>
public sealed class BadInputTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ingest_BrokenFilesAmongGoodOnes_FailEachWithAReason()
    {
        await using var desk = await IngestDesk.OpenAsync();
        var photo = PhotoFiles.Jpeg(1);
        string[] bad =
        [
            desk.Write("empty.jpg", []),
            desk.Write("5.jpg", photo[..(photo.Length / 20)]),
            desk.Write("50.jpg", photo[..(photo.Length / 2)]),
            desk.Write("99.jpg", photo[..(photo.Length * 99 / 100)]),
            desk.Write("text.jpg", "This is a letter, not a photo."u8.ToArray()),
            desk.Write("letter.txt", "This is a letter."u8.ToArray()),
            Path.Combine(desk.Folder, "never-there.jpg"),
            desk.Folder,
        ];
        var report = await desk.IngestAsync([.. bad, desk.Write("good.jpg", photo), desk.Write("really-a-jpeg.png", PhotoFiles.Jpeg(2))]);

        Assert.Equal(2, report.Added);
        Assert.Equal(bad.Order(), report.Failed.Select(x => x.File).Order());
        Assert.All(report.Failed, x => Assert.Matches(@"^[A-Z“].{10,}\.$", x.Reason));
        await using var rows = desk.Desk.Rows();
        Assert.Equal(2, await rows.Media.CountAsync(Stop));
        Assert.Equal(2, Directory.EnumerateFiles(desk.Desk.Get<DeskFolder>().Originals, "*", SearchOption.AllDirectories).Count());
        Assert.Equal(6, Directory.EnumerateFiles(desk.Desk.Get<DeskFolder>().Renditions, "*", SearchOption.AllDirectories).Count());
        Assert.Equal(bad.Length, await desk.Desk.Get<IngestProblems>().CountAsync(Stop));
    }

    [Theory]
    [InlineData("../../../etc/passwd.jpg", "passwd.jpg")]
    [InlineData(@"C:\Users\ann\Desktop\a.jpg", "a.jpg")]
    [InlineData("/etc/cron.d/x.jpg", "x.jpg")]
    [InlineData("two\nlines.jpg", "two\nlines.jpg")]
    [InlineData("nul\0l.jpg", "nul\uFFFDl.jpg")]
    [InlineData("📷 صورة.jpg", "📷 صورة.jpg")]
    [InlineData("..", "..")]
    [InlineData("", "unnamed")]
    public async Task Upload_HostileName_IsOnlyEverAName(string sent, string shown)
    {
        await using var desk = await IngestDesk.OpenAsync();
        Assert.Equal(1, (await desk.UploadAsync((sent, PhotoFiles.Jpeg(1)))).Added);
        await using var rows = desk.Desk.Rows();
        Assert.Equal(shown, (await rows.Media.SingleAsync(Stop)).FileName);
        Assert.Single(Directory.EnumerateFiles(desk.Desk.Get<DeskFolder>().Originals, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Ingest_NamesAFileSystemAllows_AreTaken()
    {
        await using var desk = await IngestDesk.OpenAsync();
        var longest = new string('ü', 125) + "x.jpg";
        Assert.Equal(255, Encoding.UTF8.GetByteCount(longest));
        var report = await desk.IngestAsync(
            desk.Write("two\nlines.jpg", PhotoFiles.Jpeg(1)), desk.Write("📷.jpg", PhotoFiles.Jpeg(2)), desk.Write(longest, PhotoFiles.Jpeg(3)));
        Assert.Equal(3, report.Added);
    }

    [Fact]
    public async Task Accept_PathWithNul_FailsAndTheOthersGoOn()
    {
        await using var desk = await IngestDesk.OpenAsync();
        var report = await desk.IngestAsync("a\0b.jpg", "", desk.Write("good.jpg", PhotoFiles.Jpeg(1)));
        Assert.Equal(1, report.Added);
        Assert.Equal(["a\0b.jpg", ""], report.Failed.Select(x => x.File));
    }

    [Fact]
    public async Task Upload_SenderHangsUp_LeavesNothingBehind()
    {
        await using var desk = await IngestDesk.OpenAsync();
        var inbox = desk.Desk.Get<IngestInbox>();
        var batch = await inbox.BeginBatchAsync(Stop);
        await Assert.ThrowsAsync<IOException>(() => inbox.AcceptAsync(batch, "a.jpg", "upload", new HangingUp(), Stop));
        Assert.Empty(Directory.EnumerateFiles(desk.Desk.Get<DeskFolder>().Incoming));
        await using var rows = desk.Desk.Rows();
        Assert.False(await rows.IngestJobs.AnyAsync(Stop));
    }

    [Fact]
    public async Task Upload_LargerThanTheDeskTakes_FailsAndLeavesNothingBehind()
    {
        await using var desk = await IngestDesk.OpenAsync(new Dictionary<string, string?> { ["Ingest:MaxFileBytes"] = "1000" });
        var report = await desk.UploadAsync(("a.jpg", new byte[1001]));
        Assert.Contains("larger", Assert.Single(report.Failed).Reason, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(desk.Desk.Get<DeskFolder>().Incoming));
    }

    [Fact]
    public async Task Problem_DismissedOrRetried_LeavesTheList()
    {
        await using var desk = await IngestDesk.OpenAsync();
        var path = Path.Combine(desk.Folder, "late.jpg");
        await desk.IngestAsync(path, desk.Write("empty.jpg", []));
        var problems = desk.Desk.Get<IngestProblems>();
        var open = await problems.OpenAsync(10, Stop);
        var late = Assert.Single(open, x => x.FileName == "late.jpg");
        Assert.False(await problems.RetryAsync(late.JobId, Stop));

        desk.Write("late.jpg", PhotoFiles.Jpeg(1));
        Assert.True(await problems.RetryAsync(late.JobId, Stop));
        await problems.DismissAsync(Assert.Single(open, x => x.FileName == "empty.jpg").JobId, Stop);

        await using var rows = desk.Desk.Rows();
        await Eventually.TrueAsync(() => rows.Media.AnyAsync(Stop));
        Assert.Equal(0, await problems.CountAsync(Stop));
    }

    [Fact]
    public async Task Problems_ThatTryingAgainCannotHelp_AreDismissedTogether()
    {
        await using var desk = await IngestDesk.OpenAsync();
        await desk.IngestAsync(Path.Combine(desk.Folder, "late.jpg"), desk.Write("empty.jpg", []), desk.Write("notes.jpg", "no photo"u8.ToArray()));
        var problems = desk.Desk.Get<IngestProblems>();

        Assert.Equal(2, await problems.DismissFinalAsync(Stop));
        Assert.Equal("late.jpg", Path.GetFileName(Assert.Single(await problems.OpenAsync(10, Stop)).FileName));
    }

    private sealed class HangingUp : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position++ > 2)
            {
                throw new IOException("The client reset the connection.");
            }

            buffer.Span[..100].Clear();
            return ValueTask.FromResult(100);
        }
    }
}
