using System.Buffers;
using System.Security.Cryptography;

namespace MediaDesk.Metadata;

/// <summary>SHA-256 over the bytes that decide pixels, streamed in constant memory.</summary>
/// <param name="isIdle">Runs are only checked to be there, and no hash comes out.</param>
internal sealed class ImageHash(bool isIdle) : IDisposable
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
        if (isIdle)
        {
            return file.Holds(offset, length);
        }

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

    /// <summary>The hash in lower-case hexadecimal; null when idle.</summary>
    public string? Finish() => isIdle ? null : Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose()
    {
        hash.Dispose();
        ArrayPool<byte>.Shared.Return(Buffer);
    }
}
