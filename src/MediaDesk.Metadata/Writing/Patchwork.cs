namespace MediaDesk.Metadata.Writing;

/// <summary>A file put together from runs of another one, copied byte for byte, and new blocks between them.</summary>
internal sealed class Patchwork
{
    private readonly List<(ByteWindow? Run, byte[] Bytes)> pieces = [];

    public void Add(byte[] bytes) => pieces.Add((null, bytes));

    public void Add(ByteWindow run) => pieces.Add((run, []));

    public void Add(Patchwork other) => pieces.AddRange(other.pieces);

    public long Length => pieces.Sum(piece => piece.Run?.Length ?? piece.Bytes.Length);

    public void WriteTo(Stream target)
    {
        var buffer = new byte[64 * 1024];
        foreach (var (run, bytes) in pieces)
        {
            target.Write(bytes);
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
}
