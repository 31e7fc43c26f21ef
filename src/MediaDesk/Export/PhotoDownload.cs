using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Writing;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Export;

/// <summary>Photos as they leave the desk: the original pixels with the current metadata.</summary>
public sealed class PhotoDownload(IDbContextFactory<DeskDbContext> contexts, DeskFolder folder)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>
    /// A photo ready to leave; null when there is none or its original is not in the data folder. While no editor has said anything
    /// the original leaves as it came, byte for byte. Else the current fields are written into it; where the format or the file does not
    /// allow that, or signed content credentials would break, the original leaves with a sidecar beside it.
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

        var original = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.Asynchronous);
        var leaving = new LeavingFile(FileNames.Safe(photo.FileName), photo.Format, original, Sidecar: null);
        if (photo.Fields.Equals(photo.Reading.Fields))
        {
            return leaving;
        }

        if (photo.Reading.HasContentCredentials || Embed(original, photo.Fields) is not { } embedded)
        {
            original.Position = 0;
            return leaving with { Sidecar = SidecarWriter.Write(photo.Fields) };
        }

        await original.DisposeAsync();
        return leaving with { Content = embedded };
    }

    /// <summary>The photo with all fields in it, in a file without a name; null when they cannot be written into it.</summary>
    private FileStream? Embed(FileStream original, FieldValues fields)
    {
        var path = Path.Combine(folder.Root, $"{Guid.NewGuid():N}.leaving");
        var copy = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, BufferSize);
        // Gone once it is closed, however this process ends.
        File.Delete(path);
        if (MetadataWriter.Write(original, copy, NewsroomFields.All.ToDictionary(field => field.Id, field => fields[field.Id])).IsWritten)
        {
            copy.Position = 0;
            return copy;
        }

        copy.Dispose();
        return null;
    }
}
