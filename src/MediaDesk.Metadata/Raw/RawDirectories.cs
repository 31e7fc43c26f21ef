using MediaDesk.Metadata.Exif;
using MediaDesk.Metadata.Jpeg;
using MediaDesk.Metadata.Tiff;

namespace MediaDesk.Metadata.Raw;

/// <summary>The directories of a raw file that is built as TIFF (DNG, CR2, NEF, ARW, PEF, ORF, RW2): which are sensor data, which previews.</summary>
internal static class RawDirectories
{
    private const int Most = 32;

    /// <summary>The chain of directories and their children, in file order, each once.</summary>
    public static List<TiffDirectory> All(TiffFile tiff, TiffDirectory main)
    {
        var all = new List<TiffDirectory> { main };
        var seen = new HashSet<long> { tiff.FirstDirectory };
        var waiting = new Queue<long>();
        void Follow(TiffDirectory directory)
        {
            waiting.Enqueue(directory.Next);
            foreach (var child in directory.Integers(TiffTags.SubDirectories, Most))
            {
                waiting.Enqueue(child);
            }
        }

        Follow(main);
        while (all.Count < Most && waiting.TryDequeue(out var at))
        {
            if (at > 0 && seen.Add(at) && tiff.Directory(at) is { } directory)
            {
                all.Add(directory);
                Follow(directory);
            }
        }

        return all;
    }

    /// <summary>
    /// Whether a TIFF is a camera's raw file: DNG says so, others hold a colour filter array (photometric 32803, or 34892 when already
    /// interpolated) or the compression of a camera maker: Sony 32767, Nikon 34713, Samsung 32769 and 32770, Pentax 65535.
    /// </summary>
    public static bool AreRaw(List<TiffDirectory> directories) =>
        directories[0].Find(TiffTags.DngVersion) is not null ||
        directories.Exists(directory => directory.Integer(TiffTags.Photometric) is 32803 or 34892 ||
            directory.Integer(TiffTags.Compression) is 32767 or 32769 or 32770 or 34713 or 65535);

    /// <summary>
    /// The size of the largest image and the place of the largest JPEG among the previews. Canon's older cameras give the size of the
    /// sensor's image in the Exif directory alone.
    /// </summary>
    public static void Read(TiffFile tiff, List<TiffDirectory> directories, MetadataBlocks found)
    {
        var exif = directories[0].Integer(ExifTags.ExifDirectory) is > 0 and var at ? tiff.Directory(at) : null;
        var largest = directories
            .Select(directory => (Width: TiffReader.Size(directory, TiffTags.Width), Height: TiffReader.Size(directory, TiffTags.Height)))
            .Append(exif is null ? default : (Width: TiffReader.Size(exif, ExifTags.PixelWidth), Height: TiffReader.Size(exif, ExifTags.PixelHeight)))
            .Where(size => size is { Width: not null, Height: not null })
            .OrderByDescending(size => (long)size.Width!.Value * size.Height!.Value)
            .FirstOrDefault();
        var (sensorWidth, sensorHeight) = (TiffReader.Size(directories[0], TiffTags.PanasonicSensorWidth), TiffReader.Size(directories[0], TiffTags.PanasonicSensorHeight));
        (found.Width, found.Height) = (largest.Width ?? sensorWidth, largest.Height ?? sensorHeight);
        found.Preview = EmbeddedJpeg.Largest(tiff.Bytes, directories.SelectMany(Candidates));

        // Panasonic says most about a picture in the preview's own EXIF.
        if (directories[0].Find(TiffTags.PanasonicJpeg) is { } panasonic && EmbeddedJpeg.At(tiff.Bytes, panasonic.At, panasonic.ByteCount) is not null)
        {
            var inside = new MetadataBlocks();
            JpegReader.Read(tiff.Bytes.Slice(panasonic.At, panasonic.ByteCount), inside, new ProblemList());
            found.Exif.InsertRange(0, inside.Exif);
        }
    }

    private static IEnumerable<(long At, long Length)> Candidates(TiffDirectory directory)
    {
        if (directory.Integer(TiffTags.JpegOffset) is { } at && directory.Integer(TiffTags.JpegLength) is { } length)
        {
            yield return (at, length);
        }

        if (directory.Find(TiffTags.StripOffsets) is { Count: 1 } && directory.Integer(TiffTags.StripOffsets) is { } strip &&
            directory.Integer(TiffTags.StripByteCounts) is { } count)
        {
            yield return (strip, count);
        }

        if (directory.Find(TiffTags.PanasonicJpeg) is { } panasonic)
        {
            yield return (panasonic.At, panasonic.ByteCount);
        }
    }
}
