using System.Buffers;
using System.Buffers.Binary;
using MediaDesk.Metadata.Tiff;

namespace MediaDesk.Metadata.Writing;

/// <summary>An entry to be set or, without a value, taken out. The type is of one byte an item.</summary>
internal readonly record struct TiffEdit(ushort Tag, ushort Type, byte[]? Value);

/// <summary>
/// Changes entries of a TIFF structure and moves nothing that is there, as image strips and maker notes are found by their address: a
/// value that fits is written over the old one, others go to the end, and a directory that needs more entries is put there anew.
/// Values that are given up are zeroed where nothing else lies, so that what was cleared is gone.
/// </summary>
internal sealed class TiffPatches(TiffFile tiff)
{
    private const int MostZeroed = 16 * 1024 * 1024;

    private readonly TiffPlaces places = new(tiff);
    private readonly SortedList<long, byte[]> patches = [];
    private readonly ArrayBufferWriter<byte> appended = new();

    private int CountSize => tiff.IsBig ? 8 : 2;

    private int EntrySize => tiff.IsBig ? 20 : 12;

    private int AddressSize => tiff.IsBig ? 8 : 4;

    /// <summary>The length of the structure with all changes.</summary>
    public long Length => tiff.Bytes.Length + appended.WrittenCount;

    /// <summary>Whether nothing damaged points to where new values stand now, and would find them there.</summary>
    public bool IsEndFree => appended.WrittenCount == 0 || places.IsFree(tiff.Bytes.Length, Length);

    public bool IsEmpty => patches.Count == 0 && appended.WrittenCount == 0;

    /// <summary>Changes the first directory; the header then points at it.</summary>
    public void EditFirst(IReadOnlyList<TiffEdit> edits)
    {
        if (edits.Count == 0)
        {
            return;
        }

        var at = Edit(tiff.FirstDirectory, edits);
        if (at != tiff.FirstDirectory)
        {
            Patch(tiff.IsBig ? 8 : 4, Number(at, AddressSize));
        }
    }

    /// <summary>Changes a directory and returns where it stands then.</summary>
    public long Edit(long at, IReadOnlyList<TiffEdit> edits)
    {
        var old = tiff.Directory(at)!;
        var rows = old.Entries.Select((entry, i) => (entry.Tag, Row: tiff.Bytes.Copy(at + CountSize + (i * EntrySize), EntrySize, EntrySize)!)).ToList();
        foreach (var (tag, type, value) in edits)
        {
            var i = rows.FindIndex(row => row.Tag == tag);
            if (value is null && i < 0)
            {
                continue;
            }

            if (value is null)
            {
                Zero(old.Find(tag));
                rows.RemoveAt(i);
                continue;
            }

            var row = (tag, Row(tag, type, value, old.Find(tag)));
            if (i >= 0)
            {
                rows[i] = row;
                continue;
            }

            // Entries stand in ascending order (TIFF 6.0, page 15).
            i = rows.FindIndex(other => other.Tag > tag);
            rows.Insert(i < 0 ? rows.Count : i, row);
        }

        byte[] table = [.. Number(rows.Count, CountSize), .. rows.SelectMany(row => row.Row), .. Number(old.Next, AddressSize)];
        if (rows.Count > old.Entries.Count)
        {
            return Append(table);
        }

        Patch(at, [.. table, .. new byte[(old.Entries.Count - rows.Count) * EntrySize]]);
        return at;
    }

    /// <summary>Puts the structure together.</summary>
    public void Lay(Patchwork target)
    {
        long at = 0;
        foreach (var (from, bytes) in patches)
        {
            target.Add(tiff.Bytes.Slice(at, from - at));
            target.Add(bytes);
            at = from + bytes.Length;
        }

        target.Add(tiff.Bytes.Slice(at));
        target.Add(appended.WrittenSpan.ToArray());
    }

    /// <summary>An address as an entry of this structure holds it.</summary>
    public TiffEdit Pointer(ushort tag, long at) => new(tag, (ushort)(tiff.IsBig ? 18 : 4), Number(at, AddressSize));

    private byte[] Row(ushort tag, ushort type, byte[] value, TiffEntry? old)
    {
        var items = value.Length / TiffEntry.SizeOf(type);
        if (value.Length <= AddressSize)
        {
            Zero(old);
            value = [.. value, .. new byte[AddressSize - value.Length]];
        }
        else
        {
            value = Number(Place(value, old), AddressSize);
        }

        return [.. Number(tag, 2), .. Number(type, 2), .. Number(items, AddressSize), .. value];
    }

    private long Place(byte[] value, TiffEntry? old)
    {
        if (old is { } place && value.Length <= place.ByteCount && place.ByteCount <= MostZeroed && places.IsAlone(place))
        {
            Patch(place.At, [.. value, .. new byte[place.ByteCount - value.Length]]);
            return place.At;
        }

        Zero(old);
        return Append(value);
    }

    private void Zero(TiffEntry? old)
    {
        if (old is { } place && place.ByteCount <= MostZeroed && places.IsAlone(place))
        {
            Patch(place.At, new byte[place.ByteCount]);
        }
    }

    private long Append(byte[] bytes)
    {
        // Addresses are even (TIFF 6.0, page 15).
        appended.Write(new byte[Length & 1]);
        var at = Length;
        appended.Write(bytes);
        return at;
    }

    private void Patch(long at, byte[] bytes) => patches[at] = bytes;

    private byte[] Number(long number, int size)
    {
        var bytes = new byte[8];
        if (tiff.BigEndian)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, number);
            return bytes[^size..];
        }

        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return bytes[..size];
    }
}
