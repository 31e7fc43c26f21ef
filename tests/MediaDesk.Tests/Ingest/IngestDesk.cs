using MediaDesk.Ingest;

namespace MediaDesk.Tests.Ingest;

/// <summary>A desk at work with a sender's folder beside it.</summary>
internal sealed class IngestDesk : IAsyncDisposable
{
    private IngestDesk(DeskFixture desk) => Desk = desk;

    public DeskFixture Desk { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("mediadesk-sender-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<IngestDesk> OpenAsync(IDictionary<string, string?>? settings = null, string? dataFolder = null)
    {
        var desk = new IngestDesk(await DeskFixture.OpenAsync(settings: settings, dataFolder: dataFolder));
        await desk.Desk.StartAsync();
        return desk;
    }

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Ingests files as the command line does.</summary>
    public async Task<IngestReport> IngestAsync(params string[] paths)
    {
        var inbox = Desk.Get<IngestInbox>();
        var batch = await inbox.BeginBatchAsync(Stop);
        await inbox.AcceptFilesAsync(batch, paths, "command line", Stop);
        return await inbox.WaitAsync(batch, Stop);
    }

    /// <summary>Ingests files as an upload does.</summary>
    public async Task<IngestReport> UploadAsync(params (string Name, byte[] Content)[] files)
    {
        var inbox = Desk.Get<IngestInbox>();
        var batch = await inbox.BeginBatchAsync(Stop);
        foreach (var (name, content) in files)
        {
            await inbox.AcceptAsync(batch, name, "upload", new MemoryStream(content), Stop);
        }

        return await inbox.WaitAsync(batch, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
