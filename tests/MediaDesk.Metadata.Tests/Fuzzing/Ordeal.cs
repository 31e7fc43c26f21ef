using MediaDesk.Metadata.Tests.Files;
using MediaDesk.Metadata.Writing;

namespace MediaDesk.Metadata.Tests.Fuzzing;

/// <summary>
/// What a file of any content must be read and written under: no exception, at most a second and 64 MiB above its own size for each,
/// and a refused write leaves nothing behind.
/// </summary>
internal static class Ordeal
{
    private const long MostMemory = 64 << 20;
    private const double MostSeconds = 1;

    private static readonly byte[] Photo = PhotoBytes.JpegOf(PhotoBytes.XmpSegment(XmpText.Utf8(XmpText.Packet(XmpText.Property("photoshop:City", "Idlib")))));

    private static readonly Dictionary<string, FieldValue?>[] Changes =
    [
        new() { ["headline"] = FieldValue.Of("Zoë in Мoscow 📷") },
        new() { ["description"] = null, ["keywords"] = FieldValue.Of(["one", "two", "Überschrift"]) },
        new() { ["creatorNames"] = FieldValue.Of(["A. Photographer", "Another"]), ["copyrightNotice"] = FieldValue.Of("© 2024 Somebody"), ["dateCreated"] = FieldValue.Of("2024-05-01") },
        new() { ["cityName"] = FieldValue.Of(new string('x', 400)), ["countryCode"] = FieldValue.Of("SYR"), ["creditLine"] = null },
        new() { ["creatorContactInfo"] = FieldValue.Of(Structure("address", "1 Main Street & 2nd")), ["personInImageNames"] = null },
        new() { ["locationsShown"] = FieldValue.Of([Structure("city", "Idlib"), Structure("city", "Oslo")]), ["headline"] = null, ["subjectCodes"] = FieldValue.Of(["subj:15000000"]) },
    ];

    /// <summary>For a segment of a JPEG; the rest goes into extended XMP.</summary>
    private static readonly Dictionary<string, FieldValue?> TooLongForOneSegment = new() { ["description"] = FieldValue.Of(new string('ü', 40_000)) };

    private static FieldValues Structure(string id, string text) => new([KeyValuePair.Create(id, FieldValue.Of(text)!)]);

    /// <summary>What went wrong, or null. <paramref name="number"/> chooses what is written into the file.</summary>
    public static string? Undergo(byte[] file, int number)
    {
        MetadataReading? reading = null;
        if (Limited(file, () => reading = MetadataReader.Read(new MemoryStream(file, writable: false))) is { } unread)
        {
            return $"reading: {unread}";
        }

        if (Limited(file, () => MetadataReader.ReadLayers(new MemoryStream(file, writable: false))) is { } unlisted)
        {
            return $"listing its layers: {unlisted}";
        }

        // What is no sidecar must not hurt as one either; of photos some are enough.
        if ((reading?.Format is null or PhotoFormat.Sidecar || number % 8 == 0) && Limited(file, () => MetadataReader.Read(new MemoryStream(Photo), new MemoryStream(file, writable: false), (ReadingOrder)(number & 1))) is { } unlaid)
        {
            return $"reading it as a sidecar: {unlaid}";
        }

        if (reading?.Format is not (PhotoFormat.Jpeg or PhotoFormat.Png or PhotoFormat.WebP or PhotoFormat.Tiff))
        {
            return null;
        }

        string? broken = null;
        var unwritten = Limited(file, () => broken = Write(file, reading, number % 50 == 7 ? TooLongForOneSegment : Changes[number % Changes.Length]));
        return (unwritten ?? broken) is { } fault ? $"writing: {fault}" : null;
    }

    private static string? Write(byte[] file, MetadataReading before, Dictionary<string, FieldValue?> changes)
    {
        var target = new MemoryStream();
        var result = MetadataWriter.Write(new MemoryStream(file, writable: false), target, changes);
        if (!result.IsWritten)
        {
            return target.Length > 0 ? "a refused write left something behind" : string.IsNullOrWhiteSpace(result.Refusal) ? "refused without a reason" : null;
        }

        target.Position = 0;
        var after = MetadataReader.Read(target);
        return after.ImageDataHash != before.ImageDataHash ? "the image data changed"
            : changes.FirstOrDefault(change => !Equals(after.Fields[change.Key], change.Value)) is { Key: { } field } ? $"{field} is not what was written"
            : null;
    }

    private static string? Limited(byte[] file, Action act)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Effort.Now());
            try
            {
                act();
            }
            catch (Exception escaped)
            {
                return escaped.ToString();
            }

            // Everything ever allocated is more than what is held at once: a limit on the safe side.
            if (GC.GetAllocatedBytesForCurrentThread() - before > MostMemory + file.Length)
            {
                return $"{(GC.GetAllocatedBytesForCurrentThread() - before) >> 20} MiB were allocated";
            }

            // The compiler may take long once, a slow input takes long every time.
            var seconds = Effort.Now() - started;
            if (seconds <= MostSeconds || attempt == 3)
            {
                return seconds <= MostSeconds ? null : $"it took {seconds:0.0} s";
            }
        }
    }
}
