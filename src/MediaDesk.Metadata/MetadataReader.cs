namespace MediaDesk.Metadata;

/// <summary>Reads what a photo says about itself. Faults of the file are <see cref="Problem"/>s, never exceptions.</summary>
public static class MetadataReader
{
    /// <summary>Reads a seekable stream from its beginning. Throws only what the stream itself throws.</summary>
    public static MetadataReading Read(Stream file) => throw new NotImplementedException();
}
