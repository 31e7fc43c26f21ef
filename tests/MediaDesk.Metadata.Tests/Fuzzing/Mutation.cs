using System.Buffers.Binary;

namespace MediaDesk.Metadata.Tests.Fuzzing;

/// <summary>
/// Spoils files the way damage, careless software and attackers do. Input <c>n</c> of a seed is always the same file, whoever asks for
/// it and in whichever order.
/// </summary>
internal sealed class Mutation(IReadOnlyList<FuzzSeed> seeds, int seed)
{
    private const int MostBytes = 1 << 20;

    /// <summary>What containers and layers are recognised by: put where it does not belong, and looked for to spoil what stands behind it.</summary>
    private static readonly byte[][] Marks =
    [
        .. new[]
        {
            "<rdf:li>", "<rdf:RDF", "</rdf:", "xml:lang=\"", "rdf:parseType=\"Resource\"", "rdf:resource=\"", "xmpNote:HasExtendedXMP=\"", "<!DOCTYPE x>", "]]>", "&#0;", "&lt;", "<?xpacket",
            "http://ns.adobe.com/xap/1.0/\0", "http://ns.adobe.com/xmp/extension/\0", "Exif\0\0", "Photoshop 3.0\0", "8BIM\u0004\u0004", "8BIM\u0004%", "8BPS", "II*\0", "MM\0*", "II+\0",
            "\u001C\u0001Z\0\u0003\u001B%G", "\u001C\u0002x", "\u001C\u0002\u0019", "iTXtXML:com.adobe.xmp\0", "zTXtRaw profile type ", "eXIf", "tEXt", "caBX", "IEND", "XMP ", "EXIF", "VP8X", "jumb", "brob", "uuid", "meta",
            "iloc", "infe", "iprp", "ftyp", "moov", "jxlp", "\u00FF\u00E1", "\u00FF\u00ED", "\u00FF\u00DA", "\u00FF\u00D9", "\u0087i", "\u00BC\u0002", "\u00BB\u0083",
        }.Select(System.Text.Encoding.Latin1.GetBytes),
    ];

    /// <summary>Numbers at the edges of what lengths and counts can be.</summary>
    private static readonly long[] Edges =
        [0, 1, 2, 3, 7, 8, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0, 0xFFFFFFFF, 1L << 46, long.MaxValue, -1];

    /// <summary>By kind, each drawn as often as the others: of some formats there are hundreds of files, of others three.</summary>
    private readonly (FuzzSeed Seed, int[] Places)[][] kinds =
        [.. seeds.GroupBy(one => one.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => kind.Select(one => (one, Places(one.Bytes))).ToArray())];

    public byte[] Input(int number)
    {
        var random = new Random(unchecked((seed * 486_187_739) + number));
        var (chosen, places) = Any(kinds[random.Next(kinds.Length)], random);
        var bytes = new List<byte>(chosen.Bytes);
        for (var edits = 1 + (random.Next(4) * random.Next(5)); edits > 0 && bytes.Count > 0; edits--)
        {
            Edit(bytes, Place(bytes.Count, places, random), random);
        }

        return chosen.Around([.. bytes.Count > MostBytes ? bytes.GetRange(0, MostBytes) : bytes]);
    }

    private void Edit(List<byte> bytes, int at, Random random)
    {
        var left = bytes.Count - at;
        switch (random.Next(12))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                Overwrite(bytes, at, [.. Enumerable.Repeat((byte)(random.Next(2) * 255), random.Next(1, 9))]);
                break;
            case 3 when random.Next(4) == 0:
                bytes.RemoveRange(at, left);
                break;
            case 3 or 4:
                Overwrite(bytes, at, Number(Edges[random.Next(Edges.Length)], random));
                break;
            case 5:
                // A length that is wrong by a little.
                bytes[at] = (byte)(bytes[at] + random.Next(-4, 5));
                break;
            case 6:
                bytes.RemoveRange(at, Math.Min(left, random.Next(1, 64)));
                break;
            case 7:
                bytes.InsertRange(at, Marks[random.Next(Marks.Length)]);
                break;
            case 8:
                Overwrite(bytes, at, Marks[random.Next(Marks.Length)]);
                break;
            case 9:
                var other = Any(kinds[random.Next(kinds.Length)], random).Seed.Bytes;
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(1, 2_000), other.Length - from)).ToArray());
                break;
            case 10:
                Overwrite(bytes, at, [.. bytes.Skip(random.Next(bytes.Count)).Take(random.Next(1, 64))]);
                break;
            default:
                // A block many times over.
                var block = bytes.GetRange(at, Math.Min(left, random.Next(1, 400)));
                var times = Math.Min(random.Next(1, random.Next(8) == 0 ? 2_000 : 6), (MostBytes - Math.Min(bytes.Count, MostBytes)) / block.Count);
                bytes.InsertRange(at, [.. Enumerable.Repeat(block, times).SelectMany(one => one)]);
                break;
        }
    }

    private static T Any<T>(T[] all, Random random) => all[random.Next(all.Length)];

    private static void Overwrite(List<byte> bytes, int at, byte[] with)
    {
        for (var i = 0; i < with.Length && at + i < bytes.Count; i++)
        {
            bytes[at + i] = with[i];
        }
    }

    private static byte[] Number(long value, Random random)
    {
        var bytes = new byte[1 << random.Next(1, 4)];
        Span<byte> whole = stackalloc byte[8];
        if (random.Next(2) == 0)
        {
            BinaryPrimitives.WriteInt64LittleEndian(whole, value);
            whole[..bytes.Length].CopyTo(bytes);
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(whole, value);
            whole[^bytes.Length..].CopyTo(bytes);
        }

        return bytes;
    }

    /// <summary>Metadata stands in front or behind a mark: most edits go there.</summary>
    private static int Place(int length, int[] places, Random random) => Math.Min(length - 1, random.Next(4) switch
    {
        0 => random.Next(length),
        1 => random.Next(Math.Min(length, 2_000)),
        _ when places.Length > 0 => places[random.Next(places.Length)] + random.Next(48),
        _ => random.Next(Math.Min(length, 200)),
    });

    private static int[] Places(byte[] file)
    {
        const int Most = 400;
        var found = new List<int>();
        foreach (var mark in Marks)
        {
            for (var at = 0; found.Count < Most && file.AsSpan(at).IndexOf(mark) is >= 0 and var next; at += next + mark.Length)
            {
                found.Add(at + next);
            }
        }

        return [.. found];
    }
}
