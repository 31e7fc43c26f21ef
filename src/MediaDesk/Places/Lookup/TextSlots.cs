using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace MediaDesk.Places.Lookup;

/// <summary>
/// Finds a text of a <see cref="TextColumn"/> by its hash: a table of 2^k slots with linear probing. A slot holds the number of
/// the text plus one in its k low bits, and bits of the hash above them: most texts that are not there are told by one look at one slot.
/// </summary>
internal static class TextSlots
{
    public static byte[] Build(TextColumn texts)
    {
        var bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, texts.Count * 3L / 2)));
        var bytes = new byte[sizeof(uint) << bits];
        var slots = MemoryMarshal.Cast<byte, uint>(bytes.AsSpan());
        var mask = (1u << bits) - 1;
        for (var index = 0; index < texts.Count; index++)
        {
            if (texts[index].IsEmpty)
            {
                continue;
            }

            var hash = Hash(texts[index]);
            var slot = (uint)hash & mask;
            while (slots[(int)slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[(int)slot] = Tag(hash, bits) | (uint)(index + 1);
        }

        return bytes;
    }

    /// <summary>The number of the text, or -1.</summary>
    public static int Find(ReadOnlySpan<byte> table, TextColumn texts, ReadOnlySpan<byte> text, ulong hash)
    {
        var slots = MemoryMarshal.Cast<byte, uint>(table);
        if (slots.IsEmpty)
        {
            return -1;
        }

        var mask = (uint)slots.Length - 1;
        var tag = Tag(hash, BitOperations.Log2((uint)slots.Length));
        for (var slot = (uint)hash & mask; slots[(int)slot] is not 0 and var held; slot = (slot + 1) & mask)
        {
            if ((held & ~mask) == tag && texts[(int)(held & mask) - 1].SequenceEqual(text))
            {
                return (int)(held & mask) - 1;
            }
        }

        return -1;
    }

    /// <summary>The same in every process: tables of imported places are kept in files.</summary>
    public static ulong Hash(ReadOnlySpan<byte> text)
    {
        const ulong first = 0x9E3779B97F4A7C15, second = 0xBF58476D1CE4E5B9;
        var hash = (ulong)text.Length * first;
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
        {
            hash = BitOperations.RotateLeft(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text), 29) * first;
        }

        ulong rest = 0;
        foreach (var one in text)
        {
            rest = (rest << 8) | one;
        }

        hash = (hash ^ rest) * second;
        hash = (hash ^ (hash >> 32)) * first;
        return hash ^ (hash >> 29);
    }

    private static uint Tag(ulong hash, int bits) => (uint)(hash >> 32) << bits;
}
