using System.Buffers.Binary;

namespace MediaDesk.Darkroom.Developing;

/// <summary>
/// How far a Photoshop document reaches: header, palette, resources, layers, and behind them the flattened picture, whose
/// length follows from its size or, packed, from the lengths of its rows. Adobe Photoshop File Formats, "Image Data Section".
/// </summary>
internal static class PsdExtent
{
    private const int HeaderLength = 26;

    /// <summary>As far as it is known; no further than one byte behind the file's end when that is already missing.</summary>
    public static long Of(Stream file)
    {
        var head = Bytes(file, 0, HeaderLength);
        if (head.Length < HeaderLength)
        {
            return HeaderLength;
        }

        var isLarge = head[5] == 2;
        long channels = BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(12));
        long height = BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(14));
        long width = BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(18));
        long depth = BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(22));
        var at = After(file, After(file, HeaderLength, 4), 4);
        at = After(file, at, isLarge ? 8 : 4);
        var coding = Bytes(file, at, 2);
        if (coding.Length < 2)
        {
            return Math.Max(at + 2, file.Length + 1);
        }

        at += 2;
        return coding[1] switch
        {
            0 => at + (channels * height * ((width * depth + 7) / 8)),
            1 => AfterRows(file, at, channels * height, isLarge ? 4 : 2),
            _ => at,
        };
    }

    private static long After(Stream file, long at, int size)
    {
        var length = Bytes(file, at, size);
        return length.Length < size ? file.Length + 1
            : size == 4 ? at + 4 + BinaryPrimitives.ReadUInt32BigEndian(length)
            : BinaryPrimitives.ReadInt64BigEndian(length) is >= 0 and < long.MaxValue / 2 and var far ? at + 8 + far : file.Length + 1;
    }

    /// <summary>The picture packed row by row, behind a table of the rows' lengths.</summary>
    private static long AfterRows(Stream file, long at, long rows, int size)
    {
        var end = at + (rows * size);
        if (end > file.Length)
        {
            return end;
        }

        var table = Bytes(file, at, (int)(rows * size));
        for (var row = 0; row < table.Length; row += size)
        {
            end += size == 2 ? BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(row)) : BinaryPrimitives.ReadUInt32BigEndian(table.AsSpan(row));
        }

        return end;
    }

    private static byte[] Bytes(Stream file, long at, int count)
    {
        if (at < 0 || at > file.Length)
        {
            return [];
        }

        var bytes = new byte[(int)Math.Min(count, file.Length - at)];
        file.Position = at;
        file.ReadExactly(bytes);
        return bytes;
    }
}
