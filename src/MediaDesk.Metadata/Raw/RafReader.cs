using MediaDesk.Metadata.Jpeg;

namespace MediaDesk.Metadata.Raw;

/// <summary>Fujifilm RAF: a header, a whole JPEG with its own metadata, then the sensor data.</summary>
internal static class RafReader
{
    private const int JpegOffset = 0x54, JpegLength = 0x58;

    public static void Read(ByteWindow file, MetadataBlocks found, ProblemList problems)
    {
        if (!file.TryUInt32(JpegOffset, bigEndian: true, out var at) || !file.TryUInt32(JpegLength, true, out var length) ||
            EmbeddedJpeg.Largest(file, [(at, length)]) is not { } preview)
        {
            problems.Add("RAF", "The file holds no preview.");
            return;
        }

        JpegReader.Read(file.Slice(preview.Start, preview.Length), found, problems);
        found.ImageDataHash = null;
        found.Preview = preview;
    }
}
