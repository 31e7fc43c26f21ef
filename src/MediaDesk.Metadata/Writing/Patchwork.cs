using System.Buffers;

namespace MediaDesk.Metadata.Writing;

/// <summary>A file put together from runs of another one, copied byte for byte, and new blocks between them.</summary>
internal sealed class Patchwork
{
    private const int BufferSize = 64 * 1024;

    private readonly List<(ByteWindow? Run, byte[] Bytes)> pieces = [];

    public void Add(byte[] bytes) => pieces.Add((null, bytes));

    public void Add(ByteWindow run) => pieces.Add((run, []));

    public void Add(Patchwork other) => pieces.AddRange(other.pieces);

    public long Length => pieces.Sum(piece => piece.Run?.Length ?? piece.Bytes.Length);

    public byte[] ToArray()
    {
        var whole = new MemoryStream();
        WriteTo(whole);
        return whole.ToArray();
    }

    public void WriteTo(Stream target)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            foreach (var (run, bytes) in pieces)
            {
                target.Write(bytes);
                Copy(run, target, buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Copy(ByteWindow? run, Stream target, byte[] buffer)
    {
        for (long at = 0; at < run?.Length;)
        {
            var read = run.Read(at, buffer);
            if (read == 0)
            {
                throw new EndOfStreamException("The file became shorter while it was copied.");
            }

            target.Write(buffer, 0, read);
            at += read;
        }
    }
}
