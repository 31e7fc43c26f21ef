using System.Collections.Immutable;
using System.Xml.Linq;

namespace MediaDesk.Metadata.Iptc;

/// <summary>A structure of the IPTC Photo Metadata Standard: a value that is made of fields.</summary>
public sealed class IptcStructure
{
    private Dictionary<string, IptcProperty>? byId;
    private Dictionary<XName, IptcProperty>? byName;

    /// <summary>The name in the standard, such as <c>Location</c>.</summary>
    public required string Name { get; init; }

    /// <summary>In the standard's order; empty for <c>AltLang</c>, whose variants are languages and no fields.</summary>
    public required ImmutableArray<IptcProperty> Fields { get; init; }

    /// <summary>Whether it may hold any other property besides its fields, as a region of an image may.</summary>
    public bool TakesAnyProperty { get; init; }

    /// <summary>The field with an id, or null when the structure has none.</summary>
    public IptcProperty? Find(string id) =>
        (byId ??= Fields.ToDictionary(field => field.Id, StringComparer.Ordinal)).GetValueOrDefault(id) ?? (TakesAnyProperty ? IptcStandard.Find(id) : null);

    /// <summary>The field with an XMP name, or null when the structure has none.</summary>
    public IptcProperty? Find(XName name) =>
        (byName ??= Fields.ToDictionary(field => field.XmpName)).GetValueOrDefault(name) ?? (TakesAnyProperty ? IptcStandard.Find(name) : null);

    public override string ToString() => Name;
}
