using System.Collections.Immutable;
using System.Xml.Linq;

namespace MediaDesk.Metadata.Iptc;

/// <summary>
/// A property of the IPTC Photo Metadata Standard, or a field of one of its structures. There is one object for each; they are
/// compared by reference.
/// </summary>
public sealed class IptcProperty
{
    /// <summary>The id of the standard's technical reference, verbatim; of a field unique only within its structure.</summary>
    public required string Id { get; init; }

    /// <summary>The name in the standard.</summary>
    public required string Name { get; init; }

    /// <summary>The label the standard recommends for user interfaces; where it recommends none, as for the structures of PLUS, the name.</summary>
    public required string Label { get => field.Length > 0 ? field : Name; init; }

    /// <summary>What to enter, for the person who fills the field; may be empty.</summary>
    public required string Help { get; init; }

    /// <summary>Further notes of the standard for users; may be empty.</summary>
    public required string Notes { get; init; }

    /// <summary><c>IptcCore</c> or <c>IptcExt</c>.</summary>
    public required string Schema { get; init; }

    /// <summary>The standard's topic, by which a user interface groups properties, such as <c>location</c>; empty for fields of structures.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Sorts (ordinal) properties within a user interface as the standard recommends.</summary>
    public required string Order { get; init; }

    public IptcKind Kind { get; init; }

    /// <summary>Whether the property may occur several times.</summary>
    public bool IsList => Form is XmpForm.Bag or XmpForm.Seq;

    /// <summary>The XMP property with its customary prefix, such as <c>dc:description</c>.</summary>
    public required string Xmp { get; init; }

    /// <summary>The XMP property by namespace and local name, which alone count in a packet.</summary>
    public XName XmpName => field ??= XmpNamespaces.Expand(Xmp);

    public XmpForm Form { get; init; }

    /// <summary>The datasets of IIM record 2 that carry the property: one, for a date also its time; empty where IIM has none.</summary>
    public ImmutableArray<byte> IimDatasets { get; init; } = [];

    /// <summary>The longest value IIM can carry, in octets, not characters; null where IIM sets none.</summary>
    public int? IimMaxBytes { get; init; }

    /// <summary>The EXIF tag the standard names as the property's twin; null where there is none.</summary>
    public ushort? ExifTag { get; init; }

    /// <summary>What the fields of a structured value are; null for every other kind.</summary>
    public IptcStructure? Structure { get; init; }

    public override string ToString() => Id;
}
