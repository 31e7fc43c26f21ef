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
    public static Edited Edit(IimBlock? block, IReadOnlyDictionary<NewsroomField, FieldValue?> changes)
    {
        if (block is not null && !IsWhole(block))
        {
            return Edited.Refused("The IIM block in the file is damaged; writing could lose a part of it.");
        }

        List<IimDataset> datasets = block is null
            ? [new(IimTags.ApplicationRecord, 0, new byte[] { 0, 4 })]
            : [.. block.Datasets.Where(dataset => !IsCharset(dataset)).Select(dataset => InUtf8(dataset, block.Charset))];
        foreach (var (field, value) in changes)
        {
            Set(datasets, field.IimDataset, field == NewsroomFields.DateCreated ? Day(value) : Texts(field, value));
            if (field == NewsroomFields.DateCreated)
            {
                Set(datasets, IimTags.TimeCreated, Time(value));
            }
        }

        datasets.Insert(0, new(IimTags.EnvelopeRecord, IimTags.CodedCharacterSet, Utf8Escape));
        return Edited.To(ToBytes(datasets));
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

    private static IEnumerable<byte[]> Texts(NewsroomField field, FieldValue? value) =>
        value?.Items.Select(text => Cut(text, field.IimMaxBytes ?? int.MaxValue)) ?? [];

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
