using System.Globalization;
using System.Text;
using MediaDesk.Metadata.Exif;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tiff;

namespace MediaDesk.Metadata.Writing;

/// <summary>
/// Keeps ImageDescription, Artist, Copyright, DateTimeOriginal and ImageUniqueID in step where EXIF has them (IPTC Mapping Guidelines). The date is
/// the camera's own: it is touched only when an editor says another one, not when it merely says more than the editor does.
/// </summary>
internal static class ExifTwins
{
    private const ushort Ascii = 2;

    private static readonly IptcProperty Guid = IptcStandard.Find("digitalImageGuid")!;

    private static readonly (IptcProperty Property, ushort Tag)[] Texts =
    [
        (NewsroomFields.Caption.Property, ExifTags.ImageDescription), (NewsroomFields.Byline.Property, ExifTags.Artist), (NewsroomFields.CopyrightNotice.Property, ExifTags.Copyright),
    ];

    /// <summary>The tags that follow properties.</summary>
    public static HashSet<ushort> TagsOf(IEnumerable<IptcProperty> properties)
    {
        var changed = properties.ToHashSet();
        var tags = Texts.Where(twin => changed.Contains(twin.Property)).Select(twin => twin.Tag).ToHashSet();
        if (changed.Contains(NewsroomFields.DateCreated.Property))
        {
            tags.UnionWith([ExifTags.DateTimeOriginal, ExifTags.SubSecTimeOriginal, ExifTags.OffsetTimeOriginal]);
        }

        if (changed.Contains(Guid))
        {
            tags.Add(ExifTags.ImageUniqueId);
        }

        return tags;
    }

    /// <summary>The block with the twins of changed fields set; the same array when it has none. Texts for which there is no room are taken out.</summary>
    /// <param name="block">An EXIF block, from its TIFF header on or with JPEG's segment header before it.</param>
    /// <param name="limit">The most bytes its container can hold.</param>
    public static byte[] Edit(byte[] block, IReadOnlyDictionary<IptcProperty, FieldValue?> changes, int limit, WriteWarnings warnings)
    {
        var bytes = ByteWindow.OfMemory(block);
        var tiff = ExifBlock.WithoutHeader(bytes);
        if (TiffFile.Open(tiff) is not { } file || !tiff.TryUInt16(2, file.BigEndian, out var magic) || magic != 42)
        {
            return block;
        }

        var header = bytes.Length - tiff.Length;
        foreach (var wanted in (IReadOnlyDictionary<IptcProperty, FieldValue?>[])[changes, changes.ToDictionary(change => change.Key, FieldValue? (_) => null)])
        {
            var patches = new TiffPatches(file);
            patches.EditFirst(Edits(file, patches, wanted));
            if (patches.IsEmpty)
            {
                return block;
            }

            if (header + patches.Length <= limit && patches.IsEndFree)
            {
                var edited = new Patchwork();
                edited.Add(bytes.Slice(0, header));
                patches.Lay(edited);
                return edited.ToArray();
            }

            warnings.Add(patches.IsEndFree
                ? "The texts are longer than EXIF has room for, so they stand in XMP and IIM alone."
                : "The EXIF in the file is damaged: it points outside itself. So the texts stand in XMP and IIM alone.");
        }

        return block;
    }

    /// <summary>The changes to the first directory; those to the EXIF directory are made on the way.</summary>
    public static List<TiffEdit> Edits(TiffFile file, TiffPatches patches, IReadOnlyDictionary<IptcProperty, FieldValue?> changes)
    {
        var edits = new List<TiffEdit>();
        if (file.Directory(file.FirstDirectory) is not { IsCutOff: false } main)
        {
            return edits;
        }

        foreach (var (property, tag) in Texts)
        {
            if (changes.TryGetValue(property, out var value) && main.Find(tag) is not null)
            {
                edits.Add(new(tag, Ascii, value is null ? null : Text(property == NewsroomFields.Byline.Property ? Names(value) : value.Text)));
            }
        }

        if (main.Integer(ExifTags.ExifDirectory) is > 0 and var at && file.Directory(at) is { IsCutOff: false } exif &&
            EditsInside(exif, changes) is { Count: > 0 } inside && patches.Edit(at, inside) is var now && now != at)
        {
            edits.Add(patches.Pointer(ExifTags.ExifDirectory, now));
        }

        return edits;
    }

    private static List<TiffEdit> EditsInside(TiffDirectory exif, IReadOnlyDictionary<IptcProperty, FieldValue?> changes)
    {
        List<TiffEdit> edits = changes.TryGetValue(NewsroomFields.DateCreated.Property, out var date) ? DateEdits(exif, date) : [];
        if (changes.TryGetValue(Guid, out var guid) && exif.Find(ExifTags.ImageUniqueId) is not null)
        {
            edits.Add(new(ExifTags.ImageUniqueId, Ascii, guid is null ? null : Text(guid.Text)));
        }

        return edits;
    }

    private static List<TiffEdit> DateEdits(TiffDirectory exif, FieldValue? value)
    {
        var taken = LooseDates.FromExif(exif.Text(ExifTags.DateTimeOriginal), exif.Text(ExifTags.SubSecTimeOriginal), exif.Text(ExifTags.OffsetTimeOriginal));
        if (exif.Find(ExifTags.DateTimeOriginal) is null || !PartialDate.TryParse(value?.Text, out var date))
        {
            return value is not null || exif.Find(ExifTags.DateTimeOriginal) is null ? []
                : [new(ExifTags.DateTimeOriginal, Ascii, null), new(ExifTags.SubSecTimeOriginal, Ascii, null), new(ExifTags.OffsetTimeOriginal, Ascii, null)];
        }

        if (taken is { } camera && LayerReconciliation.Agree(camera, date) && camera.Precision >= date.Precision && (date.Offset is null || camera.Offset is not null))
        {
            return [];
        }

        // What is not known is blank (Exif 3.0, 4.6.6.6).
        var format = date.Precision switch
        {
            DatePrecision.Year => "yyyy:'  ':'  ' '  ':'  ':'  '",
            DatePrecision.Month => "yyyy:MM:'  ' '  ':'  ':'  '",
            DatePrecision.Day => "yyyy:MM:dd '  ':'  ':'  '",
            _ => "yyyy:MM:dd HH:mm:ss",
        };
        var fraction = date.Start.ToString("FFFFFFF", CultureInfo.InvariantCulture);
        var offset = date.Offset is { } span && KnowsOffsets(exif) ? (span < TimeSpan.Zero ? "-" : "+") + span.ToString(@"hh\:mm", CultureInfo.InvariantCulture) : null;
        return
        [
            new(ExifTags.DateTimeOriginal, Ascii, Text(date.Start.ToString(format, CultureInfo.InvariantCulture))),
            new(ExifTags.SubSecTimeOriginal, Ascii, fraction.Length > 0 ? Text(fraction) : null),
            new(ExifTags.OffsetTimeOriginal, Ascii, offset is null ? null : Text(offset)),
        ];
    }

    /// <summary>Offsets from UTC came with Exif 2.31; a block that is older has the time on the clock alone.</summary>
    private static bool KnowsOffsets(TiffDirectory exif) =>
        exif.Find(ExifTags.OffsetTimeOriginal) is not null || exif.Bytes(ExifTags.Version, 4).AsSpan().SequenceCompareTo("0231"u8) >= 0;

    /// <summary>Names joined with "; ", those that hold a separator in quotes (MWG Guidelines 2.0, 5.4).</summary>
    private static string Names(FieldValue names) =>
        string.Join("; ", names.Items.Select(name => name.AsSpan().ContainsAny(';', '"') ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name));

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + '\0');
}
