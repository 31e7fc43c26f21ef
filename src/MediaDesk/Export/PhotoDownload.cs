using MediaDesk.Darkroom;
using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Writing;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MediaDesk.Export;

/// <summary>Photos as they leave the desk: the original pixels with the current metadata.</summary>
public sealed class PhotoDownload(IDbContextFactory<DeskDbContext> contexts, DeskFolder folder, DarkroomPool darkroom, IOptions<ExportOptions> options)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>
    /// A photo ready to leave; null when there is none or its original is not in the data folder. While the file itself says all there
    /// is to say the original leaves as it came, byte for byte. Else the current fields are written into it, in the darkroom; where the
    /// format or the file does not allow that, the original leaves with a sidecar beside it.
    /// </summary>
    /// <param name="wish">How the metadata leaves; null for what the desk is set to.</param>
    public async Task<LeavingFile?> PrepareAsync(long mediaId, LeavingAs? wish, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var photo = await db.Media.AsNoTracking()
            .Where(item => item.Id == mediaId)
            .Join(
                db.Originals, item => item.CurrentOriginalId, original => original.Id,
                (item, original) => new { item.FileName, item.Fields, item.Overlay, original.Reading, original.Format, original.Sha256 })
            .SingleOrDefaultAsync(cancellationToken);
        if (photo is null || folder.Original(photo.Sha256) is var path && !File.Exists(path))
        {
            return null;
        }

        var way = wish ?? options.Value.As;
        var (fields, isSaid) = CurrentMetadata.Of(photo.Fields, photo.Overlay, photo.Reading);
        var breaksSeal = photo.Reading.HasContentCredentials && way is LeavingAs.Auto;
        var embedded = isSaid || breaksSeal || way is LeavingAs.Sidecar ? null : await EmbedAsync(path, fields, cancellationToken);
        return new(
            FileNames.Safe(photo.FileName), photo.Format, embedded ?? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.Asynchronous),
            way is LeavingAs.Sidecar or LeavingAs.Both || (embedded is null && !isSaid) ? SidecarWriter.Write(fields) : null);
    }

    /// <summary>Whether a photo is known by its metadata alone: there is no file yet that could leave.</summary>
    public async Task<bool> IsAwaitedAsync(long mediaId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Media.AnyAsync(item => item.Id == mediaId && item.Picture == PictureState.Absent, cancellationToken);
    }

    /// <summary>The photo with all fields in it, in a file without a name; null when they cannot be written into it.</summary>
    private async Task<FileStream?> EmbedAsync(string original, FieldValues fields, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder.Root, $"{Guid.NewGuid():N}.leaving");
        try
        {
            return await darkroom.CopyAsync(original, path, fields, cancellationToken) is null
                ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Delete, BufferSize, FileOptions.Asynchronous)
                : null;
        }
        finally
        {
            // Gone once it is closed, however this process ends.
            File.Delete(path);
        }
    }
}
