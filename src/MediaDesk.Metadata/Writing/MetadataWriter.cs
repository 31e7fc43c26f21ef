namespace MediaDesk.Metadata.Writing;

/// <summary>
/// Writes newsroom fields into a photo without touching anything else in it: the image data and every other block stay byte for byte.
/// JPEG gets XMP and IIM (created when absent) and, where they stand already, the three texts EXIF shares with them; PNG and WebP get
/// XMP. Other formats, extended XMP and damaged blocks are refused, so that a sidecar can be written instead.
/// </summary>
/// <remarks>
/// EXIF's date is what the camera's clock said: it is neither changed nor erased. An XMP packet is edited up to 1 MiB and 100 levels,
/// an IIM block and Photoshop resources up to the reader's limits.
/// </remarks>
public static class MetadataWriter
{
    /// <summary>
    /// Writes <paramref name="source"/> with changes to <paramref name="target"/>, reads it back and compares: unless every changed field
    /// reads as intended and everything else as before, the write is refused and the target is emptied.
    /// </summary>
    /// <param name="source">Seekable; read from its beginning.</param>
    /// <param name="target">Seekable, readable and writable, for this alone; overwritten from its beginning.</param>
    /// <param name="changes">Values by property id of newsroom fields; null clears.</param>
    /// <returns>Written (byte for byte the source when it says all that already), or refused with a sentence.</returns>
    public static WriteResult Write(Stream source, Stream target, IReadOnlyDictionary<string, FieldValue?> changes)
    {
        var before = MetadataReader.Read(source);
        var wanted = FieldChanges.Of(before, changes);
        var file = ByteWindow.OfFile(source);
        var whole = new Patchwork();
        target.SetLength(0);
        if (wanted.Asked.Count == 0)
        {
            whole.Add(file);
            whole.WriteTo(target);
            return WriteResult.Written;
        }

        if (Lay(before, file, wanted, whole) is { } refusal)
        {
            return new WriteResult(refusal);
        }

        whole.WriteTo(target);
        if (ReadBack.Difference(before, MetadataReader.Read(target), wanted.Asked) is { } difference)
        {
            target.SetLength(0);
            return new WriteResult(difference);
        }

        return WriteResult.Written;
    }

    private static string? Lay(MetadataReading before, ByteWindow file, FieldChanges wanted, Patchwork target) => before switch
    {
        { Format: null } => "The file is not a photo in a format the desk takes.",
        { Format: not (PhotoFormat.Jpeg or PhotoFormat.Png or PhotoFormat.WebP) } => "Files of this format are not written into; use a sidecar.",
        { ImageDataHash: null } => "The image is cut off or damaged, so the file is not written into.",
        { Format: PhotoFormat.Jpeg } => JpegWriter.Lay(file, wanted, target),
        { Format: PhotoFormat.Png } => PngWriter.Lay(file, wanted, target),
        _ => WebPWriter.Lay(file, wanted, target),
    };
}
