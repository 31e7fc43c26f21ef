using System.Collections.Frozen;
using System.Xml.Linq;
using MediaDesk.Metadata.Iim;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Xmp;

namespace MediaDesk.Metadata;

/// <summary>
/// What agencies and picture desks write beside the properties of the IPTC standard, by customary name: <c>photoshop:Urgency</c>,
/// <c>IIM:FixtureIdentifier</c>.
/// </summary>
internal static class Extras
{
    /// <summary>Legacy of IIM that Photoshop carries on.</summary>
    private static readonly FrozenSet<XName> Legacy =
        new[] { "photoshop:Urgency", "photoshop:Category", "photoshop:SupplementalCategories" }.Select(XmpNamespaces.Expand).ToFrozenSet();

    /// <summary>Getty's own, Photo Mechanic's, and what the standard did not take over from PLUS.</summary>
    private static readonly FrozenSet<XNamespace> Whole = new[] { "GettyImagesGIFT", "photomechanic", "plus" }
        .Select(prefix => XmpNamespaces.Expand(prefix + ":x").Namespace).ToFrozenSet();

    private static readonly (byte Dataset, string Name, bool IsList)[] Iim =
    [
        (7, "EditStatus", false), (10, "Urgency", false), (15, "Category", false), (20, "SupplementalCategories", true), (22, "FixtureIdentifier", false),
    ];

    private static readonly (byte Date, byte Time, string Name)[] IimDates = [(30, 35, "ReleaseDate"), (37, 38, "ExpirationDate")];

    public static bool IsExtra(XName name) => Legacy.Contains(name) || (Whole.Contains(name.Namespace) && IptcStandard.Find(name) is null);

    public static FieldValues Of(XmpValues xmp, IimBlock? iim)
    {
        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        void Take(string id, FieldValue? value)
        {
            if (value is not null)
            {
                values[id] = value;
            }
        }

        foreach (var (name, node) in xmp.All)
        {
            if (IsExtra(name))
            {
                Take($"{XmpNamespaces.PrefixOf(name.Namespace)}:{name.LocalName}", Value(node));
            }
        }

        foreach (var (dataset, name, isList) in Iim)
        {
            Take($"IIM:{name}", isList ? FieldValue.Of(iim?.Texts(dataset) ?? []) : FieldValue.Of(iim?.Text(dataset)));
        }

        foreach (var (date, time, name) in IimDates)
        {
            Take($"IIM:{name}", FieldValue.Of(LooseDates.FromIim(iim?.Text(date), iim?.Text(time)) ?? iim?.Text(date)));
        }

        return values.Count == 0 ? FieldValues.Empty : new(values);
    }

    private static FieldValue? Value(XmpNode node) =>
        node.IsStructure ? FieldValue.Of(Structure(node))
        : node.IsArray && node.Nodes.Any(item => item.IsStructure) ? FieldValue.Of(node.Nodes.Select(Structure).ToList())
        : node.Form is XmpForm.Bag or XmpForm.Seq ? FieldValue.Of(node.Nodes.Select(XmpValues.OneText))
        : FieldValue.Of(XmpValues.OneText(node));

    private static FieldValues Structure(XmpNode node)
    {
        var fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        foreach (var field in node.Nodes)
        {
            if (Value(field) is { } value)
            {
                fields.TryAdd(field.Name.LocalName, value);
            }
        }

        return new(fields);
    }
}
