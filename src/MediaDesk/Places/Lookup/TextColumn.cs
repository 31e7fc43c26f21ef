using System.Runtime.InteropServices;
using System.Text;

namespace MediaDesk.Places.Lookup;

/// <summary>Many short texts as UTF-8 in one block.</summary>
internal readonly struct TextColumn(ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> starts)
{
    public int Count => Math.Max(0, (starts.Length / sizeof(int)) - 1);

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var bounds = MemoryMarshal.Cast<byte, int>(starts.Span);
            return bytes.Span[bounds[index]..bounds[index + 1]];
        }
    }

    public string Text(int index) => Encoding.UTF8.GetString(this[index]);

    /// <summary>In a sorted column: the first text that is not smaller than <paramref name="prefix"/>, or with <paramref name="behind"/> the first that is greater than every text beginning so.</summary>
    public int Bound(ReadOnlySpan<byte> prefix, bool behind)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var text = this[middle];
            var goesRight = behind && text.StartsWith(prefix) || text.SequenceCompareTo(prefix) < 0;
            (low, high) = goesRight ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
