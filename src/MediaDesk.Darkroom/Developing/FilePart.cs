using MediaDesk.Metadata;

namespace MediaDesk.Darkroom.Developing;

/// <summary>A JPEG inside another file: an EXIF thumbnail, a raw file's preview.</summary>
internal static class FilePart
{
    private const int Largest = 64 << 20;

    /// <summary>Its bytes; null when there is none, or when it does not lie within the file.</summary>
    public static byte[]? Read(Stream file, ByteRange? range)
    {
        if (range is not { Length: > 0 and <= Largest, Start: >= 0 } part || part.Start > file.Length - part.Length)
        {
            return null;
        }

        var bytes = new byte[part.Length];
        file.Position = part.Start;
        file.ReadExactly(bytes);
        return bytes;
    }
}
