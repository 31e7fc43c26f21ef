using System.Buffers.Binary;

namespace MediaDesk.Metadata.Iim;

/// <summary>Takes an IIM block apart into datasets. IPTC-NAA IIM 4.2, chapter 3 and appendix C.</summary>
internal static class IimReader
{
    private const int MostDatasets = 10_000;

    /// <summary>The datasets of a block, or null when it holds none. A block that breaks off keeps what stands before.</summary>
    public static IimBlock? Read(MetadataBlock block, ProblemList problems)
    {
        var datasets = new List<IimDataset>();
        var bytes = block.Bytes.AsMemory();
        var at = bytes.Span.IndexOf(IimTags.Marker);
        if (at < 0)
        {
            return null;
        }

        while (at + 5 <= bytes.Length && bytes.Span[at] == IimTags.Marker && datasets.Count < MostDatasets)
        {
            var (record, number) = (bytes.Span[at + 1], bytes.Span[at + 2]);
            if (!TryLength(bytes.Span[(at + 3)..], out var header, out var length))
            {
                problems.Add($"{block.Where} {record}:{number:00}", "The length of the dataset is impossible; nothing after it was read.");
                break;
            }

            at += 3 + header;
            if (length > bytes.Length - at)
            {
                problems.Add($"{block.Where} {record}:{number:00}", "The IIM block is cut off here; nothing after it was read.");
                break;
            }

            datasets.Add(new(record, number, bytes.Slice(at, length)));
            at += length;
            // Files have been seen with one byte too many between datasets.
            if (at + 1 < bytes.Length && bytes.Span[at] == 0 && bytes.Span[at + 1] == IimTags.Marker)
            {
                at++;
            }
        }

        return datasets.Count == 0 ? null : new IimBlock(block, datasets, IimCharset.Of(datasets, block.Where, problems));
    }

    /// <summary>Two bytes, or with the highest bit set the number of bytes that hold the length.</summary>
    private static bool TryLength(ReadOnlySpan<byte> bytes, out int header, out int length)
    {
        length = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        header = 2;
        if (length < 0x8000)
        {
            return true;
        }

        var count = length & 0x7FFF;
        header += count;
        if (count is < 1 or > 4 || bytes.Length < header)
        {
            return false;
        }

        long extended = 0;
        foreach (var one in bytes[2..header])
        {
            extended = (extended << 8) | one;
        }

        length = (int)Math.Min(extended, int.MaxValue);
        return true;
    }
}
