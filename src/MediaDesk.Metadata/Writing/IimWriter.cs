using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using MediaDesk.Metadata.Iim;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Writing;

/// <summary>
/// Sets fields in an IIM block. All its texts become UTF-8, as 1:90 then says of the whole block; everything else stays byte for byte
/// and in order. IPTC-NAA IIM 4.2.
/// </summary>
internal static class IimWriter
{
    private static readonly byte[] Utf8Escape = [0x1B, (byte)'%', (byte)'G'];

    /// <summary>The block with fields set, or when <paramref name="block"/> is null a new one.</summary>
    public static byte[] Edit(IimBlock? block, IReadOnlyDictionary<IptcProperty, FieldValue?> changes, WriteWarnings warnings)
    {
        if (block is not null && !IsWhole(block))
        {
            warnings.AddRepair("The IIM block in the file was damaged; it now holds what could still be read of it.");
        }

        List<IimDataset> datasets = block is null
            ? [new(IimTags.ApplicationRecord, 0, new byte[] { 0, 4 })]
            : [.. block.Datasets.Where(dataset => !IsCharset(dataset)).Select(dataset => InUtf8(dataset, block.Charset))];
        foreach (var (property, value) in changes.Where(change => !change.Key.IimDatasets.IsEmpty))
        {
            var isDate = property == NewsroomFields.DateCreated.Property;
            Set(datasets, property.IimDatasets[0], isDate ? Day(value) : Texts(property, value, datasets));
            if (isDate)
            {
                Set(datasets, IimTags.TimeCreated, Time(value));
            }
        }

        datasets.Insert(0, new(IimTags.EnvelopeRecord, IimTags.CodedCharacterSet, Utf8Escape));
        return ToBytes(datasets);
    }

    /// <summary>Whether the datasets make up the whole block, but for zeros behind them.</summary>
    private static bool IsWhole(IimBlock block)
    {
        MemoryMarshal.TryGetArray(block.Datasets[^1].Value, out var last);
        return block.Block.Bytes[0] == IimTags.Marker && !block.Block.Bytes.AsSpan(last.Offset + last.Count).ContainsAnyExcept((byte)0);
    }

    private static bool IsCharset(IimDataset dataset) => dataset is { Record: IimTags.EnvelopeRecord, Number: IimTags.CodedCharacterSet };

    private static IimDataset InUtf8(IimDataset dataset, Encoding charset) =>
        IimTags.IsText(dataset) && !Ascii.IsValid(dataset.Value.Span)
            ? dataset with { Value = Encoding.UTF8.GetBytes(charset.GetString(dataset.Value.Span)) }
            : dataset;

    /// <summary>Puts values where the first of their kind stood, else at the end of the record.</summary>
    private static void Set(List<IimDataset> datasets, byte number, IEnumerable<byte[]> values)
    {
        bool IsOld(IimDataset dataset) => dataset.Record == IimTags.ApplicationRecord && dataset.Number == number;
        var at = datasets.FindIndex(IsOld);
        if (at < 0)
        {
            at = datasets.FindLastIndex(dataset => dataset.Record <= IimTags.ApplicationRecord) + 1;
        }

        datasets.RemoveAll(IsOld);
        datasets.InsertRange(at, values.Select(value => new IimDataset(IimTags.ApplicationRecord, number, value)));
    }

    /// <summary>A subject reference that says its number already keeps the names beside it (IIM 4.2, 2:12).</summary>
    private static List<byte[]> Texts(IptcProperty property, FieldValue? value, List<IimDataset> old) =>
    [
        .. value?.Items.Select(text =>
            property.IimDatasets[0] == IimTags.SubjectReference && old.Find(dataset => dataset is { Record: IimTags.ApplicationRecord, Number: IimTags.SubjectReference } &&
                Encoding.UTF8.GetString(dataset.Value.Span).Contains($":{text}:", StringComparison.Ordinal)) is { Value.Length: > 0 } same
                ? same.Value.ToArray()
                : Cut(text, property.IimMaxBytes ?? int.MaxValue)) ?? [],
    ];

    /// <summary>As much of a text as IIM can carry, without half a character at its end; XMP holds all of it.</summary>
    private static byte[] Cut(string text, int mostBytes)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var end = Math.Min(bytes.Length, mostBytes);
        while (end < bytes.Length && (bytes[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return bytes[..end];
    }

    /// <summary>CCYYMMDD. A year or a month alone is left to XMP: much software takes the zeros IIM has for the rest as a date.</summary>
    private static IEnumerable<byte[]> Day(FieldValue? value) =>
        PartialDate.TryParse(value?.Text, out var date) && date.Precision >= DatePrecision.Day
            ? [Encoding.ASCII.GetBytes(date.Start.ToString("yyyyMMdd", CultureInfo.InvariantCulture))]
            : [];

    /// <summary>HHMMSS±HHMM. Without its offset a time cannot be said in IIM, and one made up would be wrong.</summary>
    private static IEnumerable<byte[]> Time(FieldValue? value) =>
        PartialDate.TryParse(value?.Text, out var date) && date is { Precision: DatePrecision.Time, Offset: { } offset }
            ? [Encoding.ASCII.GetBytes(date.Start.ToString("HHmmss", CultureInfo.InvariantCulture) + (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture))]
            : [];

    private static byte[] ToBytes(List<IimDataset> datasets)
    {
        var block = new MemoryStream();
        Span<byte> length = stackalloc byte[6];
        foreach (var (record, number, value) in datasets)
        {
            block.Write([IimTags.Marker, record, number]);
            if (value.Length < 0x8000)
            {
                BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)value.Length);
                block.Write(length[..2]);
            }
            else
            {
                // The length stands in the four bytes that follow.
                BinaryPrimitives.WriteUInt16BigEndian(length, 0x8004);
                BinaryPrimitives.WriteInt32BigEndian(length[2..], value.Length);
                block.Write(length);
            }

            block.Write(value.Span);
        }

        return block.ToArray();
    }
}
