using System.Text;

namespace MediaDesk.Metadata.Heif;

/// <summary>A box of an ISO base media file (ISO/IEC 14496-12, 4.2) without its header; JPEG 2000, JPEG XL and JUMBF are built of the same.</summary>
internal readonly record struct Box(string Type, ByteWindow Body)
{
    /// <summary>Whether the file ends before the box does.</summary>
    public bool IsCutOff { get; init; }
}

internal static class Boxes
{
    private const int Most = 4_000;

    /// <summary>The boxes that fill a window; the last one may be cut off.</summary>
    public static IEnumerable<Box> In(ByteWindow window)
    {
        var type = new byte[4];
        long at = 0;
        for (var boxes = 0; boxes < Most && window.TryUInt32(at, bigEndian: true, out var size) && window.TryRead(at + 4, type); boxes++)
        {
            // 0: to the end; 1: a size of 64 bits follows.
            long header = 8;
            long length = size == 0 ? window.Length - at : size;
            if (size == 1)
            {
                header = 16;
                length = window.TryUInt64(at + 8, true, out var large) && large <= long.MaxValue ? (long)large : 0;
            }

            if (length < header)
            {
                yield break;
            }

            yield return new Box(Encoding.Latin1.GetString(type), window.Slice(at + header, length - header)) { IsCutOff = length > window.Length - at };
            at = length > window.Length - at ? window.Length : at + length;
        }
    }

    public static ByteWindow? Find(ByteWindow window, string type)
    {
        foreach (var box in In(window))
        {
            if (box.Type == type)
            {
                return box.Body;
            }
        }

        return null;
    }
}
