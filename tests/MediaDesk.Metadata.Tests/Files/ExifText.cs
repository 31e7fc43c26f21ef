using System.Buffers.Binary;
using System.Text;

namespace MediaDesk.Metadata.Tests.Files;

/// <summary>Builds little-endian TIFF structures: directories of values, each possibly pointing at another.</summary>
internal sealed class ExifText
{
    private readonly List<(ushort Tag, ushort Type, int Count, byte[] Value)> entries = [];
    private readonly List<(ushort Tag, ExifText Directory)> children = [];

    public ExifText Text(ushort tag, string text) => Raw(tag, 2, [.. Encoding.UTF8.GetBytes(text), 0]);

    public ExifText Short(ushort tag, ushort value) => Raw(tag, 3, [(byte)value, (byte)(value >> 8)]);

    public ExifText Long(ushort tag, params uint[] values) => Raw(tag, 4, [.. values.SelectMany(BitConverter.GetBytes)]);

    public ExifText Rational(ushort tag, params uint[] numbers) => Raw(tag, 5, [.. numbers.SelectMany(BitConverter.GetBytes)]);

    public ExifText Raw(ushort tag, ushort type, byte[] value)
    {
        var size = type switch { 3 => 2, 4 => 4, 5 => 8, _ => 1 };
        entries.Add((tag, type, value.Length / size, value));
        return this;
    }

    public ExifText Child(ushort tag, ExifText directory)
    {
        children.Add((tag, directory));
        return this;
    }

    /// <summary>The whole structure; <paramref name="image"/> stands at its end and is what StripOffsets points at.</summary>
    public byte[] ToBytes(byte[]? image = null, ExifText? next = null)
    {
        var file = new MemoryStream();
        file.Write([(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0]);
        if (image is not null)
        {
            Long(273, 0).Long(279, (uint)image.Length);
        }

        var (end, stripAt) = Write(file, 8, next);
        if (image is not null)
        {
            file.Position = end;
            file.Write(image);
            file.Position = stripAt;
            file.Write(BitConverter.GetBytes(end));
        }

        return file.ToArray();
    }

    private (int End, int StripOffsetAt) Write(MemoryStream file, int at, ExifText? next = null)
    {
        var all = entries.Concat(children.Select(child => (child.Tag, Type: (ushort)4, Count: 1, Value: new byte[4]))).OrderBy(entry => entry.Item1).ToList();
        var free = at + 2 + (all.Count * 12) + 4;
        var table = new byte[free - at];
        BinaryPrimitives.WriteUInt16LittleEndian(table, (ushort)all.Count);
        var strip = 0;
        for (var i = 0; i < all.Count; i++)
        {
            var (tag, type, count, value) = all[i];
            var entry = table.AsSpan(2 + (i * 12));
            BinaryPrimitives.WriteUInt16LittleEndian(entry, tag);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], type);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], count);
            if (children.Find(child => child.Tag == tag) is { Directory: { } child })
            {
                BinaryPrimitives.WriteInt32LittleEndian(entry[8..], free);
                free = child.Write(file, free).End;
            }
            else if (value.Length <= 4)
            {
                value.CopyTo(entry[8..]);
                strip = tag == 273 ? at + 2 + (i * 12) + 8 : strip;
            }
            else
            {
                BinaryPrimitives.WriteInt32LittleEndian(entry[8..], free);
                file.Position = free;
                file.Write(value);
                free += value.Length + (value.Length & 1);
            }
        }

        if (next is not null)
        {
            BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(table.Length - 4), free);
            free = next.Write(file, free).End;
        }

        file.Position = at;
        file.Write(table);
        if (file.Length < free)
        {
            file.SetLength(free);
        }

        return (free, strip);
    }
}
