using MediaDesk.Metadata.Exif;
using MediaDesk.Metadata.Tiff;

namespace MediaDesk.Metadata.Writing;

/// <summary>Which bytes of a TIFF structure belong to what, so that a value is only written over when nothing else lies there.</summary>
internal sealed class TiffPlaces
{
    private const int MostDirectories = 64;
    private const int MostStrips = 200_000;
    private const ushort InteroperabilityDirectory = 0xA005;

    private readonly TiffFile tiff;
    private readonly List<(long From, long To)> taken = [];
    private readonly bool isKnown;

    public TiffPlaces(TiffFile tiff)
    {
        this.tiff = tiff;
        var waiting = new Queue<long>([tiff.FirstDirectory]);
        var seen = new HashSet<long>();
        while (seen.Count < MostDirectories && waiting.TryDequeue(out var at))
        {
            if (at > 0 && seen.Add(at) && tiff.Directory(at) is { } directory)
            {
                Take(at, directory);
                waiting.Enqueue(directory.Next);
                foreach (var child in directory.Integers(TiffTags.SubDirectories, MostDirectories)
                    .Concat([directory.Integer(ExifTags.ExifDirectory) ?? 0, directory.Integer(ExifTags.GpsDirectory) ?? 0, directory.Integer(InteroperabilityDirectory) ?? 0]))
                {
                    waiting.Enqueue(child);
                }
            }
        }

        isKnown = waiting.Count == 0;
    }

    /// <summary>Whether the value of an entry lies outside its directory and is nobody else's.</summary>
    public bool IsAlone(TiffEntry entry) =>
        isKnown && IsOutside(entry) && tiff.Bytes.Holds(entry.At, entry.ByteCount) &&
        taken.Count(place => place.From < entry.At + entry.ByteCount && entry.At < place.To) == 1;

    /// <summary>Whether no address points into a run of bytes.</summary>
    public bool IsFree(long from, long to) => !isKnown || !taken.Exists(place => place.From < to && from < place.To);

    public bool IsOutside(TiffEntry entry) => entry.ByteCount > (tiff.IsBig ? 8 : 4);

    private void Take(long at, TiffDirectory directory)
    {
        taken.Add((at, at + (tiff.IsBig ? 16 + (directory.Entries.Count * 20) : 6 + (directory.Entries.Count * 12))));
        foreach (var entry in directory.Entries.Where(IsOutside))
        {
            taken.Add((entry.At, entry.ByteCount > long.MaxValue - entry.At ? long.MaxValue : entry.At + entry.ByteCount));
        }

        Take(directory, TiffTags.StripOffsets, TiffTags.StripByteCounts);
        Take(directory, TiffTags.TileOffsets, TiffTags.TileByteCounts);
        Take(directory, TiffTags.JpegOffset, TiffTags.JpegLength);
    }

    private void Take(TiffDirectory directory, ushort offsets, ushort counts) =>
        taken.AddRange(directory.Integers(offsets, MostStrips).Zip(directory.Integers(counts, MostStrips), (from, count) => (from, from + count)));
}
