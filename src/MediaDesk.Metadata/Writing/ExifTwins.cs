using System.Buffers.Binary;
using System.Text;
using MediaDesk.Metadata.Exif;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tiff;

namespace MediaDesk.Metadata.Writing;

/// <summary>
/// Keeps ImageDescription, Artist and Copyright in step where an EXIF block has them. Nothing in the block moves, as maker notes hold
/// addresses: an entry is pointed at its new text, which is appended.
/// </summary>
internal static class ExifTwins
{
    private const ushort Ascii = 2;

    private static readonly (NewsroomField Field, ushort Tag)[] Twins =
    [
        (NewsroomFields.Caption, ExifTags.ImageDescription), (NewsroomFields.Byline, ExifTags.Artist), (NewsroomFields.CopyrightNotice, ExifTags.Copyright),
    ];

    /// <summary>The block with the twins of changed fields set; the same array when it has none. A text for which there is no room is taken out.</summary>
    /// <param name="tiff">The block from its TIFF header on.</param>
    /// <param name="limit">The most bytes its container can hold.</param>
    public static byte[] Edit(byte[] tiff, IReadOnlyDictionary<NewsroomField, FieldValue?> changes, int limit)
    {
        foreach (var (field, tag) in Twins)
        {
            if (changes.TryGetValue(field, out var value) && EntryAt(tiff, tag, out var bigEndian) is { } entryAt)
            {
                tiff = Set(tiff, entryAt, bigEndian, Encoding.UTF8.GetBytes((value?.Text ?? "") + '\0'), limit);
            }
        }

        return tiff;
    }

    private static byte[] Set(byte[] tiff, int entryAt, bool bigEndian, byte[] text, int limit)
    {
        // Addresses are even (TIFF 6.0, page 15).
        var at = tiff.Length + (tiff.Length & 1);
        if (at + text.Length > limit)
        {
            text = [0];
        }

        var edited = new byte[text.Length > 4 ? at + text.Length : tiff.Length];
        tiff.CopyTo(edited, 0);
        var entry = edited.AsSpan(entryAt, 12);
        entry[2..].Clear();
        if (text.Length > 4)
        {
            text.CopyTo(edited, at);
            Put(entry[8..], bigEndian, (uint)at);
        }
        else
        {
            text.CopyTo(entry[8..]);
        }

        Put(entry[4..], bigEndian, (uint)text.Length);
        entry[bigEndian ? 3 : 2] = (byte)Ascii;
        return edited;
    }

    private static void Put(Span<byte> target, bool bigEndian, uint value)
    {
        if (bigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(target, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(target, value);
        }
    }

    /// <summary>Where the entry of a tag stands in the first directory; null when there is none.</summary>
    private static int? EntryAt(byte[] tiff, ushort tag, out bool bigEndian)
    {
        var bytes = ByteWindow.OfMemory(tiff);
        var file = TiffFile.Open(bytes);
        bigEndian = file?.BigEndian == true;
        if (file is null || !bytes.TryUInt16(2, bigEndian, out var magic) || magic != 42 || !bytes.TryUInt16(file.FirstDirectory, bigEndian, out var count))
        {
            return null;
        }

        for (var i = 0; i < count; i++)
        {
            var at = file.FirstDirectory + 2 + (i * 12);
            if (!bytes.Holds(at, 12) || !bytes.TryUInt16(at, bigEndian, out var found))
            {
                return null;
            }

            if (found == tag)
            {
                return (int)at;
            }
        }

        return null;
    }
}
