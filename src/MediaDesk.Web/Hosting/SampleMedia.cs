using MediaDesk.Ingest;
using MediaDesk.Storage;

namespace MediaDesk.Web.Hosting;

/// <summary>The photos a new desk begins with. They lie beside the program and are read where they lie.</summary>
internal sealed partial class SampleMedia(IngestInbox inbox, DeskFolder folder, ILogger<SampleMedia> log)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "sample-media");

    private static readonly string[] NotPhotos = [".json", ".md", ".txt"];

    /// <summary>Queues the samples and takes the mark of the first run away: a desk that is killed before has them queued again.</summary>
    public async Task QueueAsync(CancellationToken cancellationToken)
    {
        var photos = Directory.Exists(Folder)
            ? Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                .Where(path => !NotPhotos.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .ToList()
            : [];
        if (photos.Count > 0)
        {
            await inbox.AcceptFilesAsync(await inbox.BeginBatchAsync(cancellationToken), photos, "samples", cancellationToken);
            Queued(photos.Count);
        }

        File.Delete(folder.FirstRunMark);
    }

    [LoggerMessage(LogLevel.Information, "A new desk: {Count} sample photos are on their way")]
    private partial void Queued(int count);
}
