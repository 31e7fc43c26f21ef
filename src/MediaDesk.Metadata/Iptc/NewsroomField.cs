using System.Xml.Linq;

namespace MediaDesk.Metadata.Iptc;

/// <summary>
/// A property of the IPTC standard that the caption desk works with, under the desk's own label. What else is to be known of it
/// stands in the standard's table. There is one object for each; they are compared by reference.
/// </summary>
/// <param name="property">The property of the standard; one that IIM carries too.</param>
/// <param name="label">The name on screen.</param>
public sealed class NewsroomField(IptcProperty property, string label)
{
    public IptcProperty Property { get; } = property;

    public string Label { get; } = label;

    /// <summary>The property id of the standard's technical reference, verbatim.</summary>
    public string Id => Property.Id;

    /// <summary>Whether the property may occur several times.</summary>
    public bool IsList => Property.IsList;

    /// <summary>The dataset number in IIM record 2.</summary>
    public byte IimDataset => Property.IimDatasets[0];

    /// <summary>The longest value IIM can carry, in octets, not characters; null where IIM sets none.</summary>
    public int? IimMaxBytes => Property.IimMaxBytes;

    /// <summary>The XMP property, with its customary prefix.</summary>
    public string Xmp => Property.Xmp;

    public XName XmpName => Property.XmpName;

    public override string ToString() => Id;
}
