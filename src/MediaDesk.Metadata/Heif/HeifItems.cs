using System.Text;

namespace MediaDesk.Metadata.Heif;

/// <summary>An item of a HEIF file; <paramref name="ContentType"/> is set for items of type <c>mime</c>.</summary>
internal readonly record struct HeifItem(uint Id, string Type, string ContentType);

/// <summary>What items a HEIF file has (box <c>iinf</c>) and where they lie (box <c>iloc</c>).</summary>
internal static class HeifItems
{
    private const int MostItems = 4_000;
    private const int MostExtents = 64;

    public static IEnumerable<HeifItem> Items(ByteWindow meta)
    {
        if (Boxes.Find(meta, "iinf") is not { } iinf || !iinf.TryByte(0, out var version))
        {
            yield break;
        }

        foreach (var box in Boxes.In(iinf.Slice(version == 0 ? 6 : 8)))
        {
            if (box.Type == "infe" && ReadEntry(box.Body) is { } item)
            {
                yield return item;
            }
        }
    }

    /// <summary>ISO/IEC 14496-12, 8.11.6: versions 2 and 3 differ in the width of the id; older ones are not in use for HEIC.</summary>
    private static HeifItem? ReadEntry(ByteWindow entry)
    {
        if (!entry.TryByte(0, out var version) || version < 2)
        {
            return null;
        }

        var idSize = version == 2 ? 2 : 4;
        ushort shortId = 0;
        uint id = 0;
        if (version == 2 ? !entry.TryUInt16(4, true, out shortId) : !entry.TryUInt32(4, true, out id))
        {
            return null;
        }

        Span<byte> rest = stackalloc byte[128];
        rest = rest[..entry.Read(4 + idSize + 2, rest)];
        if (rest.Length < 4)
        {
            return null;
        }

        // Behind the type stand the name and for mime the content type, each ended by NUL.
        var texts = Encoding.Latin1.GetString(rest[4..]).Split('\0');
        return new HeifItem(version == 2 ? shortId : id, Encoding.Latin1.GetString(rest[..4]), texts.Length > 1 ? texts[1] : "");
    }

    /// <summary>The pieces of each item, cut at the end of the file. ISO/IEC 14496-12, 8.11.3.</summary>
    public static Dictionary<uint, List<ByteWindow>> Places(ByteWindow file, ByteWindow meta)
    {
        var places = new Dictionary<uint, List<ByteWindow>>();
        if (Boxes.Find(meta, "iloc") is not { } iloc || !iloc.TryByte(0, out var version) || version > 2 || !iloc.TryUInt16(4, true, out var sizes))
        {
            return places;
        }

        var (offsetSize, lengthSize, baseSize, indexSize) = (sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, version == 0 ? 0 : sizes & 15);
        var fields = new Fields(iloc, 6);
        var idat = Boxes.Find(meta, "idat");
        var count = fields.Next(version < 2 ? 2 : 4);
        for (var i = 0; i < count && i < MostItems && !fields.IsAtEnd; i++)
        {
            var id = (uint)fields.Next(version < 2 ? 2 : 4);
            var method = version == 0 ? 0 : fields.Next(2) & 15;
            fields.Next(2);
            var origin = fields.Next(baseSize);
            var extents = fields.Next(2);
            var pieces = new List<ByteWindow>();
            for (var extent = 0; extent < extents && extent < MostExtents && !fields.IsAtEnd; extent++)
            {
                fields.Next(indexSize);
                var offset = fields.Next(offsetSize);
                var length = fields.Next(lengthSize);
                var source = method switch { 0 => file, 1 => idat, _ => null };
                if (source is not null && source.Holds(origin, 0) && source.Holds(origin + offset, length))
                {
                    pieces.Add(length == 0 ? source.Slice(origin + offset) : source.Slice(origin + offset, length));
                }
            }

            if (pieces.Count > 0)
            {
                places.TryAdd(id, pieces);
            }
        }

        return places;
    }

    /// <summary>Reads numbers of varying width one after the other; 0 behind the end and for numbers no file can reach.</summary>
    private sealed class Fields(ByteWindow window, long at)
    {
        public bool IsAtEnd => at >= window.Length;

        public long Next(int size)
        {
            long value = 0;
            for (var i = 0; i < size; i++, at++)
            {
                value = window.TryByte(at, out var one) && value < 1L << 46 ? (value << 8) | one : 0;
            }

            return value;
        }
    }
}
