using System.Text;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Iim;

/// <summary>One dataset of an IIM block, undecoded.</summary>
internal readonly record struct IimDataset(byte Record, byte Number, ReadOnlyMemory<byte> Value);

/// <summary>An IIM block taken apart, with the character set its texts are in.</summary>
internal sealed record IimBlock(MetadataBlock Block, List<IimDataset> Datasets, Encoding Charset)
{
    /// <summary>The texts of a dataset of record 2 in order, blank ones left out.</summary>
    public IEnumerable<string> Texts(byte number) =>
        from dataset in Datasets
        where dataset.Record == IimTags.ApplicationRecord && dataset.Number == number
        let text = PlainText.Clean(Charset.GetString(dataset.Value.Span))
        where text.Length > 0
        select text;

    /// <summary>The first text of a dataset of record 2, or null.</summary>
    public string? Text(byte number) => Texts(number).FirstOrDefault();

    /// <summary>What the block says of a newsroom field.</summary>
    public FieldValue? Value(NewsroomField field)
    {
        if (field == NewsroomFields.DateCreated)
        {
            return FieldValue.Of(LooseDates.FromIim(Text(IimTags.DateCreated), Text(IimTags.TimeCreated)));
        }

        return field.IsList ? FieldValue.Of(Texts(field.IimDataset)) : FieldValue.Of(Text(field.IimDataset));
    }
}
