using System.Buffers.Binary;

namespace MediaDesk.Metadata;

/// <summary>
/// A bounded part of a file (or of an unpacked block) that is read piece by piece. Nothing outside it can be reached and nothing is
/// allocated for a length that the file merely claims.
/// </summary>
internal sealed class ByteWindow
{
    private readonly PagedBytes bytes;
    private readonly long start;
    private readonly bool isFile;

    private ByteWindow(PagedBytes bytes, long start, long length, bool isFile) =>
        (this.bytes, this.start, Length, this.isFile) = (bytes, start, length, isFile);

    public long Length { get; }

    public static ByteWindow OfFile(Stream file) => new(new PagedBytes(file), 0, file.Length, isFile: true);

    /// <summary>A block that was unpacked into memory and so has no place in the file.</summary>
    public static ByteWindow OfMemory(byte[] block) => new(new PagedBytes(new MemoryStream(block, writable: false)), 0, block.Length, isFile: false);

    /// <summary>The part of this window from <paramref name="offset"/>, cut at its end.</summary>
    public ByteWindow Slice(long offset, long length = long.MaxValue)
    {
        offset = Math.Clamp(offset, 0, Length);
        return new(bytes, start + offset, Math.Clamp(length, 0, Length - offset), isFile);
    }

    /// <summary>Whether a run of bytes lies inside.</summary>
    public bool Holds(long offset, long count) => offset >= 0 && count >= 0 && offset <= Length && count <= Length - offset;

    /// <summary>Fills <paramref name="target"/>; false when the window ends before.</summary>
    public bool TryRead(long offset, Span<byte> target) =>
        Holds(offset, target.Length) && bytes.Read(start + offset, target) == target.Length;

    /// <summary>Reads as much of <paramref name="target"/> as there is.</summary>
    public int Read(long offset, Span<byte> target)
    {
        if (offset < 0 || offset >= Length)
        {
            return 0;
        }

        return bytes.Read(start + offset, target[..(int)Math.Min(target.Length, Length - offset)]);
    }

    /// <summary>A copy of a run of bytes, or null when the window ends before or it is longer than <paramref name="limit"/>.</summary>
    public byte[]? Copy(long offset, long count, int limit)
    {
        if (count > limit || !Holds(offset, count))
        {
            return null;
        }

        var copy = new byte[count];
        return TryRead(offset, copy) ? copy : null;
    }

    public bool TryByte(long offset, out byte value)
    {
        Span<byte> one = stackalloc byte[1];
        var read = TryRead(offset, one);
        value = one[0];
        return read;
    }

    public bool TryUInt16(long offset, bool bigEndian, out ushort value)
    {
        Span<byte> two = stackalloc byte[2];
        var read = TryRead(offset, two);
        value = bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(two) : BinaryPrimitives.ReadUInt16LittleEndian(two);
        return read;
    }

    public bool TryUInt32(long offset, bool bigEndian, out uint value)
    {
        Span<byte> four = stackalloc byte[4];
        var read = TryRead(offset, four);
        value = bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(four) : BinaryPrimitives.ReadUInt32LittleEndian(four);
        return read;
    }

    public bool TryUInt64(long offset, bool bigEndian, out ulong value)
    {
        Span<byte> eight = stackalloc byte[8];
        var read = TryRead(offset, eight);
        value = bigEndian ? BinaryPrimitives.ReadUInt64BigEndian(eight) : BinaryPrimitives.ReadUInt64LittleEndian(eight);
        return read;
    }

    /// <summary>Where a run of bytes of this window lies in the file; null for unpacked blocks and runs that end outside.</summary>
    public ByteRange? InFile(long offset, long count) =>
        isFile && count is > 0 and <= int.MaxValue && Holds(offset, count) ? new ByteRange(start + offset, (int)count) : null;
}

/// <summary>Small reads of a stream at any place, through one page, so that walking a directory does not cost a call per number.</summary>
internal sealed class PagedBytes(Stream stream)
{
    private const int PageSize = 8 * 1024;

    private byte[]? page;
    private long pageStart;
    private int pageLength;

    /// <summary>Reads until <paramref name="target"/> is full or the stream ends.</summary>
    public int Read(long position, Span<byte> target)
    {
        if (target.Length >= PageSize)
        {
            stream.Position = position;
            return stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        }

        if (page is null || position < pageStart || position + target.Length > pageStart + pageLength)
        {
            page ??= new byte[PageSize];
            stream.Position = pageStart = position;
            pageLength = stream.ReadAtLeast(page, PageSize, throwOnEndOfStream: false);
        }

        var found = page.AsSpan((int)(position - pageStart), (int)Math.Min(target.Length, pageStart + pageLength - position));
        found.CopyTo(target);
        return found.Length;
    }
}
