using MediaDesk.Metadata.Jpeg;

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
            case null:
                problems.Add("file", bytes.Length == 0 ? "The file is empty." : "The file is not a photo in a format the desk takes.");
                return new MetadataReading { Problems = problems.ToImmutable() };
        }

        return LayerReader.Read(format.Value, found, problems);
    }
}
