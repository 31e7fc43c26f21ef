using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Xml.Linq;

namespace MediaDesk.Metadata.Iptc;

/// <summary>The IPTC Photo Metadata Standard 2025.1 as a table, generated from the standard's own technical reference.</summary>
public static class IptcStandard
{
    private static readonly FrozenDictionary<string, IptcProperty> ById = IptcTable.Properties.ToFrozenDictionary(property => property.Id, StringComparer.Ordinal);
    private static readonly FrozenDictionary<XName, IptcProperty> ByName = IptcTable.Properties.ToFrozenDictionary(property => property.XmpName);

    /// <summary>The 66 properties in the standard's order: Core, then Extension.</summary>
    public static ImmutableArray<IptcProperty> Properties => IptcTable.Properties;

    /// <summary>The 19 structures, language alternatives (<c>AltLang</c>) among them.</summary>
    public static ImmutableArray<IptcStructure> Structures => IptcTable.Structures;

    /// <summary>The property with an id of the standard, or null when there is none.</summary>
    public static IptcProperty? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The property with an XMP name, or null when there is none.</summary>
    public static IptcProperty? Find(XName name) => ByName.GetValueOrDefault(name);
}
