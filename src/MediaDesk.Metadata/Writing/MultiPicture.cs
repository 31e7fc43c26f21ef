using System.Buffers.Binary;
using MediaDesk.Metadata.Tiff;

namespace MediaDesk.Metadata.Writing;

/// <summary>
/// The index of further pictures in a JPEG (CIPA DC-007: gain maps, previews, stereo pairs). It gives their distance from itself, so
/// it follows when something between them grows.
/// </summary>
internal static class MultiPicture
{
    /// <summary>Marker, length and "MPF\0" stand before the TIFF structure from which distances count.</summary>
    public const int HeaderLength = 8;

    private const ushort PictureList = 0xB002;
    private const int RowSize = 16, MostPictures = 1000;

    /// <summary>The segment with all distances larger by <paramref name="growth"/>; null when it cannot be understood.</summary>
    public static byte[]? Moved(ByteWindow segment, long growth)
    {
        var tiff = segment.Slice(HeaderLength);
        if (List(tiff, out var bigEndian) is not { } list || segment.Copy(0, segment.Length, ushort.MaxValue + 2) is not { } moved)
        {
            return null;
        }

        for (var row = list.At; row < list.At + list.ByteCount; row += RowSize)
        {
            var place = moved.AsSpan(HeaderLength + (int)row + 8, 4);
            var distance = bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(place) : BinaryPrimitives.ReadUInt32LittleEndian(place);
            // The first picture is the file itself, at distance 0.
            if (distance == 0)
            {
                continue;
            }

            if (distance + growth is < 0 or > uint.MaxValue)
            {
                return null;
            }

            if (bigEndian)
            {
                BinaryPrimitives.WriteUInt32BigEndian(place, (uint)(distance + growth));
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(place, (uint)(distance + growth));
            }
        }

        return moved;
    }

    /// <summary>Whether a picture begins inside the file and ends outside: the file was cut off.</summary>
    public static bool IsCutOff(ByteWindow file, long at, ByteWindow segment)
    {
        var tiff = segment.Slice(HeaderLength);
        if (List(tiff, out var bigEndian) is not { } list)
        {
            return false;
        }

        for (var row = list.At; row < list.At + list.ByteCount; row += RowSize)
        {
            if (tiff.TryUInt32(row + 4, bigEndian, out var size) && tiff.TryUInt32(row + 8, bigEndian, out var distance) && distance > 0 &&
                file.TryUInt16(at + HeaderLength + distance, bigEndian: true, out var start) && start == 0xFFD8 && !file.Holds(at + HeaderLength + distance, size))
            {
                return true;
            }
        }

        return false;
    }

    private static TiffEntry? List(ByteWindow tiff, out bool bigEndian)
    {
        var file = TiffFile.Open(tiff);
        bigEndian = file?.BigEndian == true;
        return file is { IsBig: false } && file.Directory(file.FirstDirectory)?.Find(PictureList) is { } list &&
            list.ByteCount is > 4 and <= RowSize * MostPictures && list.ByteCount % RowSize == 0 && tiff.Holds(list.At, list.ByteCount) ? list : null;
    }
}
