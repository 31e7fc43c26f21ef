using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MediaDesk.Export;

/// <summary>What will become of photos when they leave, told before they do.</summary>
public sealed class LeavingForecast(IDbContextFactory<DeskDbContext> contexts, IOptions<ExportOptions> options)
{
    private const int RowsAtOnce = 200;

    public async Task<Leaving> OfAsync(IReadOnlyCollection<long> mediaIds, CancellationToken cancellationToken)
    {
        var withCredentials = 0;
        var beside = new SortedDictionary<PhotoFormat, int>();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var ids in mediaIds.Chunk(RowsAtOnce))
        {
            var photos = db.Media.AsNoTracking()
                .Where(item => ids.Contains(item.Id))
                .Join(db.Originals, item => item.CurrentOriginalId, original => original.Id, (item, original) => new { item.Fields, item.Overlay, original.Reading, original.Format })
                .AsAsyncEnumerable();
            await foreach (var photo in photos.WithCancellation(cancellationToken))
            {
                if (CurrentMetadata.Of(photo.Fields, photo.Overlay, photo.Reading).IsSaid)
                {
                    continue;
                }

                if (!MetadataWriter.WritesInto(photo.Format))
                {
                    beside[photo.Format] = beside.GetValueOrDefault(photo.Format) + 1;
                }
                else if (photo.Reading.HasContentCredentials)
                {
                    withCredentials++;
                }
            }
        }

        return new(mediaIds.Count, withCredentials, beside, options.Value.As);
    }
}

/// <summary>A forecast for some photos.</summary>
/// <param name="WithCredentials">How many carry content credentials (C2PA) and would have to be written into.</param>
/// <param name="Beside">How many of each format have changes and cannot be written into, so that these leave in sidecars.</param>
/// <param name="As">How the desk is set.</param>
public sealed record Leaving(int Photos, int WithCredentials, IReadOnlyDictionary<PhotoFormat, int> Beside, LeavingAs As)
{
    /// <summary>Whether signatures would be broken without anybody having chosen that.</summary>
    public bool NeedsChoice => WithCredentials > 0 && As is not LeavingAs.Sidecar;
}
