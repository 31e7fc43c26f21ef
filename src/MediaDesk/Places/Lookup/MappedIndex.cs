using System.Buffers;
using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;

namespace MediaDesk.Places.Lookup;

/// <summary>
/// An index as a file that is used where it lies: mapped, not read, so that millions of imported places cost the desk neither
/// memory of its own nor time to start. A mark, the length of each section (64 bit), then the sections, each at a multiple of 8.
/// </summary>
internal static class MappedIndex
{
    private const int Alignment = 8;
    private const int SectionCount = (int)PlaceSection.TreePoints + 1;

    /// <summary>Changes with every change of the sections or of how they are made, so that an older file is not misread.</summary>
    private static ReadOnlySpan<byte> Mark => "MDPLACE1"u8;

    private static ReadOnlySpan<byte> Padding => [0, 0, 0, 0, 0, 0, 0, 0];

    private static int HeaderLength => Mark.Length + (SectionCount * sizeof(long));

    /// <summary>Writes the whole file to the disk before it returns.</summary>
    public static void Write(PlaceIndex index, string path)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20);
        Span<byte> header = stackalloc byte[HeaderLength];
        Mark.CopyTo(header);
        for (var section = 0; section < SectionCount; section++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(header[(Mark.Length + (section * sizeof(long)))..], index.Section((PlaceSection)section).Length);
        }

        file.Write(header);
        for (var section = 0; section < SectionCount; section++)
        {
            file.Write(index.Section((PlaceSection)section).Span);
            file.Write(Padding[..(int)(Aligned(file.Position) - file.Position)]);
        }

        file.Flush(flushToDisk: true);
    }

    /// <summary>The index, or null when the file is none or not whole. It stays mapped until the process ends: a reader may be in it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PlaceIndex? Open(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        var header = new byte[HeaderLength];
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.AsSpan().StartsWith(Mark))
        {
            return null;
        }

        var starts = new long[SectionCount + 1];
        starts[0] = HeaderLength;
        var lengths = new int[SectionCount];
        for (var section = 0; section < SectionCount; section++)
        {
            var length = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(Mark.Length + (section * sizeof(long))));
            if (length is < 0 or > int.MaxValue || starts[section] + length > file.Length)
            {
                return null;
            }

            lengths[section] = (int)length;
            starts[section + 1] = Aligned(starts[section] + length);
        }

        if (starts[^1] != file.Length)
        {
            return null;
        }

        var mapped = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        var view = new MappedView(mapped.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read));
        return new([.. lengths.Select((length, section) => length == 0 ? ReadOnlyMemory<byte>.Empty : view.Part(starts[section], length))]);
    }

    private static long Aligned(long position) => (position + Alignment - 1) / Alignment * Alignment;

    private sealed unsafe class MappedView
    {
        private readonly byte* first;

        public MappedView(MemoryMappedViewAccessor view)
        {
            // Never released, which keeps the mapping: spans of it do not know who owns them.
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref first);
            first += view.PointerOffset;
        }

        public ReadOnlyMemory<byte> Part(long start, int length) => new MappedPart(first + start, length).Memory;
    }

    private sealed unsafe class MappedPart(byte* first, int length) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan() => new(first, length);

        public override MemoryHandle Pin(int elementIndex = 0) => new(first + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
