using System.Text;
using System.Xml;
using System.Xml.Linq;
using MediaDesk.Metadata.Xmp;

namespace MediaDesk.Metadata.Writing;

/// <summary>Reads a packet's XML with everything in it, and of a damaged one what the reader takes from it too.</summary>
internal static class XmpTree
{
    private const int MostLevels = 100;

    private static readonly XmlReaderSettings Settings = new()
    {
        // The XML comes from anywhere: no DTD, so neither entities nor anything fetched.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
    };

    /// <summary>The tree of a packet, of a damaged one what the reader makes of it; null when it holds no RDF or is nested deeper than any metadata.</summary>
    /// <param name="isWhole">Whether all of it was read as it stands.</param>
    public static XDocument? Read(MetadataBlock packet, out bool isWhole)
    {
        var source = XmpSource.Of(packet, new ProblemList());
        var text = Encoding.UTF8.GetString(source.Utf8.Span);
        var tree = Read(text, out var fault);
        isWhole = fault is null && !source.IsAltered;
        return fault is not null && source.CanBeMended && Read(XmpMending.Mend(text), out var left) is { } mended && left is null ? mended : tree;
    }

    private static XDocument? Read(string text, out XmlException? fault)
    {
        var tree = new XDocument();
        XContainer inside = tree;
        fault = null;
        try
        {
            using var xml = XmlReader.Create(new StringReader(text), Settings);
            while (xml.Read())
            {
                if (xml.Depth > MostLevels)
                {
                    return null;
                }

                inside = Take(xml, inside);
            }
        }
        catch (XmlException found)
        {
            // What stands before the fault is in the tree.
            fault = found;
        }

        return tree.Root?.DescendantsAndSelf(XmpTags.Rdf + "RDF").Any() == true ? tree : null;
    }

    /// <summary>Adds a node to the tree and returns where the next one belongs. XNode.ReadFrom would lose all of an element that is not closed.</summary>
    private static XContainer Take(XmlReader xml, XContainer inside)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element when xml.Prefix == "xmlns":
                throw new XmlException("The prefix xmlns is no prefix.");
            case XmlNodeType.Element:
                var element = new XElement(XName.Get(xml.LocalName, xml.NamespaceURI));
                inside.Add(element);
                var isEmpty = xml.IsEmptyElement;
                while (xml.MoveToNextAttribute())
                {
                    element.Add(new XAttribute(xml.Name == "xmlns" ? "xmlns" : XName.Get(xml.LocalName, xml.NamespaceURI), xml.Value));
                }

                return isEmpty ? inside : element;
            case XmlNodeType.EndElement:
                return inside.Parent ?? (XContainer)inside.Document!;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when inside is XElement:
                inside.Add(new XText(xml.Value));
                break;
            case XmlNodeType.Comment:
                inside.Add(new XComment(xml.Value));
                break;
            case XmlNodeType.ProcessingInstruction when xml.Name != "xpacket":
                inside.Add(new XProcessingInstruction(xml.Name, xml.Value));
                break;
        }

        return inside;
    }
}
