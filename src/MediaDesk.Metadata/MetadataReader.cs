using MediaDesk.Metadata.Heif;
using MediaDesk.Metadata.Jpeg;
using MediaDesk.Metadata.Jpeg2000;
using MediaDesk.Metadata.JpegXl;
using MediaDesk.Metadata.Photoshop;
using MediaDesk.Metadata.Png;
using MediaDesk.Metadata.Raw;
using MediaDesk.Metadata.Tiff;
using MediaDesk.Metadata.WebP;

namespace MediaDesk.Metadata;

/// <summary>Reads what a photo says about itself. Faults of the file are <see cref="Problem"/>s, never exceptions.</summary>
public static class MetadataReader
{
    private const int MostSidecarBytes = 16 * 1024 * 1024;

    /// <summary>Reads a seekable stream from its beginning. Throws only what the stream itself throws.</summary>
    /// <param name="order">Which layer is believed where they disagree.</param>
    public static MetadataReading Read(Stream file, ReadingOrder order = ReadingOrder.Newsroom) => Read(file, order, new MetadataBlocks());

    /// <summary>
    /// The same without going through the image data: <see cref="MetadataReading.ImageDataHash"/> stays null, and of a JPEG nothing
    /// behind the start of its image is looked at, so that a cut file is not noticed.
    /// </summary>
    public static MetadataReading ReadHeaders(Stream file, ReadingOrder order = ReadingOrder.Newsroom) =>
        Read(file, order, new MetadataBlocks { LeavesImageOut = true });

    private static MetadataReading Read(Stream file, ReadingOrder order, MetadataBlocks found)
    {
        var problems = new ProblemList();
        return FindBlocks(ByteWindow.OfFile(file), found, problems) is { } format
            ? LayerReader.Read(format, found, order, problems)
            : new MetadataReading { Problems = problems.ToImmutable() };
    }

    /// <summary>
    /// Lists everything the metadata blocks of a seekable stream hold, for comparing two files and for what <see cref="Read"/> has
    /// no use for. Takes longer and more memory than reading, though bounded. Throws only what the stream itself throws.
    /// </summary>
    public static MetadataLayers ReadLayers(Stream file)
    {
        var problems = new ProblemList();
        var found = new MetadataBlocks();
        return FindBlocks(ByteWindow.OfFile(file), found, problems) is { } format
            ? LayerReader.List(format, found, problems)
            : new MetadataLayers { Problems = problems.ToImmutable() };
    }

    /// <summary>Both at once, in one walk through the file.</summary>
    internal static Writing.WholeReading ReadWhole(Stream file)
    {
        var problems = new ProblemList();
        var found = new MetadataBlocks();
        if (FindBlocks(ByteWindow.OfFile(file), found, problems) is { } format)
        {
            var (reading, layers) = LayerReader.ReadAndList(format, found, problems);
            return new(reading, layers);
        }

        return new(new MetadataReading { Problems = problems.ToImmutable() }, new MetadataLayers());
    }

    /// <summary>The format of a file and its blocks; null when it is no photo.</summary>
    private static PhotoFormat? FindBlocks(ByteWindow bytes, MetadataBlocks found, ProblemList problems)
    {
        Span<byte> head = stackalloc byte[PhotoFormats.HeadLength];
        var format = PhotoFormats.Detect(head[..bytes.Read(0, head)]);
        switch (format)
        {
            case PhotoFormat.Jpeg:
                JpegReader.Read(bytes, found, problems);
                break;
            case PhotoFormat.Png:
                PngReader.Read(bytes, found, problems);
                break;
            case PhotoFormat.WebP:
                WebPReader.Read(bytes, found, problems);
                break;
            case PhotoFormat.Heic:
                HeifReader.Read(bytes, "HEIC", found, problems);
                break;
            case PhotoFormat.Avif:
                HeifReader.Read(bytes, "AVIF", found, problems);
                break;
            case PhotoFormat.Psd:
                PsdReader.Read(bytes, found, problems);
                break;
            case PhotoFormat.JpegXl:
                JpegXlReader.Read(bytes, found, problems);
                break;
            case PhotoFormat.Jpeg2000:
                Jpeg2000Reader.Read(bytes, found, problems);
                break;
            case PhotoFormat.Sidecar:
                ReadSidecar(bytes, found, problems);
                break;
            case PhotoFormat.Raw when head.StartsWith("FUJIFILM"u8):
                RafReader.Read(bytes, found, problems);
                break;
            case PhotoFormat.Raw when head[4..8].SequenceEqual("ftyp"u8):
                Cr3Reader.Read(bytes, found, problems);
                break;
            case PhotoFormat.Tiff or PhotoFormat.Raw:
                format = TiffReader.Read(bytes, format.Value, found, problems);
                break;
            case null:
                problems.Add("file", bytes.Length == 0 ? "The file is empty." : "The file is not a photo.");
                break;
        }

        if (format is { } known)
        {
            LayerReader.AddBlocksInExif(known, found, problems);
        }

        return format;
    }

    /// <summary>
    /// The same for a photo with an XMP sidecar beside it, both seekable. The sidecar's words have <see cref="FieldSource.Sidecar"/>
    /// for their source; where it is damaged, what could be read of it counts.
    /// </summary>
    public static MetadataReading Read(Stream file, Stream sidecar, ReadingOrder order = ReadingOrder.Newsroom) =>
        SidecarLayer.Over(Read(file, order), Read(sidecar));

    private static void ReadSidecar(ByteWindow file, MetadataBlocks found, ProblemList problems)
    {
        if (file.Copy(0, file.Length, MostSidecarBytes) is { } packet)
        {
            found.Xmp.Add(new("XMP", packet));
        }
        else
        {
            problems.Add("XMP", "The sidecar is too large for metadata; it was not read.");
        }
    }
}
