using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace MediaDesk.Metadata.Xmp;

/// <summary>
/// Reads the properties the desk wants out of an XMP packet, in one pass over its XML. Everything else is passed over, so that
/// duplicate, deeply nested or endless nodes elsewhere cost nothing, and what was read before a fault stands.
/// </summary>
internal static class XmpReader
{
    /// <summary>No value a person wrote is longer; in UTF-16 units.</summary>
    private const int MostTextLength = 512 * 1024;

    /// <summary>Parsing takes several times as much memory.</summary>
    private const int MostBytes = 3 * 1024 * 1024;

    /// <summary>Property, array, item, description, value, and room for notations not met yet.</summary>
    private const int MostLevels = 8;

    private const int MostItems = 10_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        // The XML comes from anywhere: no DTD, so neither entities nor anything fetched.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        ConformanceLevel = ConformanceLevel.Fragment,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static XmpValues Read(MetadataBlock packet, ProblemList problems)
    {
        var values = new XmpValues();
        Read(packet, values, problems);
        return values;
    }

    private static void Read(MetadataBlock packet, XmpValues values, ProblemList problems)
    {
        if (packet.Bytes.Length > MostBytes)
        {
            // Depth maps and second images travel as XMP too. They say nothing the desk reads.
            if (XmpTags.Namespaces.Any(name => packet.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name.NamespaceName)) >= 0))
            {
                problems.Add(packet.Where, "The XMP is too large to be texts; it was not read.");
            }

            return;
        }

        var utf8 = XmpEncoding.ToUtf8(packet, problems);
        if (utf8.Span.IndexOf("<!DOCTYPE"u8) >= 0)
        {
            problems.Add(packet.Where, "The XMP holds a document type declaration, which no photo needs and attacks use; it was not read.");
            return;
        }

        MemoryMarshal.TryGetArray(utf8, out var bytes);
        using var xml = XmlReader.Create(new MemoryStream(bytes.Array ?? [], bytes.Offset, bytes.Count, writable: false), Settings);
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "RDF" && xml.NamespaceURI == XmpTags.Rdf.NamespaceName)
                {
                    ReadRdf(xml, packet.Where, values, problems);
                    return;
                }
            }

            problems.Add(packet.Where, "The XMP holds no RDF.");
        }
        catch (XmlException fault)
        {
            problems.Add(packet.Where, $"The XMP is not well-formed (line {fault.LineNumber}, position {fault.LinePosition}); what stands before the fault was read.");
        }
    }

    private static void ReadRdf(XmlReader xml, string where, XmpValues values, ProblemList problems)
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            return;
        }

        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                ReadDescription(xml, where, values, problems);
            }
            else
            {
                xml.Read();
            }
        }
    }

    /// <summary>Properties stand as attributes or as elements of a description; both may occur side by side.</summary>
    private static void ReadDescription(XmlReader xml, string where, XmpValues values, ProblemList problems)
    {
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        while (xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI.Length > 0 && XName.Get(xml.LocalName, xml.NamespaceURI) is var name && XmpTags.IsWanted(name))
            {
                Add(name, Simple(xml.Value, null), where, values, problems);
            }
        }

        xml.MoveToElement();
        xml.Read();
        while (!isEmpty && !xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
            }
            else if (XName.Get(xml.LocalName, xml.NamespaceURI) is var name && XmpTags.IsWanted(name))
            {
                Add(name, Items(ReadElement(xml, MostLevels)), where, values, problems);
            }
            else
            {
                xml.Skip();
            }
        }
    }

    /// <summary>
    /// Reads an element with what RDF hangs on it; what lies deeper than any property is left out. XNode.ReadFrom would take time
    /// growing with the square of the depth.
    /// </summary>
    private static XElement ReadElement(XmlReader xml, int levels)
    {
        var element = new XElement(XName.Get(xml.LocalName, xml.NamespaceURI));
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        while (xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI == XmpTags.Rdf.NamespaceName || xml.Name == "xml:lang")
            {
                element.Add(new XAttribute(XName.Get(xml.LocalName, xml.NamespaceURI), xml.Value));
            }
        }

        xml.MoveToElement();
        if (isEmpty)
        {
            xml.Read();
            return element;
        }

        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && levels > 0)
            {
                element.Add(ReadElement(xml, levels - 1));
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                xml.Skip();
            }
            else
            {
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                {
                    element.Add(new XText(xml.Value));
                }

                xml.Read();
            }
        }

        xml.Read();
        return element;
    }

    private static void Add(XName name, List<XmpItem> items, string where, XmpValues values, ProblemList problems)
    {
        var kept = items.Where(item => item.Text.Length <= MostTextLength).Take(MostItems).ToList();
        if (kept.Count < items.Count)
        {
            problems.Add($"{where} {name.LocalName}", "The value is too long to be one a person wrote; it was not read.");
        }

        if (!values.TryAdd(name, kept) && !values.Items(name).SequenceEqual(kept))
        {
            problems.Add($"{where} {name.LocalName}", "The property stands there more than once; the first was taken.");
        }
    }

    /// <summary>The items of a property element in each of the forms RDF allows.</summary>
    private static List<XmpItem> Items(XElement property)
    {
        var array = property.Elements().FirstOrDefault(element => element.Name.Namespace == XmpTags.Rdf && element.Name.LocalName is "Alt" or "Seq" or "Bag");
        return array is null
            ? Simple(TextOf(property), Language(property))
            : [.. array.Elements(XmpTags.Rdf + "li").SelectMany(item => Simple(TextOf(item), Language(item)))];
    }

    private static List<XmpItem> Simple(string text, string? language)
    {
        var clean = PlainText.Clean(text);
        return string.IsNullOrWhiteSpace(clean) ? [] : [new(clean, language)];
    }

    /// <summary>A text, or with qualifiers beside it the rdf:value, in either of its notations, or a resource.</summary>
    private static string TextOf(XElement element)
    {
        var inner = element.Element(XmpTags.Rdf + "Description") ?? element;
        return inner.Element(XmpTags.Rdf + "value")?.Value
            ?? inner.Attribute(XmpTags.Rdf + "value")?.Value
            ?? element.Attribute(XmpTags.Rdf + "resource")?.Value
            ?? (element.HasElements ? "" : element.Value);
    }

    private static string? Language(XElement element) => element.Attribute(XNamespace.Xml + "lang")?.Value.ToLowerInvariant();
}
