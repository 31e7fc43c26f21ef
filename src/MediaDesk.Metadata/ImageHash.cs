using System.Buffers;
using System.Security.Cryptography;

namespace MediaDesk.Metadata;

/// <summary>SHA-256 over the bytes that decide pixels, streamed in constant memory.</summary>
internal sealed class ImageHash : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Scratch space for whoever walks the image data.</summary>
    public byte[] Buffer { get; } = ArrayPool<byte>.Shared.Rent(BufferSize);

    public void Add(byte value) => hash.AppendData([value]);

    public void Add(ReadOnlySpan<byte> bytes) => hash.AppendData(bytes);

    /// <summary>Adds a run of a file; false when the file ends before it does.</summary>
    public bool Add(ByteWindow file, long offset, long length)
    {
        while (length > 0)
        {
            var read = file.Read(offset, Buffer.AsSpan(0, (int)Math.Min(length, Buffer.Length)));
            if (read == 0)
            {
                return false;
            }

            hash.AppendData(Buffer, 0, read);
            offset += read;
            length -= read;
        }

        return true;
    }

    /// <summary>The hash in lower-case hexadecimal.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose()
    {
        hash.Dispose();
        ArrayPool<byte>.Shared.Return(Buffer);
    }
}
