using System.Text;
using System.Xml;
using System.Xml.Linq;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Xmp;

namespace MediaDesk.Metadata.Writing;

/// <summary>
/// An XMP packet as a tree in which single properties are set; every other node stays. ISO 16684-1; property types of IPTC 2025.1.
/// </summary>
internal sealed class XmpDocument
{
    /// <summary>Room for later edits, so that they need not move anything: XMP Specification Part 1, 7.3.2.</summary>
    private const int Padding = 2048;

    private const int MostBytes = 1024 * 1024;

    private const int MostLevels = 100;

    private static readonly XNamespace Meta = "adobe:ns:meta/";

    private static readonly XmlReaderSettings Settings = new()
    {
        // The XML comes from anywhere: no DTD, so neither entities nor anything fetched.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
    };

    private readonly XDocument tree;
    private readonly XElement rdf;

    private XmpDocument(XDocument tree, XElement rdf) => (this.tree, this.rdf) = (tree, rdf);

    public static XmpDocument New()
    {
        var rdf = new XElement(XmpTags.Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", XmpTags.Rdf));
        return new(new XDocument(new XElement(Meta + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", Meta), rdf)), rdf);
    }

    /// <summary>The packet with fields set; <paramref name="limit"/> is the most bytes its container can hold.</summary>
    public static Edited Edit(MetadataBlock? packet, IReadOnlyDictionary<NewsroomField, FieldValue?> changes, int limit)
    {
        var document = packet is null ? New() : Parse(packet);
        if (document is null)
        {
            return Edited.Refused("The XMP in the file is damaged or of an unusual kind; writing could lose a part of it.");
        }

        if (document.Has(XmpTags.HasExtendedXmp))
        {
            return Edited.Refused("The XMP in the file goes on in a second part (extended XMP), which is not written.");
        }

        foreach (var (field, value) in changes)
        {
            document.Set(field, value);
        }

        return document.ToPacket(packet?.Bytes.Length ?? 0, limit) is { } bytes
            ? Edited.To(bytes)
            : Edited.Refused("The texts are longer than the file has room for.");
    }

    /// <summary>The tree of a packet, or null when it is not well-formed, not in one encoding, too large or too deep to be kept whole.</summary>
    private static XmpDocument? Parse(MetadataBlock packet)
    {
        var faults = new ProblemList();
        if (packet.Bytes.Length > MostBytes || XmpEncoding.ToUtf8(packet, faults) is var utf8 && (utf8.IsEmpty || !faults.ToImmutable().IsEmpty))
        {
            return null;
        }

        // NULs and blanks follow some packets.
        var bytes = utf8[..(utf8.Span.LastIndexOf((byte)'>') + 1)].ToArray();
        try
        {
            using (var levels = XmlReader.Create(new MemoryStream(bytes), Settings))
            {
                while (levels.Read())
                {
                    if (levels.Depth > MostLevels)
                    {
                        return null;
                    }
                }
            }

            using var xml = XmlReader.Create(new MemoryStream(bytes), Settings);
            var tree = XDocument.Load(xml, LoadOptions.PreserveWhitespace);
            tree.Nodes().Where(node => node is XText or XProcessingInstruction { Target: "xpacket" }).Remove();
            return tree.Declaration is null && tree.Descendants(XmpTags.Rdf + "RDF").FirstOrDefault() is { } rdf ? new(tree, rdf) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Without what XML 1.0 cannot hold; a file may have said it in IIM.</summary>
    public static string Writable(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));

    /// <summary>Sets a property where it stands, in whichever form, else in the first description; null removes it.</summary>
    public void Set(NewsroomField field, FieldValue? value)
    {
        var name = XmpTags.NameOf(field);
        var elements = rdf.Elements().Elements(name).ToList();
        var attributes = rdf.Elements().Attributes(name).ToList();
        var description = elements.FirstOrDefault()?.Parent ?? attributes.FirstOrDefault()?.Parent ?? rdf.Element(XmpTags.Rdf + "Description");
        if (value is not null)
        {
            description ??= AddDescription();
            var property = Property(field, value, elements.FirstOrDefault());
            Declare(field.Xmp.Split(':')[0], name.Namespace, description, property);
            if (elements.Count > 0)
            {
                elements[0].AddBeforeSelf(property);
            }
            else
            {
                description.Add(property);
            }
        }

        elements.Remove();
        attributes.Remove();
    }

    /// <summary>The packet, as long as <paramref name="oldLength"/> when it fits in there; null when it exceeds <paramref name="limit"/>.</summary>
    public byte[]? ToPacket(int oldLength, int limit, bool indent = false)
    {
        var packet = new MemoryStream();
        packet.Write("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"u8);
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OmitXmlDeclaration = true, Indent = indent, NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize, CheckCharacters = false, CloseOutput = false,
        };
        using (var xml = XmlWriter.Create(packet, settings))
        {
            tree.Save(xml);
        }

        var end = "\n<?xpacket end=\"w\"?>"u8;
        var length = (int)packet.Length + end.Length;
        if (length > limit)
        {
            return null;
        }

        var full = length <= oldLength ? oldLength : Math.Min(length + (indent ? 0 : Padding), limit);
        packet.Write(Enumerable.Repeat((byte)' ', full - length).ToArray());
        packet.Write(end);
        return packet.ToArray();
    }

    private bool Has(XName name) => rdf.Elements().Elements(name).Any() || rdf.Elements().Attributes(name).Any();

    private XElement AddDescription()
    {
        var description = new XElement(XmpTags.Rdf + "Description", new XAttribute(XmpTags.Rdf + "about", ""));
        rdf.Add(description);
        return description;
    }

    /// <summary>Gives a namespace its customary prefix, on the property alone where the packet uses that for something else.</summary>
    private static void Declare(string prefix, XNamespace name, XElement description, XElement property)
    {
        if (description.GetPrefixOfNamespace(name) is null)
        {
            (description.GetNamespaceOfPrefix(prefix) is null ? description : property).Add(new XAttribute(XNamespace.Xmlns + prefix, name.NamespaceName));
        }
    }

    private static XElement Property(NewsroomField field, FieldValue value, XElement? old)
    {
        var property = new XElement(XmpTags.NameOf(field));
        if (Container(field) is { } container)
        {
            var array = new XElement(XmpTags.Rdf + container);
            property.Add(array);
            foreach (var text in value.Items)
            {
                array.Add(new XElement(XmpTags.Rdf + "li", container == "Alt" ? new XAttribute(XNamespace.Xml + "lang", XmpValues.DefaultLanguage) : null, Writable(text)));
            }

            if (container == "Alt")
            {
                array.Add(OtherLanguages(old));
            }
        }
        else
        {
            property.Add(Writable(value.Text));
        }

        return property;
    }

    /// <summary>The texts of a language alternative that a new text in the default language leaves alone.</summary>
    private static IEnumerable<XElement> OtherLanguages(XElement? old) =>
        from item in old?.Elements(XmpTags.Rdf + "Alt").Elements(XmpTags.Rdf + "li") ?? []
        where item.Attribute(XNamespace.Xml + "lang")?.Value.ToLowerInvariant() is not (null or XmpValues.DefaultLanguage)
        select new XElement(item);

    /// <summary>Names are ordered, keywords are not, and texts in Dublin Core are language alternatives.</summary>
    private static string? Container(NewsroomField field) =>
        field == NewsroomFields.Byline ? "Seq"
        : field == NewsroomFields.Keywords ? "Bag"
        : field.Xmp.StartsWith("dc:", StringComparison.Ordinal) ? "Alt"
        : null;
}
