namespace MediaDesk.Metadata.Tiff;

/// <summary>An entry of a directory; its value lies at <paramref name="At"/> and is only looked at when asked for.</summary>
internal readonly record struct TiffEntry(ushort Tag, ushort Type, long Count, long At)
{
    /// <summary>Bytes of one item of a type, 0 for a type that does not exist.</summary>
    public static int SizeOf(ushort type) => type switch
    {
        1 or 2 or 6 or 7 or 129 => 1,
        3 or 8 => 2,
        4 or 9 or 11 or 13 => 4,
        5 or 10 or 12 or 16 or 17 or 18 => 8,
        _ => 0,
    };

    public long ByteCount => SizeOf(Type) is var size && Count > long.MaxValue / 8 ? long.MaxValue : Count * size;
}

/// <summary>One image file directory. Values of another type than asked for, or outside the file, are absent.</summary>
internal sealed class TiffDirectory(TiffFile file, List<TiffEntry> entries, long next, bool isCutOff)
{
    private const int MostTextBytes = 256 * 1024;

    /// <summary>The offset of the directory that follows, 0 when there is none.</summary>
    public long Next { get; } = next;

    public bool IsCutOff { get; } = isCutOff;

    public IReadOnlyList<TiffEntry> Entries => entries;

    public TiffEntry? Find(ushort tag)
    {
        foreach (var entry in entries)
        {
            if (entry.Tag == tag)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>An integer of any width.</summary>
    public long? Integer(ushort tag, long index = 0) => Find(tag) is { } entry ? Integer(entry, index) : null;

    public long? Integer(TiffEntry entry, long index)
    {
        if (index < 0 || index >= entry.Count)
        {
            return null;
        }

        var at = entry.At + (index * TiffEntry.SizeOf(entry.Type));
        switch (entry.Type)
        {
            case 1 or 6 or 7 when file.Bytes.TryByte(at, out var one):
                return one;
            case 3 or 8 when file.Bytes.TryUInt16(at, file.BigEndian, out var two):
                return two;
            case 4 or 9 or 13 when file.Bytes.TryUInt32(at, file.BigEndian, out var four):
                return four;
            case 16 or 17 or 18 when file.Bytes.TryUInt64(at, file.BigEndian, out var eight) && eight <= long.MaxValue:
                return (long)eight;
            default:
                return null;
        }
    }

    /// <summary>All integers of a value; empty when one is missing or there are more than <paramref name="limit"/>.</summary>
    public long[] Integers(ushort tag, int limit)
    {
        if (Find(tag) is not { Count: > 0 } entry || entry.Count > limit || !file.Bytes.Holds(entry.At, entry.ByteCount))
        {
            return [];
        }

        var all = new long[entry.Count];
        for (var i = 0; i < all.Length; i++)
        {
            if (Integer(entry, i) is not { } value)
            {
                return [];
            }

            all[i] = value;
        }

        return all;
    }

    /// <summary>A fraction; null when its denominator is zero.</summary>
    public double? Rational(ushort tag, long index = 0)
    {
        if (Find(tag) is not { Type: 5 or 10 } entry || index >= entry.Count ||
            !file.Bytes.TryUInt32(entry.At + (index * 8), file.BigEndian, out var above) ||
            !file.Bytes.TryUInt32(entry.At + (index * 8) + 4, file.BigEndian, out var below) || below == 0)
        {
            return null;
        }

        return entry.Type == 10 ? (double)(int)above / (int)below : (double)above / below;
    }

    /// <summary>The bytes of a value when they are at most <paramref name="limit"/> and lie inside.</summary>
    public byte[]? Bytes(ushort tag, int limit) =>
        Find(tag) is { } entry && TiffEntry.SizeOf(entry.Type) > 0 ? file.Bytes.Copy(entry.At, entry.ByteCount, limit) : null;

    /// <summary>A text up to its first NUL: UTF-8 (Exif 3.0, and what software writes since long), else single-byte. Blank texts are null.</summary>
    public string? Text(ushort tag) => WholeText(tag)?.Split('\0')[0] is { } text && PlainText.Clean(text) is { Length: > 0 } clean ? clean : null;

    /// <summary>A text with the NULs that separate its parts.</summary>
    public string? WholeText(ushort tag) =>
        Find(tag) is { Type: 1 or 2 or 7 or 129 } && Bytes(tag, MostTextBytes) is { } bytes ? LegacyText.Decode(bytes) : null;
}
