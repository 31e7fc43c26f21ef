using System.Buffers.Binary;

namespace MediaDesk.Metadata.Tiff;

/// <summary>A TIFF structure (TIFF 6.0, or BigTIFF): EXIF blocks, TIFF files and most raw files. Directories are read one at a time.</summary>
internal sealed class TiffFile
{
    private const int MostEntries = 2_000, HeaderLength = 8;

    private TiffFile(ByteWindow bytes, bool bigEndian, bool isBig, long first) =>
        (Bytes, BigEndian, IsBig, FirstDirectory) = (bytes, bigEndian, isBig, first);

    public ByteWindow Bytes { get; }

    public bool BigEndian { get; }

    /// <summary>BigTIFF: counts and addresses in eight bytes.</summary>
    public bool IsBig { get; }

    public long FirstDirectory { get; }

    /// <summary>Null when the header is none.</summary>
    public static TiffFile? Open(ByteWindow bytes)
    {
        Span<byte> head = stackalloc byte[HeaderLength];
        if (!bytes.TryRead(0, head))
        {
            return null;
        }

        var bigEndian = head.StartsWith("MM"u8);
        if (!bigEndian && !head.StartsWith("II"u8))
        {
            return null;
        }

        // BigTIFF says how wide its addresses are, which is always eight bytes.
        if (bytes.TryUInt16(2, bigEndian, out var magic) && magic == 43 && bytes.TryUInt16(4, bigEndian, out var width) && width == 8)
        {
            return bytes.TryUInt64(8, bigEndian, out var far) && far <= long.MaxValue ? new(bytes, bigEndian, isBig: true, (long)far) : null;
        }

        // 42, or the own number of a camera maker.
        return bytes.TryUInt32(4, bigEndian, out var first) ? new(bytes, bigEndian, isBig: false, first) : null;
    }

    /// <summary>The directory at an offset; null when not even its count lies inside. A directory that is cut off keeps its whole entries.</summary>
    public TiffDirectory? Directory(long at)
    {
        var (countSize, entrySize, valueSize) = IsBig ? (8, 20, 8) : (2, 12, 4);
        long count;
        if (IsBig)
        {
            if (!Bytes.TryUInt64(at, BigEndian, out var big))
            {
                return null;
            }

            count = (long)Math.Min(big, long.MaxValue);
        }
        else
        {
            if (!Bytes.TryUInt16(at, BigEndian, out var small))
            {
                return null;
            }

            count = small;
        }

        var whole = Math.Min(count, (Bytes.Length - at - countSize) / entrySize);
        var isCutOff = whole < count || whole > MostEntries;
        var raw = new byte[Math.Min(whole, MostEntries) * entrySize];
        Bytes.TryRead(at + countSize, raw);
        var entries = new List<TiffEntry>(raw.Length / entrySize);
        for (var i = 0; i < raw.Length; i += entrySize)
        {
            var entry = raw.AsSpan(i, entrySize);
            var items = IsBig ? (long)Math.Min(UInt64(entry[4..]), long.MaxValue) : UInt32(entry[4..]);
            var type = UInt16(entry[2..]);
            var size = TiffEntry.SizeOf(type);
            var valueAt = at + countSize + i + entrySize - valueSize;
            if (size > 0 && items > valueSize / size)
            {
                var target = IsBig ? UInt64(entry[12..]) : UInt32(entry[8..]);
                // Inside the header nothing can lie: such an address was never filled in.
                valueAt = target is >= HeaderLength and <= long.MaxValue ? (long)target : long.MaxValue;
            }

            entries.Add(new(UInt16(entry), type, items, valueAt));
        }

        var next = at + countSize + (count * entrySize);
        long nextAt = 0;
        if (!isCutOff && IsBig && Bytes.TryUInt64(next, BigEndian, out var nextFar))
        {
            nextAt = (long)Math.Min(nextFar, long.MaxValue);
        }
        else if (!isCutOff && !IsBig && Bytes.TryUInt32(next, BigEndian, out var nextNear))
        {
            nextAt = nextNear;
        }

        return new TiffDirectory(this, entries, nextAt, isCutOff);
    }

    private ushort UInt16(ReadOnlySpan<byte> bytes) => BigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private uint UInt32(ReadOnlySpan<byte> bytes) => BigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private ulong UInt64(ReadOnlySpan<byte> bytes) => BigEndian ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes);
}
