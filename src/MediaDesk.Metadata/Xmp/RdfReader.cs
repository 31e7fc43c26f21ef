using System.Text;
using System.Xml;
using System.Xml.Linq;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Xmp;

/// <summary>
/// Reads RDF in one pass over its XML, in each of the notations it has for the same thing: properties as elements and as attributes,
/// structures as descriptions, as resources and as attributes, qualifiers beside a value. ISO 16684-1, 7.9.
/// </summary>
internal sealed class RdfReader
{
    /// <summary>No value a person wrote is longer; in UTF-16 units. Others, such as images, are listed all the same.</summary>
    private const int MostTextLength = 512 * 1024;

    /// <summary>Structures in structures go six levels deep in the standard; this leaves room for what is not met yet.</summary>
    private const int MostLevels = 32;

    private const int MostNodes = 50_000;

    private const string XmlnsNamespace = "http://www.w3.org/2000/xmlns/", XmlNamespace = "http://www.w3.org/XML/1998/namespace";

    private static readonly XName RdfValue = XmpTags.Rdf + "value";

    private readonly XmlReader xml;
    private readonly string where;
    private readonly Func<XName, bool>? wanted;
    private readonly ProblemList problems;
    private readonly List<XmpNode> properties = [];
    private readonly Dictionary<string, (XmpNode Node, int Size)> named = new(StringComparer.Ordinal);
    private readonly List<(List<XmpNode> Target, int Index, string NodeId)> references = [];
    private string? toolkit, about;
    private int nodes;
    private bool isBounded = true;

    public RdfReader(XmlReader xml, string where, Func<XName, bool>? wanted, ProblemList problems) =>
        (this.xml, this.where, this.wanted, this.problems) = (xml, where, wanted, problems);

    /// <summary>The packet's tree; with a fault in its XML what stands before it.</summary>
    /// <param name="fault">What is wrong with the whole, to be said of "the XMP"; null when nothing is.</param>
    public XmpPacket Read(out string? fault)
    {
        fault = ReadXml();
        Resolve();
        return new(where, toolkit, about, [.. properties]);
    }

    private string? ReadXml()
    {
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.NamespaceURI == XmpTags.Rdf.NamespaceName && xml.LocalName == "RDF")
                {
                    ReadRdf();
                    return null;
                }

                if (xml.NodeType == XmlNodeType.Element)
                {
                    // Photoshop 7 still called XMP "XAP".
                    toolkit ??= xml.GetAttribute("xmptk", XmpTags.Meta.NamespaceName) ?? xml.GetAttribute("xaptk", XmpTags.Meta.NamespaceName);
                }
            }

            return "holds no RDF";
        }
        catch (XmlException fault)
        {
            return $"is not well-formed (line {fault.LineNumber}, position {fault.LinePosition})";
        }
    }

    private void ReadRdf()
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            return;
        }

        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("nodeID", XmpTags.Rdf.NamespaceName) is { } id)
            {
                ReadNamed(id);
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                // The first RDF wrote "about" without a prefix.
                about ??= (xml.GetAttribute("about", XmpTags.Rdf.NamespaceName) ?? xml.GetAttribute("about")) is { Length: > 0 } named ? named : null;
                ReadInside(properties, MostLevels, wanted);
            }
            else
            {
                xml.Read();
            }
        }
    }

    /// <summary>An array or structure under a name, by which properties elsewhere refer to it, as F-Spot writes them. RDF/XML, 2.10.</summary>
    private void ReadNamed(string id)
    {
        var (form, nodesBefore, referencesBefore) = (ArrayForm(), nodes, references.Count);
        List<XmpNode> inside = [];
        ReadInside(inside, MostLevels, null);

        // What refers to a name inside of what has a name could refer to itself.
        references.RemoveRange(referencesBefore, references.Count - referencesBefore);
        named.TryAdd(id, (new() { Name = RdfValue, Form = form ?? XmpForm.One, Nodes = inside }, nodes - nodesBefore));
    }

    /// <summary>Puts what was read under a name where it is referred to; structures that nothing refers to describe the photo.</summary>
    private void Resolve()
    {
        var referred = references.Select(reference => reference.NodeId).ToHashSet(StringComparer.Ordinal);
        properties.AddRange(named
            .Where(pair => !referred.Contains(pair.Key) && pair.Value.Node.IsStructure)
            .SelectMany(pair => pair.Value.Node.Nodes)
            .Where(node => wanted?.Invoke(node.Name) != false));
        foreach (var (target, index, id) in references)
        {
            if (named.TryGetValue(id, out var found) && (nodes += found.Size) < MostNodes)
            {
                target[index] = new()
                {
                    Name = target[index].Name, Form = found.Node.Form, Nodes = found.Node.Nodes, Language = target[index].Language, Qualifiers = target[index].Qualifiers,
                };
            }
        }
    }

    /// <summary>
    /// The properties of a description, or the items of an array, which stand as attributes or as elements; both may occur side by
    /// side. The reader stands behind the element afterwards.
    /// </summary>
    private void ReadInside(List<XmpNode> target, int levels, Func<XName, bool>? only)
    {
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        while (xml.MoveToNextAttribute())
        {
            if (IsProperty() && Name() is var name && only?.Invoke(name) != false && IsRoom())
            {
                Begin(target, name);
                target.Add(new() { Name = name, Text = Bounded(name, xml.Value) });
            }
        }

        xml.MoveToElement();
        xml.Read();
        if (isEmpty)
        {
            return;
        }

        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
            }
            else if (levels > 0 && Name() is var name && only?.Invoke(name) != false && IsRoom())
            {
                Begin(target, name);
                ReadProperty(target, levels - 1);
            }
            else
            {
                xml.Skip();
            }
        }

        xml.Read();
    }

    private void Begin(List<XmpNode> target, XName name)
    {
        if (ReferenceEquals(target, properties))
        {
            isBounded = wanted is not null || XmpTags.IsWanted(name);
        }
    }

    /// <summary>A property element, or an array's item, which is written alike.</summary>
    private void ReadProperty(List<XmpNode> target, int levels)
    {
        var name = Name();
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        var (isResource, isStructure) = (false, false);
        string? language = null, reference = null, nodeId = null;
        List<XmpNode> inside = [];
        while (xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI == XmlNamespace && xml.LocalName == "lang")
            {
                language = xml.Value;
            }
            else if (xml.NamespaceURI == XmpTags.Rdf.NamespaceName && xml.LocalName == "resource")
            {
                reference = Bounded(name, xml.Value);
            }
            else if (xml.NamespaceURI == XmpTags.Rdf.NamespaceName && xml.LocalName == "nodeID")
            {
                nodeId = xml.Value;
            }
            else if (xml.NamespaceURI == XmpTags.Rdf.NamespaceName && xml.LocalName == "parseType")
            {
                isResource = isStructure = xml.Value == "Resource";
            }
            else if (IsProperty() && IsRoom())
            {
                inside.Add(new() { Name = Name(), Text = Bounded(name, xml.Value) });
            }
        }

        xml.MoveToElement();
        xml.Read();
        var text = new Chunks();
        XmpForm form = XmpForm.One;
        List<XmpNode>? items = null;
        while (!isEmpty && !xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                {
                    text.Add(xml.Value);
                }

                xml.Read();
            }
            else if (levels == 0)
            {
                problems.Add($"{where} {name.LocalName}", "The value goes deeper than any property; what lies deeper was not read.");
                isStructure = true;
                xml.Skip();
            }
            else if (isResource)
            {
                ReadOne(inside, levels);
            }
            else if (ArrayForm() is { } array)
            {
                form = array;
                ReadInside(items ??= [], levels - 1, null);
            }
            else
            {
                isStructure = true;
                ReadInside(inside, levels - 1, null);
            }
        }

        if (!isEmpty)
        {
            xml.Read();
        }

        if (nodeId is not null)
        {
            references.Add((target, target.Count, nodeId));
        }

        target.Add(Build());

        XmpNode Build()
        {
            if (items is not null)
            {
                return new() { Name = name, Form = form, Nodes = items, Language = language, Qualifiers = inside };
            }

            // What has qualifiers is written as a structure whose rdf:value is the value itself.
            if (inside.Find(field => field.Name == RdfValue) is { } value)
            {
                return new()
                {
                    Name = name, Text = value.Text, IsUri = value.IsUri, Form = value.Form, Nodes = value.Nodes,
                    Language = language ?? value.Language, Qualifiers = [.. inside.Where(field => field != value)],
                };
            }

            if (reference is not null)
            {
                return new() { Name = name, Text = reference, IsUri = true, Language = language, Qualifiers = inside };
            }

            var whole = text.ToString();
            return isStructure || (inside.Count > 0 && string.IsNullOrWhiteSpace(whole))
                ? new() { Name = name, Nodes = inside, Language = language }
                : new() { Name = name, Text = Bounded(name, whole), Language = language, Qualifiers = inside };
        }
    }

    private void ReadOne(List<XmpNode> target, int levels)
    {
        if (IsRoom())
        {
            ReadProperty(target, levels - 1);
        }
        else
        {
            xml.Skip();
        }
    }

    /// <summary>Throws, as its parser should have done, on an element whose prefix is the word that declares prefixes.</summary>
    private XName Name() =>
        xml.Prefix == "xmlns" ? throw new XmlException("The prefix xmlns is no prefix.") : XName.Get(xml.LocalName, xml.NamespaceURI);

    /// <summary>Whether the attribute the reader stands at is a property and no part of XML's or RDF's own notation.</summary>
    private bool IsProperty() =>
        xml.NamespaceURI is var space && space.Length > 0 && space != XmlnsNamespace && space != XmlNamespace
        && (space != XmpTags.Rdf.NamespaceName || xml.LocalName == "value");

    private XmpForm? ArrayForm() => xml.NamespaceURI != XmpTags.Rdf.NamespaceName ? null : xml.LocalName switch
    {
        "Alt" => XmpForm.Alt,
        "Bag" => XmpForm.Bag,
        "Seq" => XmpForm.Seq,
        _ => null,
    };

    private bool IsRoom()
    {
        if (++nodes == MostNodes)
        {
            problems.Add(where, $"The XMP has more than {MostNodes} nodes; the others were not read.");
        }

        return nodes < MostNodes;
    }

    private string Bounded(XName name, string text)
    {
        if (text.Length <= MostTextLength || !isBounded)
        {
            return text;
        }

        problems.Add($"{where} {name.LocalName}", "The value is too long to be one a person wrote; it was not read.");
        return "";
    }

    /// <summary>A text in pieces, which mostly is one.</summary>
    private struct Chunks
    {
        private string? first;
        private StringBuilder? all;

        public void Add(string text)
        {
            if (first is null)
            {
                first = text;
            }
            else
            {
                (all ??= new StringBuilder(first)).Append(text);
            }
        }

        public override readonly string ToString() => all?.ToString() ?? first ?? "";
    }
}
