using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;

namespace MediaDesk.Ingest;

/// <summary>Reads a file of records line by line, as bytes: what is no text must be told, not mended.</summary>
internal static class ImportFile
{
    private const int BufferSize = 1 << 20;

    public static async Task<string> Sha256Async(string path, CancellationToken cancellationToken)
    {
        await using var file = Open(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    /// <summary>The lines with their numbers from 1 and how many bytes of the file they end at; null for one that is too long.</summary>
    public static async IAsyncEnumerable<(long Number, byte[]? Line, long End)> LinesAsync(
        string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = Open(path);
        var reader = PipeReader.Create(file, new(bufferSize: BufferSize));
        var (number, end, isTooLong) = (0L, 0L, false);
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } at)
            {
                var line = rest.Slice(0, at);
                end += line.Length + 1;
                yield return (++number, isTooLong || line.Length > ImportLine.Longest ? null : line.ToArray(), end);
                isTooLong = false;
                rest = rest.Slice(rest.GetPosition(1, at));
            }

            if (rest.Length > ImportLine.Longest)
            {
                // The rest of it is read over.
                isTooLong = true;
                end += rest.Length;
                rest = rest.Slice(rest.End);
            }

            if (read.IsCompleted)
            {
                if (rest.Length > 0 || isTooLong)
                {
                    yield return (++number, isTooLong ? null : rest.ToArray(), end + rest.Length);
                }

                yield break;
            }

            reader.AdvanceTo(rest.Start, read.Buffer.End);
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
