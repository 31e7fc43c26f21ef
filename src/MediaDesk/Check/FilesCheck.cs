using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Check;

/// <summary>
/// Holds rows and files against each other. Files for which there is no row are what a killed process left behind: they are
/// swept away and are no finding.
/// </summary>
internal sealed class FilesCheck(IDbContextFactory<DeskDbContext> contexts, DeskFolder folder, TimeProvider clock) : IDeskCheck
{
    private const int PageSize = 200;

    /// <summary>A file without a row may be one that another process is just taking in; nothing takes this long.</summary>
    private static readonly TimeSpan SweepAfter = TimeSpan.FromHours(1);

    public async IAsyncEnumerable<DeskFinding> FindAsync(
        IProgress<DeskCheckProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var finding in RowsAsync(cancellationToken))
        {
            yield return finding;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var total = await db.Originals.CountAsync(cancellationToken);
        var done = 0;
        for (long after = 0; ;)
        {
            var page = await db.Originals.AsNoTracking().Include(x => x.Renditions)
                .Where(x => x.Id > after)
                .OrderBy(x => x.Id)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            if (page.Count == 0)
            {
                break;
            }

            var developing = await db.Media
                .Where(x => page.Select(original => original.Id).Contains(x.CurrentOriginalId!.Value) && x.Picture == PictureState.Developing)
                .Select(x => x.CurrentOriginalId!.Value)
                .ToHashSetAsync(cancellationToken);
            foreach (var original in page)
            {
                if (await OriginalAsync(original, cancellationToken) is { } finding)
                {
                    yield return finding;
                }

                foreach (var wrong in Renditions(original, developing.Contains(original.Id)))
                {
                    yield return wrong;
                }

                progress?.Report(new(++done, total));
            }

            after = page[^1].Id;
        }

        await SweepAsync(cancellationToken);
    }

    /// <summary>Photos whose current values are not their edits over their reading, or whose original is not there.</summary>
    private async IAsyncEnumerable<DeskFinding> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var items = db.Media.AsNoTracking()
            .OrderBy(x => x.Id)
            .Select(x => new
            {
                x.Id,
                x.FileName,
                x.Fields,
                x.Overlay,
                x.Cleaning,
                x.Picture,
                Reading = db.Originals.Where(y => y.Id == x.CurrentOriginalId && y.MediaItemId == x.Id).Select(y => y.Reading).FirstOrDefault(),
                IsWorkedOn = db.IngestJobs.Any(y => y.MediaItemId == x.Id && (y.State == IngestState.Waiting || y.State == IngestState.Working)),
                HasOriginal = x.CurrentOriginalId != null,
                x.Imported,
            })
            .AsAsyncEnumerable();
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (item.HasOriginal && item.Reading is null)
            {
                yield return new("row", item.Id, $"The current original of {item.FileName} is not among the photo's originals.");
            }
            else if (item.Reading is not null && !item.Overlay.Over(item.Cleaning?.Over(item.Reading.Fields) ?? item.Reading.Fields).Equals(item.Fields))
            {
                yield return new("fields", item.Id, $"The values of {item.FileName} are not its edits over what its file says and the rules made of it.");
            }

            else if (!item.HasOriginal && item.Picture != PictureState.Absent)
            {
                yield return new("row", item.Id, $"{item.FileName} has no original and is not marked as a photo without a file.");
            }
            else if (item.Imported is not null && !item.Overlay.Over(item.Imported).Equals(item.Fields))
            {
                yield return new("fields", item.Id, $"The values of {item.FileName} are not its edits over what it was taken over with.");
            }

            if (item is { Picture: PictureState.Developing, IsWorkedOn: false })
            {
                yield return new("row", item.Id, $"{item.FileName} is marked as being developed, and no job is left that does it.");
            }
        }
    }

    private async Task<DeskFinding?> OriginalAsync(Original original, CancellationToken cancellationToken)
    {
        var path = folder.Original(original.Sha256);
        if (!File.Exists(path))
        {
            return new("original-missing", original.MediaItemId, $"The original of {original.FileName} ({original.Sha256}) is missing.");
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, useAsync: true);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        return sha256 == original.Sha256 && file.Length == original.ByteSize
            ? null
            : new("original-altered", original.MediaItemId, $"The original of {original.FileName} ({original.Sha256}) is no longer what arrived.");
    }

    private IEnumerable<DeskFinding> Renditions(Original original, bool isDeveloping)
    {
        if (original.Renditions.Count == 0 && !isDeveloping)
        {
            yield return new("rendition-missing", original.MediaItemId, $"{original.FileName} has no renditions.");
        }

        foreach (var rendition in original.Renditions)
        {
            var file = new FileInfo(folder.Rendition(original.Sha256, rendition.Size));
            if (!file.Exists)
            {
                yield return new("rendition-missing", original.MediaItemId, $"The {rendition.Size} rendition of {original.FileName} is missing.");
            }
            else if (file.Length != rendition.ByteSize)
            {
                yield return new(
                    "rendition-altered", original.MediaItemId,
                    $"The {rendition.Size} rendition of {original.FileName} has {file.Length} bytes instead of {rendition.ByteSize}.");
            }
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Originals.Select(x => x.Sha256).ToHashSetAsync(cancellationToken);
        // The path of a staged file ends with its hash, and until its job is done the original may stand without a row.
        var staged = await db.IngestJobs
            .Where(x => x.IsStaged && x.DismissedUtc == null)
            .Select(x => x.Path)
            .ToListAsync(cancellationToken);
        known.UnionWith(staged.Select(path => ArrivedFile.At(path).Sha256));
        var young = clock.GetUtcNow().UtcDateTime - SweepAfter;
        foreach (var path in Directory.EnumerateFiles(folder.Originals, "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(folder.Renditions, "*", SearchOption.AllDirectories)))
        {
            var name = Path.GetFileName(path);
            if (name.Length >= 64 && !known.Contains(name[..64]) && File.GetLastWriteTimeUtc(path) < young)
            {
                File.Delete(path);
            }
        }
    }
}
