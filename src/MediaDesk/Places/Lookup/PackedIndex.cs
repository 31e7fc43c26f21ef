using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace MediaDesk.Places.Lookup;

/// <summary>
/// The shipped form of an index: the length of each section, then the sections under Brotli. Columns of numbers are split into
/// their four bytes (all lowest ones, then all next), which halves them; where they only grow, the steps are written.
/// </summary>
internal static class PackedIndex
{
    private const int SectionCount = (int)PlaceSection.Weights;

    public static void Write(PlaceIndex index, Stream to)
    {
        Span<byte> lengths = stackalloc byte[SectionCount * sizeof(int)];
        for (var section = 0; section < SectionCount; section++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(lengths[(section * sizeof(int))..], index.Section((PlaceSection)section).Length);
        }

        to.Write(lengths);
        using var packed = new BrotliStream(to, new BrotliCompressionOptions { Quality = 11 }, leaveOpen: true);
        for (var section = 0; section < SectionCount; section++)
        {
            var bytes = index.Section((PlaceSection)section).Span;
            packed.Write(Form((PlaceSection)section) switch
            {
                SectionForm.Bytes => bytes,
                SectionForm.Numbers => Split(MemoryMarshal.Cast<byte, int>(bytes).ToArray()),
                _ => Split(Steps(MemoryMarshal.Cast<byte, int>(bytes))),
            });
        }
    }

    /// <exception cref="InvalidDataException">The stream holds no whole index.</exception>
    public static PlaceIndex Read(Stream from)
    {
        Span<byte> lengths = stackalloc byte[SectionCount * sizeof(int)];
        from.ReadExactly(lengths);
        var sections = new ReadOnlyMemory<byte>[SectionCount];
        using var packed = new BrotliStream(from, CompressionMode.Decompress, leaveOpen: true);
        for (var section = 0; section < SectionCount; section++)
        {
            var bytes = new byte[BinaryPrimitives.ReadInt32LittleEndian(lengths[(section * sizeof(int))..])];
            packed.ReadExactly(bytes);
            sections[section] = Form((PlaceSection)section) switch
            {
                SectionForm.Bytes => bytes,
                SectionForm.Numbers => Join(bytes, areSteps: false),
                _ => Join(bytes, areSteps: true),
            };
        }

        return DerivedSections.Complete(sections);
    }

    private static SectionForm Form(PlaceSection section) => section switch
    {
        PlaceSection.Source or PlaceSection.Ids or PlaceSection.Titles or PlaceSection.Kinds or PlaceSection.Foreign or PlaceSection.Names => SectionForm.Bytes,
        PlaceSection.IdStarts or PlaceSection.TitleStarts or PlaceSection.ForeignStarts or PlaceSection.NameStarts or PlaceSection.PostingStarts
            => SectionForm.Steps,
        _ => SectionForm.Numbers,
    };

    private static int[] Steps(ReadOnlySpan<int> numbers)
    {
        var steps = new int[numbers.Length];
        for (var at = 0; at < numbers.Length; at++)
        {
            steps[at] = at == 0 ? numbers[0] : numbers[at] - numbers[at - 1];
        }

        return steps;
    }

    private static byte[] Split(int[] numbers)
    {
        var bytes = new byte[numbers.Length * sizeof(int)];
        for (var at = 0; at < numbers.Length; at++)
        {
            for (var plane = 0; plane < sizeof(int); plane++)
            {
                bytes[(plane * numbers.Length) + at] = (byte)(numbers[at] >> (8 * plane));
            }
        }

        return bytes;
    }

    private static byte[] Join(byte[] planes, bool areSteps)
    {
        var bytes = new byte[planes.Length];
        var numbers = MemoryMarshal.Cast<byte, int>(bytes.AsSpan());
        var count = numbers.Length;
        ReadOnlySpan<byte> first = planes.AsSpan(0, count), second = planes.AsSpan(count, count), third = planes.AsSpan(2 * count, count), fourth = planes.AsSpan(3 * count, count);
        var before = 0;
        for (var at = 0; at < count; at++)
        {
            var number = first[at] | (second[at] << 8) | (third[at] << 16) | (fourth[at] << 24);
            before = areSteps ? before + number : number;
            numbers[at] = before;
        }

        return bytes;
    }

    private enum SectionForm
    {
        Bytes,
        Numbers,
        Steps,
    }
}
