using System.Diagnostics;
using MediaDesk.Darkroom;

namespace MediaDesk.Tests.Darkroom;

public sealed class ChildTests(DarkroomFixture darkroom)
{
    [Fact]
    public async Task FileOverTheTimeLimit_IsStoppedAndTheNextGoesOn()
    {
        await using var pool = DarkroomFixture.NewPool(new() { Children = 1, TimeLimit = TimeSpan.FromSeconds(5) });
        var slow = await FileAsync(HostileFiles.JpegWithManyScans(65_000, 1_400, scans: 880));

        var result = await pool.DevelopAsync(slow, darkroom.NewStem(), null, TestContext.Current.CancellationToken);

        Assert.Equal(new(DarkroomFailureKind.TooLong, "Making the previews was stopped after 5 seconds."), result.Failure);
        await AssertDevelopsAsync(pool);
    }

    [Fact]
    public async Task FileOverTheMemoryLimit_IsStoppedAndTheNextGoesOn()
    {
        const int limit = 320;
        await using var pool = DarkroomFixture.NewPool(new() { Children = 1, MemoryLimitBytes = limit << 20 });
        // The coefficients of a progressive JPEG are all in memory at once: 6 bytes a pixel without subsampling.
        var greedy = await FileAsync(HostileFiles.JpegWithManyScans(10_000, 9_000, scans: 100));

        var result = await pool.DevelopAsync(greedy, darkroom.NewStem(), null, TestContext.Current.CancellationToken);

        Assert.Equal(
            new(DarkroomFailureKind.TooMuchMemory, "Making the previews was stopped because it needed more than 320 MB of memory."),
            result.Failure);
        await AssertDevelopsAsync(pool);
    }

    [Fact]
    public async Task ChildKilledInTheMiddleOfAFile_IsReplacedAndTheFileSaysSo()
    {
        await using var pool = DarkroomFixture.NewPool(new() { Children = 1 });
        var slow = await FileAsync(HostileFiles.JpegWithManyScans(65_000, 1_400, scans: 880));
        var started = new TaskCompletionSource();

        var developing = pool.DevelopAsync(
            slow,
            darkroom.NewStem(),
            _ =>
            {
                started.TrySetResult();
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        foreach (var child in AtWorkOn(slow))
        {
            child.Kill();
        }

        var result = await developing;
        Assert.Equal(DarkroomFailureKind.Died, result.Failure?.Kind);
        Assert.NotNull(result.Reading);
        await AssertDevelopsAsync(pool);
    }

    [Fact]
    public async Task CancelledFile_EndsAtOnceAndTheNextGoesOn()
    {
        await using var pool = DarkroomFixture.NewPool(new() { Children = 1 });
        var slow = await FileAsync(HostileFiles.JpegWithManyScans(65_000, 1_400, scans: 880));
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pool.DevelopAsync(
            slow, darkroom.NewStem(), _ => cancelling.CancelAsync(), cancelling.Token));

        Assert.Empty(AtWorkOn(slow));
        await AssertDevelopsAsync(pool);
    }

    [Fact]
    public async Task Failure_OfTheDeskItself_IsTheDesksException()
    {
        await using var pool = DarkroomFixture.NewPool(new() { Children = 1 });
        var photo = await FileAsync(TestPhotos.Jpeg(400, 300));

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => pool.DevelopAsync(
            photo, darkroom.NewStem(), _ => throw new InvalidTimeZoneException(), TestContext.Current.CancellationToken));

        await AssertDevelopsAsync(pool);
    }

    [Fact]
    public async Task HostThatIsNoDarkroom_IsAClearException()
    {
        await using var pool = new DarkroomPool(
            Microsoft.Extensions.Options.Options.Create(new DarkroomOptions()),
            new("echo", ["hello"]),
            Microsoft.Extensions.Logging.Abstractions.NullLogger<DarkroomPool>.Instance);
        var photo = await FileAsync(TestPhotos.Jpeg(400, 300));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            pool.DevelopAsync(photo, darkroom.NewStem(), null, TestContext.Current.CancellationToken));

        Assert.StartsWith("The darkroom did not start.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DisposedPool_HasNoChildrenLeft()
    {
        var pool = DarkroomFixture.NewPool(new() { Children = 2 });
        var slow = await FileAsync(HostileFiles.JpegWithManyScans(65_000, 1_400, scans: 880));
        var developing = pool.DevelopAsync(slow, darkroom.NewStem(), null, TestContext.Current.CancellationToken);
        await AtWorkOnAsync(slow);

        await pool.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => developing);
        Assert.Empty(AtWorkOn(slow));
    }

    [Fact]
    public async Task ChildWhoseDeskIsKilled_EndsInTheMiddleOfAFile()
    {
        var slow = await FileAsync(HostileFiles.JpegWithManyScans(65_000, 1_400, scans: 880));
        var request = darkroom.NewFile(".request");
        await using (var written = File.Create(request))
        {
            await DarkroomProtocol.WriteRequestAsync(
                written, new(slow, darkroom.NewStem(), 200_000_000, 100_000_000, 65_535, default), TestContext.Current.CancellationToken);
        }

        // The desk of this child is a sleeping process that holds its input and is then killed without a word.
        var host = DarkroomFixture.Host;
        using var shell = Process.Start(
            "/bin/sh",
            ["-c", "request=$1; shift; { cat \"$request\"; exec sleep 900; } | \"$@\" > \"$request.replies\"", "sh", request, host.FileName, .. host.Arguments]);
        var children = await AtWorkOnAsync(slow);
        using var desk = Process.GetProcesses().Single(process => process.ProcessName == "sleep" && ParentOf(process.Id) == shell.Id);

        desk.Kill();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await Assert.Single(children).WaitForExitAsync(patience.Token);
    }

    private async Task<string> FileAsync(byte[] content)
    {
        var file = darkroom.NewFile(".jpg");
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        return file;
    }

    private async Task AssertDevelopsAsync(DarkroomPool pool)
    {
        var result = await pool.DevelopAsync(
            await FileAsync(TestPhotos.Jpeg(400, 300)), darkroom.NewStem(), null, TestContext.Current.CancellationToken);
        Assert.Null(result.Failure);
        Assert.Equal(3, result.Renditions.Count);
    }

    private static async Task<IReadOnlyList<Process>> AtWorkOnAsync(string file)
    {
        IReadOnlyList<Process> children;
        while ((children = AtWorkOn(file)).Count == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return children;
    }

    /// <summary>The processes that have a file open.</summary>
    private static List<Process> AtWorkOn(string file) => [.. Process.GetProcesses().Where(process => HasOpen(process.Id, file))];

    private static bool HasOpen(int processId, string file)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{processId}/fd").Any(descriptor => new FileInfo(descriptor).LinkTarget == file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>proc(5): "pid (name) state parent …".</summary>
    private static int ParentOf(int processId) =>
        int.Parse(File.ReadAllText($"/proc/{processId}/stat").Split(' ')[3], System.Globalization.CultureInfo.InvariantCulture);
}
