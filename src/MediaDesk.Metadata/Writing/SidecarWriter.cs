using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Writing;

/// <summary>Properties of the IPTC standard as an XMP packet beside a file that does not carry them itself (ISO 16684-1).</summary>
public static class SidecarWriter
{
    private const int MostBytes = 16 * 1024 * 1024;

    private const string Extension = ".xmp";

    /// <summary>
    /// Where a photo's sidecar goes: where one stands already, in either naming habit, else as Lightroom, Bridge and Photo Mechanic
    /// look for it, <c>name.xmp</c> (darktable and digiKam: <c>name.jpg.xmp</c>).
    /// </summary>
    public static string PathOf(string photo) =>
        Path.ChangeExtension(photo, Extension) is var usual && !File.Exists(usual) && File.Exists(photo + Extension) ? photo + Extension : usual;

    /// <summary>
    /// Writes changes of a photo into its sidecar: one that stands there keeps everything else in it (what raw software put there),
    /// a new one holds all that the photo says. The photo itself is only read.
    /// </summary>
    /// <returns>Written, or refused with a sentence, and then the sidecar is as it was. Throws only what the file system throws.</returns>
    public static WriteResult WriteBeside(string photo, string sidecar, IReadOnlyDictionary<string, FieldValue?> changes)
    {
        if (File.Exists(sidecar))
        {
            return MetadataWriter.WriteFile(sidecar, changes);
        }

        using var file = new FileStream(photo, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var reading = MetadataReader.Read(file);
        if (reading.Format is null)
        {
            return WriteResult.Refused("The file is not a photo.");
        }

        var packet = Write(changes.Aggregate(InnerLanguages.Said(reading), (fields, change) => fields.With(change.Key, change.Value)));
        SafeFile.Replace(sidecar, photo, target =>
        {
            target.Write(packet);
            return true;
        });
        return WriteResult.Written;
    }

    /// <summary>The packet of a sidecar with changes.</summary>
    internal static string? Lay(ByteWindow file, FieldChanges wanted, Patchwork target, WriteWarnings warnings)
    {
        if (file.Copy(0, file.Length, MostBytes) is not { } bytes)
        {
            return "The sidecar is too large for metadata.";
        }

        var edited = XmpDocument.Edit(new("XMP", bytes), wanted, MostBytes, warnings);
        if (edited.Refusal is null)
        {
            target.Add(edited.Bytes);
        }

        return edited.Refusal;
    }

    /// <summary>The packet in UTF-8.</summary>
    /// <param name="fields">Values by property id, texts in other languages by that of their <see cref="LanguageVariant"/>.</param>
    public static byte[] Write(FieldValues fields)
    {
        var languages = fields.Keys.Select(LanguageVariant.Find).OfType<LanguageVariant>().ToLookup(variant => variant.Property);
        var document = XmpDocument.New();
        foreach (var property in IptcStandard.Properties)
        {
            document.Set(property, fields[property.Id], languages[property].ToDictionary(variant => variant.Language, variant => fields[variant.Id]));
        }

        return document.ToPacket(oldLength: 0, limit: int.MaxValue, indent: true)!;
    }
}
