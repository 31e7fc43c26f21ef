using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Writing;

/// <summary>
/// Writes properties of the IPTC standard into a photo without touching anything else in it: the image data and every other block stay byte for byte.
/// JPEG and TIFF get XMP and IIM (created when absent), PNG and WebP XMP, and IIM where they have it; the texts and the date that EXIF
/// shares with them follow where they stand already. Other formats are refused, so that a sidecar can be written instead.
/// </summary>
/// <remarks>
/// A container that is cut off or damaged is refused. What is damaged inside one block of metadata is repaired or left as it is, and
/// <see cref="WriteResult.Warnings"/> says so. An XMP packet is edited up to 3 MiB and 100 levels, an IIM block and Photoshop resources
/// up to the reader's limits.
/// </remarks>
public static class MetadataWriter
{
    private const string ContentCredentialsBreak =
        "The photo carries content credentials (C2PA), whose signature covers the whole file: they will no longer validate.";

    /// <summary>Whether photos of a format can carry what is written; for the others there are sidecars.</summary>
    public static bool WritesInto(PhotoFormat format) => format is PhotoFormat.Jpeg or PhotoFormat.Png or PhotoFormat.WebP or PhotoFormat.Tiff;

    /// <summary>
    /// Writes <paramref name="source"/> with changes to <paramref name="target"/>, reads it back and compares: unless every changed field
    /// reads as intended and everything else as before, the write is refused and the target is emptied.
    /// </summary>
    /// <param name="source">Seekable; read from its beginning.</param>
    /// <param name="target">Seekable, readable and writable, for this alone; overwritten from its beginning.</param>
    /// <param name="changes">Values by property id, texts in other languages by that of their <see cref="LanguageVariant"/>; null clears.</param>
    /// <returns>Written (byte for byte the source when it says all that already), or refused with a sentence.</returns>
    public static WriteResult Write(Stream source, Stream target, IReadOnlyDictionary<string, FieldValue?> changes)
    {
        var before = MetadataReader.ReadWhole(source);
        return Write(source, target, before, FieldChanges.Of(before.Reading, changes));
    }

    /// <summary>As <see cref="Write"/>, so that the photo says all of this and nothing else of the standard.</summary>
    /// <param name="fields">Values by property id, texts in other languages by that of their <see cref="LanguageVariant"/>.</param>
    public static WriteResult WriteAll(Stream source, Stream target, FieldValues fields)
    {
        var before = MetadataReader.ReadWhole(source);
        var ids = IptcStandard.Properties.Select(property => property.Id).Union(LanguageVariant.In(before.Reading).Keys).Union(fields.Keys);
        return Write(source, target, before, FieldChanges.Of(before.Reading, ids.ToDictionary(id => id, id => fields[id])));
    }

    /// <summary>
    /// Writes a photo on the disk: as <see cref="Write"/>, into a file beside the target that is flushed, read back and compared before
    /// it takes the target's name, all or nothing. A photo that says all that already is left alone, its time of change with it.
    /// </summary>
    /// <param name="path">The photo.</param>
    /// <param name="changes">Values by property id; null clears.</param>
    /// <param name="target">Where the changed photo goes, replacing what stands there; null for the photo itself.</param>
    /// <returns>Written, or refused with a sentence, and then the target is as it was. Throws only what the file system throws.</returns>
    public static WriteResult WriteFile(string path, IReadOnlyDictionary<string, FieldValue?> changes, string? target = null)
    {
        using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        var state = SafeFile.State(path);
        var before = MetadataReader.ReadWhole(source);
        var wanted = FieldChanges.Of(before.Reading, changes);
        var result = WriteResult.Written;
        if (target is not null || !wanted.IsEmpty)
        {
            SafeFile.Replace(target ?? path, path, file =>
            {
                result = Write(source, file, before, wanted);
                if (result.IsWritten && SafeFile.State(path) != state)
                {
                    result = WriteResult.Refused("Somebody else changed the file in the meantime, so it was left as it is now.");
                }

                return result.IsWritten;
            });
        }

        return result;
    }

    private static WriteResult Write(Stream source, Stream target, WholeReading before, FieldChanges wanted)
    {
        var file = ByteWindow.OfFile(source);
        var laid = new Patchwork();
        var warnings = new WriteWarnings();
        target.SetLength(0);
        if (wanted.IsEmpty)
        {
            laid.Add(file);
            laid.WriteTo(target);
            return WriteResult.Written;
        }

        if (Lay(before.Reading, file, wanted, laid, warnings) is { } refusal)
        {
            return WriteResult.Refused(refusal);
        }

        laid.WriteTo(target);
        if (new ReadBack(before, MetadataReader.ReadWhole(target), wanted, warnings.IsRepaired).Difference() is { } difference)
        {
            target.SetLength(0);
            return WriteResult.Refused(difference);
        }

        if (before.Reading.HasContentCredentials)
        {
            warnings.Add(ContentCredentialsBreak);
        }

        return WriteResult.Written with { Warnings = warnings.ToImmutable() };
    }

    private static string? Lay(MetadataReading before, ByteWindow file, FieldChanges wanted, Patchwork target, WriteWarnings warnings) => before switch
    {
        { Format: null } => "The file is not a photo in a format the desk takes.",
        { Format: PhotoFormat.Sidecar } => SidecarWriter.Lay(file, wanted, target, warnings),
        { Format: { } format } when !WritesInto(format) => "Files of this format are not written into; use a sidecar.",
        { ImageDataHash: null } => "The image is cut off or damaged, so the file is not written into.",
        { Format: PhotoFormat.Jpeg } => JpegWriter.Lay(file, wanted, target, warnings),
        { Format: PhotoFormat.Png } => PngWriter.Lay(file, wanted, target, warnings),
        { Format: PhotoFormat.WebP } => WebPWriter.Lay(file, wanted, target, warnings),
        _ => TiffWriter.Lay(file, wanted, target, warnings),
    };
}
