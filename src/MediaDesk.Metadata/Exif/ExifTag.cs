using System.Buffers.Binary;
using System.Collections.Immutable;

namespace MediaDesk.Metadata.Exif;

/// <summary>One tag of an EXIF or TIFF directory, with its value as it stands in the file.</summary>
/// <param name="Directory">The customary name of the directory: <c>IFD0</c>, <c>IFD1</c>, <c>ExifIFD</c>, <c>GPS</c>, <c>InteropIFD</c>, <c>SubIFD</c>, <c>SubIFD1</c> and so on.</param>
/// <param name="Type">The type of TIFF 6.0: 2 is text, 5 and 10 are fractions.</param>
/// <param name="Count">Items of the type.</param>
/// <param name="Bytes">The value; null when it lies outside the file, is of no known type or larger than metadata can be.</param>
public sealed record ExifTag(string Directory, ushort Tag, ushort Type, long Count, bool IsBigEndian, ImmutableArray<byte>? Bytes)
{
    /// <summary>The text with the NULs that separate its parts; null for a value that is no text.</summary>
    public string? Text => Type is 2 or 129 && Bytes is { } bytes ? LegacyText.Decode(bytes.AsMemory()).TrimEnd('\0') : null;

    /// <summary>The numbers in order; of a fraction without denominator not a number or infinity. Empty for texts and a missing value.</summary>
    public ImmutableArray<double> Numbers
    {
        get
        {
            if (Bytes is not { } bytes || Type is 2 or 129 || TiffSize() is var size && size == 0)
            {
                return [];
            }

            var numbers = ImmutableArray.CreateBuilder<double>(bytes.Length / size);
            for (var at = 0; at + size <= bytes.Length; at += size)
            {
                numbers.Add(Number(bytes.AsSpan(at, size)));
            }

            return numbers.ToImmutable();
        }
    }

    public bool Equals(ExifTag? other) =>
        other is not null && (Directory, Tag, Type, Count, IsBigEndian) == (other.Directory, other.Tag, other.Type, other.Count, other.IsBigEndian)
        && (Bytes is { } own ? other.Bytes is { } others && own.AsSpan().SequenceEqual(others.AsSpan()) : other.Bytes is null);

    public override int GetHashCode() => HashCode.Combine(Directory, Tag, Type, Count);

    private int TiffSize() => Tiff.TiffEntry.SizeOf(Type);

    private double Number(ReadOnlySpan<byte> item) => Type switch
    {
        3 or 8 => Type == 8 ? (short)UInt16(item) : UInt16(item),
        4 or 13 => UInt32(item),
        9 => (int)UInt32(item),
        5 => UInt32(item) / (double)UInt32(item[4..]),
        10 => (int)UInt32(item) / (double)(int)UInt32(item[4..]),
        6 => (sbyte)item[0],
        11 => BitConverter.UInt32BitsToSingle(UInt32(item)),
        12 => BitConverter.UInt64BitsToDouble(UInt64(item)),
        16 or 18 => UInt64(item),
        17 => (long)UInt64(item),
        _ => item[0],
    };

    private ushort UInt16(ReadOnlySpan<byte> item) => IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(item) : BinaryPrimitives.ReadUInt16LittleEndian(item);

    private uint UInt32(ReadOnlySpan<byte> item) => IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(item) : BinaryPrimitives.ReadUInt32LittleEndian(item);

    private ulong UInt64(ReadOnlySpan<byte> item) => IsBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(item) : BinaryPrimitives.ReadUInt64LittleEndian(item);
}
