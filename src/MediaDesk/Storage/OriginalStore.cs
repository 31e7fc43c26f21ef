using System.Security.Cryptography;

namespace MediaDesk.Storage;

/// <summary>
/// Keeps originals under their SHA-256. A file arrives beside its place under a name of the desk's own, is hashed on the way
/// and made durable, and takes its place in one step: under its hash there is never half a file.
/// </summary>
public sealed class OriginalStore(DeskFolder folder)
{
    private const int BufferBytes = 1 << 20;

    /// <summary>
    /// Copies a stream into <see cref="DeskFolder.Incoming"/> under a name that begins with <paramref name="owner"/>. Null,
    /// with nothing left behind, when it holds more than <paramref name="limit"/> bytes.
    /// </summary>
    /// <exception cref="StoreException">The desk's own disk failed or is full; faults of <paramref name="source"/> pass as they are.</exception>
    internal async Task<ArrivedFile?> ReceiveAsync(Stream source, string owner, long limit, CancellationToken cancellationToken)
    {
        var part = Path.Combine(folder.Incoming, $"{owner}.{Guid.NewGuid():N}.part");
        try
        {
            var (sha256, size) = await CopyAsync(source, part, limit, cancellationToken);
            if (size > limit)
            {
                File.Delete(part);
                return null;
            }

            var arrived = part[..^"part".Length] + sha256;
            File.Move(part, arrived);
            return new(arrived, sha256, size);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Gives an arrived file its place. Another with the same content may have it already: then this one goes.</summary>
    internal void Keep(ArrivedFile arrived)
    {
        var place = folder.Original(arrived.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(arrived.Path, place, overwrite: true);
    }

    /// <summary>Takes an original out of its place again, to where it arrived.</summary>
    internal void GiveBack(ArrivedFile arrived) => File.Move(folder.Original(arrived.Sha256), arrived.Path, overwrite: true);

    /// <summary>Deletes an original, its sidecar and its renditions from the disk; what is not there is no fault.</summary>
    public void Delete(string sha256)
    {
        DeleteRenditions(sha256);
        if (Directory.Exists(Path.GetDirectoryName(folder.Original(sha256))))
        {
            File.Delete(folder.Original(sha256));
            File.Delete(folder.Sidecar(sha256));
        }
    }

    internal void DeleteRenditions(string sha256)
    {
        var stem = folder.RenditionStem(sha256);
        if (Path.GetDirectoryName(stem) is { } shelf && Directory.Exists(shelf))
        {
            foreach (var file in Directory.EnumerateFiles(shelf, Path.GetFileName(stem) + "*"))
            {
                File.Delete(file);
            }
        }
    }

    private static async Task<(string Sha256, long Size)> CopyAsync(Stream source, string part, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = GC.AllocateUninitializedArray<byte>(BufferBytes);
        long size = 0;
        await using var target = Guarded(() => new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true));
        while (size <= limit)
        {
            var read = await source.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            size += read;
            hash.AppendData(buffer.AsSpan(0, read));
            await GuardedAsync(() => target.WriteAsync(buffer.AsMemory(0, read), cancellationToken));
            if (read < buffer.Length)
            {
                break;
            }
        }

        // Durable before it is promised: afterwards the sender may delete its copy.
        await GuardedAsync(() =>
        {
            target.Flush(flushToDisk: true);
            return ValueTask.CompletedTask;
        });
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private static T Guarded<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(fault);
        }
    }

    private static async Task GuardedAsync(Func<ValueTask> act)
    {
        try
        {
            await act();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(fault);
        }
    }
}

/// <summary>A complete, durable file in <see cref="DeskFolder.Incoming"/>.</summary>
internal sealed record ArrivedFile(string Path, string Sha256, long ByteSize)
{
    /// <summary>The arrived file at a path that <see cref="OriginalStore.ReceiveAsync"/> made; its name tells the hash.</summary>
    public static ArrivedFile At(string path) =>
        new(path, path[(path.LastIndexOf('.') + 1)..], File.Exists(path) ? new FileInfo(path).Length : 0);

    /// <summary>Who received the file at a path in the incoming folder, or null when the desk did not make that name.</summary>
    public static string? OwnerOf(string path) => System.IO.Path.GetFileName(path).Split('.') is [{ Length: 32 } owner, { Length: 32 }, _] ? owner : null;
}

/// <summary>The desk's own disk failed while it took a file in.</summary>
internal sealed class StoreException(Exception fault) : IOException(fault.Message, fault);
