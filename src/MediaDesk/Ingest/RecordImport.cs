using System.Threading.Channels;
using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Search;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Ingest;

/// <summary>
/// Takes over metadata from another system: records without pixels, one JSON object a line. A record with an id is that photo for
/// good, and importing it again updates what it says; edits made here stand above it. One without an id is known by the file's
/// SHA-256 and its line. Lines are taken in thousands, each thousand as a whole: a run that was stopped goes on where it was. While
/// one thousand is written, the next ones are read and understood on the other cores.
/// </summary>
public sealed class RecordImport(IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, SearchIndex index, TimeProvider clock)
{
    /// <summary>Who signs what an import changed.</summary>
    public const string Editor = "import";

    /// <summary>Lines in one transaction: an editor who saves meanwhile waits about a quarter of a second.</summary>
    private const int AtOnce = 2_000;

    private const int Listed = 1_000;

    /// <summary>After so many written photos the index is in pieces.</summary>
    private const int Many = 20_000;

    /// <param name="progress">Told bytes done and bytes in all.</param>
    /// <param name="rejected">Told every rejected line, with its bytes.</param>
    public async Task<ImportReport> RunAsync(
        string path, Action<long, long>? progress, Action<RejectedLine, ReadOnlyMemory<byte>>? rejected, CancellationToken cancellationToken)
    {
        var sha256 = await ImportFile.Sha256Async(path, cancellationToken);
        var size = new FileInfo(path).Length;
        await index.PrepareAsync(cancellationToken);
        var earlier = await EarlierAsync(sha256, cancellationToken);
        var count = new Count();
        var batches = Channel.CreateBounded<Task<Batch>>(Environment.ProcessorCount);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => ReadAsync(path, earlier, batches.Writer, failed.Token), failed.Token);
        try
        {
            await BulkMedia.BeginAsync(writer, cancellationToken);
            await foreach (var understood in batches.Reader.ReadAllAsync(cancellationToken))
            {
                var batch = await understood;
                await writer.WriteAsync(db => new ImportBatch(db, index, clock).WriteAsync(batch.Records, Run(batch), cancellationToken), cancellationToken);
                count.Add(batch, rejected);
                progress?.Invoke(batch.End, size);
            }

            await reading;
            if (count.Written >= Many)
            {
                await index.TidyAsync(cancellationToken);
            }
        }
        finally
        {
            await failed.CancelAsync();
            await BulkMedia.EndAsync(writer, CancellationToken.None);
        }

        await FinishAsync(sha256, path, cancellationToken);
        return count.Report();

        ImportRun? Run(Batch batch) => earlier is { FinishedUtc: not null }
            ? null
            : new() { FileSha256 = sha256, FileName = Path.GetFileName(path), LinesDone = batch.LastLine, StartedUtc = clock.GetUtcNow().UtcDateTime };
    }

    private async Task ReadAsync(string path, ImportRun? earlier, ChannelWriter<Task<Batch>> batches, CancellationToken cancellationToken)
    {
        try
        {
            var lines = new List<(long Number, byte[]? Line)>(AtOnce);
            await foreach (var (number, line, end) in ImportFile.LinesAsync(path, cancellationToken))
            {
                lines.Add((number, line));
                if (lines.Count == AtOnce)
                {
                    await PassOnAsync(end);
                }
            }

            if (lines.Count > 0)
            {
                await PassOnAsync(new FileInfo(path).Length);
            }

            batches.Complete();

            ValueTask PassOnAsync(long end)
            {
                var full = lines;
                lines = new(AtOnce);
                return batches.WriteAsync(Task.Run(() => Understand(full, end, path, earlier), cancellationToken), cancellationToken);
            }
        }
        catch (Exception fault)
        {
            // The writer of rows is told, and throws it where somebody waits.
            batches.Complete(fault);
        }
    }

    private Batch Understand(List<(long Number, byte[]? Line)> lines, long end, string path, ImportRun? earlier)
    {
        // To the second: the order of arrival is that of the lines anyway, and a million fractions of seconds are megabytes.
        var instant = clock.GetUtcNow().UtcDateTime;
        var now = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));
        var name = Path.GetFileName(path);
        var records = new List<ImportedPhoto>(lines.Count);
        var rejected = new List<(RejectedLine, ReadOnlyMemory<byte>)>();
        var skipped = 0;
        foreach (var (number, line) in lines)
        {
            var record = line is null ? ImportLine.Reject(number, $"The line is longer than {ImportLine.Longest} bytes.") : ImportLine.Read(number, line);
            if (record is null)
            {
                continue;
            }

            // What an earlier run rejected it told to somebody who may have lost it: it is told again.
            if (record.Fault is { } fault)
            {
                rejected.Add((new(number, fault), line ?? []));
            }
            else if (earlier is not null && number <= earlier.LinesDone && (earlier.FinishedUtc is null || record.ExternalId is null))
            {
                skipped++;
            }
            else
            {
                records.Add(Describe(record, name, now));
            }
        }

        return new(records, rejected, skipped, lines[^1].Number, end);
    }

    private ImportedPhoto Describe(ImportLine line, string fileName, DateTime now)
    {
        var name = string.IsNullOrWhiteSpace(line.FileName) ? line.ExternalId ?? $"{fileName} {line.Number}" : line.FileName;
        var item = new MediaItem
        {
            FileName = name,
            ExternalId = line.ExternalId,
            Fields = line.Fields,
            Picture = PictureState.Absent,
            Revision = 1,
            Latitude = line.Gps?.Lat,
            Longitude = line.Gps?.Lon,
            AgencyPhotoKey = AgencyPhotoIdentity.Of(ImportedRecord.Reading(line.Fields, line.ExternalId, name))?.Key,
            AddedUtc = now,
            ChangedUtc = now,
        };
        return new(item, index);
    }

    private async Task<ImportRun?> EarlierAsync(string sha256, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ImportRuns.AsNoTracking().SingleOrDefaultAsync(run => run.FileSha256 == sha256, cancellationToken);
    }

    private Task FinishAsync(string sha256, string path, CancellationToken cancellationToken) => writer.WriteAsync(
        async db =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var run = await db.ImportRuns.SingleOrDefaultAsync(run => run.FileSha256 == sha256, cancellationToken);
            run ??= db.ImportRuns.Add(new() { FileSha256 = sha256, FileName = Path.GetFileName(path), StartedUtc = now }).Entity;
            run.FinishedUtc ??= now;
        },
        cancellationToken);

    private sealed record Batch(
        IReadOnlyList<ImportedPhoto> Records, IReadOnlyList<(RejectedLine Line, ReadOnlyMemory<byte> Bytes)> Rejected, int Skipped, long LastLine, long End);

    private sealed class Count
    {
        private readonly List<RejectedLine> rejected = [];
        private long added, updated, unchanged, skipped, rejectedTotal;

        public long Written => added + updated;

        public void Add(Batch batch, Action<RejectedLine, ReadOnlyMemory<byte>>? tell)
        {
            added += batch.Records.Count(record => record.Outcome == ImportOutcome.Added);
            updated += batch.Records.Count(record => record.Outcome == ImportOutcome.Updated);
            unchanged += batch.Records.Count(record => record.Outcome == ImportOutcome.Unchanged);
            skipped += batch.Skipped;
            rejectedTotal += batch.Rejected.Count;
            rejected.AddRange(batch.Rejected.Select(line => line.Line).Take(Listed - rejected.Count));
            foreach (var (line, bytes) in batch.Rejected)
            {
                tell?.Invoke(line, bytes);
            }
        }

        public ImportReport Report() => new(added, updated, unchanged, skipped, rejectedTotal, rejected);
    }
}
