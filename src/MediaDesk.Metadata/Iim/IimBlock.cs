using System.Text;
using System.Text.RegularExpressions;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Iim;

/// <summary>One dataset of an IIM block, undecoded.</summary>
internal readonly record struct IimDataset(byte Record, byte Number, ReadOnlyMemory<byte> Value);

/// <summary>An IIM block taken apart, with the character set its texts are in.</summary>
internal sealed partial record IimBlock(MetadataBlock Block, List<IimDataset> Datasets, Encoding Charset)
{
    /// <summary>The texts of a dataset of record 2 in order, blank ones left out.</summary>
    public IEnumerable<string> Texts(byte number) => Datasets.Where(dataset => IsOf(dataset, number)).Select(Text).Where(text => text.Length > 0);

    /// <summary>The first text of a dataset of record 2, or null.</summary>
    public string? Text(byte number)
    {
        foreach (var dataset in Datasets)
        {
            if (IsOf(dataset, number) && Text(dataset) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>What the block says of a property.</summary>
    public FieldValue? Value(IptcProperty property)
    {
        if (property.IimDatasets.IsEmpty)
        {
            return null;
        }

        var dataset = property.IimDatasets[0];
        if (property.Kind == IptcKind.Date)
        {
            return FieldValue.Of(LooseDates.FromIim(Text(IimTags.DateCreated), Text(IimTags.TimeCreated)));
        }

        if (property.IsList)
        {
            return FieldValue.Of(Texts(dataset).Select(text => dataset == IimTags.SubjectReference && SubjectReference().Match(text) is { Success: true } match ? match.Groups["code"].Value : text));
        }

        var text = Text(dataset);
        return FieldValue.Of(dataset == IimTags.ObjectAttributeReference && text is not null && AttributeNumber().Match(text) is { Success: true } number ? text[number.Length..] : text);
    }

    public IimLayer ToLayer() => new(
        Block.Where, Charset.WebName,
        [.. Datasets.Select(dataset => new IimValue(
            dataset.Record, dataset.Number, [.. dataset.Value.Span],
            IimTags.IsText(dataset) || IimTags.IsEnvelopeText(dataset) ? Text(dataset) : null))]);

    private static bool IsOf(IimDataset dataset, byte number) => dataset.Record == IimTags.ApplicationRecord && dataset.Number == number;

    /// <summary>Up to a NUL: behind it, fields of a fixed width hold leftovers.</summary>
    private string Text(IimDataset dataset)
    {
        var value = dataset.Value.Span;
        var end = value.IndexOf((byte)0);
        return PlainText.Clean(Charset.GetString(end < 0 ? value : value[..end]));
    }

    /// <summary>"IPTC:01011000:arts, culture:museum:": provider, number and three names, of which the property is the number. IIM 4.2, 2:12.</summary>
    [GeneratedRegex(@"^[^:]*:(?<code>\d{8})(:|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex SubjectReference();

    /// <summary>"002:Analysis": number and name, of which the property is the name. IIM 4.2, 2:04.</summary>
    [GeneratedRegex(@"^\d{3}:(?=.)", RegexOptions.ExplicitCapture)]
    private static partial Regex AttributeNumber();
}
