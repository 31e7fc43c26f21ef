using MediaDesk.Metadata.Heif;
using MediaDesk.Metadata.Jpeg;
using MediaDesk.Metadata.Png;
using MediaDesk.Metadata.Raw;
using MediaDesk.Metadata.Tiff;
using MediaDesk.Metadata.WebP;

namespace MediaDesk.Metadata;

/// <summary>Reads what a photo says about itself. Faults of the file are <see cref="Problem"/>s, never exceptions.</summary>
public static class MetadataReader
{
    /// <summary>Reads a seekable stream from its beginning. Throws only what the stream itself throws.</summary>
    public static MetadataReading Read(Stream file)
    {
        var bytes = ByteWindow.OfFile(file);
        var problems = new ProblemList();
        var found = new MetadataBlocks();
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
                HeifReader.Read(bytes, found, problems);
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
                problems.Add("file", bytes.Length == 0 ? "The file is empty." : "The file is not a photo in a format the desk takes.");
                return new MetadataReading { Problems = problems.ToImmutable() };
        }

        return LayerReader.Read(format.Value, found, problems);
    }
}
