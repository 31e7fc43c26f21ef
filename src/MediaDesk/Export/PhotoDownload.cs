using MediaDesk.Data;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Export;

/// <summary>Photos as they leave the desk: the original pixels with the current metadata.</summary>
public sealed class PhotoDownload(IDbContextFactory<DeskDbContext> contexts, DeskFolder folder)
{
    /// <summary>
    /// A photo ready to leave; null when there is none or its original is not in the data folder. While no editor has said
    /// anything the original leaves as it came, byte for byte; else a sidecar with the current fields goes beside it.
    /// </summary>
    public async Task<LeavingFile?> PrepareAsync(long mediaId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var photo = await db.Media.AsNoTracking()
            .Where(item => item.Id == mediaId)
            .Join(
                db.Originals, item => item.CurrentOriginalId, original => original.Id,
                (item, original) => new { item.FileName, item.Fields, original.Reading, original.Format, original.Sha256 })
            .SingleOrDefaultAsync(cancellationToken);
        if (photo is null || folder.Original(photo.Sha256) is var path && !File.Exists(path))
        {
            return null;
        }

        var saysItself = photo.Fields.Equals(photo.Reading.Fields);
        return new(FileNames.Safe(photo.FileName), photo.Format, path, saysItself ? null : XmpSidecar.Write(photo.Fields));
    }
}
