using System.Text;
using System.Xml;
using System.Xml.Linq;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Xmp;

namespace MediaDesk.Metadata.Writing;

/// <summary>An XMP packet as a tree in which single properties are set; every other node stays. ISO 16684-1.</summary>
internal sealed class XmpDocument
{
    /// <summary>Room for later edits, so that they need not move anything: XMP Specification Part 1, 7.3.2.</summary>
    private const int Padding = 2048;

    /// <summary>As much as the reader takes.</summary>
    private const int MostBytes = 3 * 1024 * 1024;

    private static readonly XNamespace Meta = "adobe:ns:meta/";

    private readonly XDocument tree;
    private readonly XElement rdf;

    private XmpDocument(XDocument tree, XElement rdf) => (this.tree, this.rdf) = (tree, rdf);

    public bool IsEmpty => !rdf.Elements().Elements().Any() && !rdf.Elements().Attributes().Any(IsProperty);

    public static XmpDocument New()
    {
        var rdf = new XElement(XmpTags.Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", XmpTags.Rdf));
        return new(new XDocument(new XElement(Meta + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", Meta), rdf)), rdf);
    }

    /// <summary>The packet with fields set, or a new one; <paramref name="limit"/> is the most bytes its container can hold.</summary>
    public static Edited Edit(MetadataBlock? packet, FieldChanges changes, int limit, WriteWarnings warnings)
    {
        if (Open(packet, warnings) is not { } document)
        {
            return Edited.Refused("The XMP in the file is too large to be kept whole.");
        }

        document.Set(packet is null ? changes.NewXmp : changes.Xmp, changes);
        return document.ToPacket(packet?.Bytes.Length ?? 0, limit) is { } bytes
            ? Edited.To(bytes)
            : Edited.Refused("The texts are longer than the file has room for.");
    }

    /// <summary>The tree of a packet, of a damaged one what can be read of it; null when it is too large.</summary>
    public static XmpDocument? Open(MetadataBlock? packet, WriteWarnings warnings)
    {
        if (packet is null || packet.Bytes.Length > MostBytes)
        {
            return packet is null ? New() : null;
        }

        if (XmpTree.Read(packet, out var isWhole) is not { } tree)
        {
            warnings.AddRepair("The XMP in the file made no sense and was replaced.");
            return New();
        }

        if (!isWhole)
        {
            warnings.AddRepair("The XMP in the file was damaged; it now holds what could still be read of it.");
        }

        return new(tree, tree.Descendants(XmpTags.Rdf + "RDF").First());
    }

    public bool Has(XName name) => rdf.Elements().Elements(name).Any() || rdf.Elements().Attributes(name).Any();

    /// <summary>The text of a simple property.</summary>
    public string? Text(XName name) => rdf.Elements().Elements(name).FirstOrDefault()?.Value ?? rdf.Elements().Attributes(name).FirstOrDefault()?.Value;

    /// <param name="values">What is to be set in this packet of all the changes of the photo.</param>
    public void Set(IReadOnlyDictionary<IptcProperty, FieldValue?> values, FieldChanges changes)
    {
        foreach (var (property, value) in values)
        {
            Set(property, value, changes.LanguagesOf(property));
        }
    }

    /// <summary>Sets a property where it stands, in whichever form, else in the first description; null removes it.</summary>
    /// <param name="languages">Texts in other languages that change with it.</param>
    public void Set(IptcProperty property, FieldValue? value, IReadOnlyDictionary<string, FieldValue?> languages)
    {
        var old = rdf.Elements().Elements(property.XmpName).FirstOrDefault();
        Put(property.XmpName, value is null ? null : XmpPropertyWriter.Property(property, value, old, languages));
        SetOldNames(property, value);
    }

    /// <summary>The names under which old software wrote a property go with it; EXIF's mirror in XMP follows it as EXIF itself does.</summary>
    private void SetOldNames(IptcProperty property, FieldValue? value)
    {
        foreach (var name in (XmpTags.OldNames.GetValueOrDefault(property.Id) ?? []).Where(Has))
        {
            var old = rdf.Elements().Elements(name).FirstOrDefault();
            if (value is null)
            {
                Put(name, null);
            }
            else if (XmpNamespaces.PrefixOf(name.Namespace) == "tiff")
            {
                Put(name, XmpPropertyWriter.Mirror(name, value.Text, old));
            }
        }
    }

    /// <summary>Puts a property in the place of the one of its name; null takes that out.</summary>
    public void Put(XName name, XElement? property)
    {
        var elements = rdf.Elements().Elements(name).ToList();
        var attributes = rdf.Elements().Attributes(name).ToList();
        var description = elements.FirstOrDefault()?.Parent ?? attributes.FirstOrDefault()?.Parent ?? rdf.Element(XmpTags.Rdf + "Description");
        if (property is not null)
        {
            description ??= AddDescription();
            Declare(description, property);
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

    /// <summary>Moves the property that takes most room to another document; false when nothing is left to move.</summary>
    public bool MoveLargestTo(XmpDocument other)
    {
        if (rdf.Elements().Elements().Where(property => property.Name != XmpTags.HasExtendedXmp).MaxBy(Size) is not { } largest)
        {
            return false;
        }

        Move(largest, other);
        return true;
    }

    private static int Size(XElement property) => property.DescendantNodesAndSelf().Sum(node => node switch
    {
        XElement element => (2 * element.Name.LocalName.Length) + element.Attributes().Sum(attribute => attribute.Name.LocalName.Length + attribute.Value.Length),
        XText text => text.Value.Length,
        _ => 0,
    });

    /// <summary>Moves a property, in either form, to another document that does not have it.</summary>
    public void MoveTo(XmpDocument other, XName name)
    {
        foreach (var attribute in rdf.Elements().Attributes(name).ToList())
        {
            other.Put(name, new XElement(name, new XAttribute(XNamespace.Xmlns + attribute.Parent!.GetPrefixOfNamespace(name.Namespace)!, name.NamespaceName), attribute.Value));
            attribute.Remove();
        }

        if (rdf.Elements().Elements(name).FirstOrDefault() is { } property)
        {
            Move(property, other);
        }
    }

    /// <summary>Moves all properties to another document that has none of them.</summary>
    public void MoveAllTo(XmpDocument other)
    {
        foreach (var name in rdf.Elements().Attributes().Where(IsProperty).Select(attribute => attribute.Name)
            .Concat(rdf.Elements().Elements().Select(property => property.Name)).Distinct().ToList())
        {
            MoveTo(other, name);
        }
    }

    public XmpDocument Copy()
    {
        var copy = new XDocument(tree);
        return new(copy, copy.Descendants(XmpTags.Rdf + "RDF").First());
    }

    /// <summary>The packet, as long as <paramref name="oldLength"/> when it fits in there; null when it exceeds <paramref name="limit"/>.</summary>
    public byte[]? ToPacket(int oldLength, int limit, bool indent = false)
    {
        var packet = new MemoryStream();
        packet.Write("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"u8);
        packet.Write(ToBytes(indent));
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

    /// <summary>The tree alone, without the wrapper of a packet.</summary>
    public byte[] ToBytes(bool indent = false)
    {
        var bytes = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OmitXmlDeclaration = true, Indent = indent, NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize, CheckCharacters = false, CloseOutput = false,
        };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            tree.Save(xml);
        }

        return bytes.ToArray();
    }

    private static bool IsProperty(XAttribute attribute) =>
        !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != XmpTags.Rdf && attribute.Name.Namespace != XNamespace.Xml && attribute.Name.NamespaceName.Length > 0;

    private static void Move(XElement property, XmpDocument other)
    {
        // A copy takes the prefixes it uses with it.
        var copy = new XElement(property);
        foreach (var declaration in property.Ancestors().Attributes().Where(attribute => attribute.IsNamespaceDeclaration && copy.Attribute(attribute.Name) is null))
        {
            if (copy.DescendantsAndSelf().Any(element => element.Name.Namespace == declaration.Value || element.Attributes().Any(attribute => attribute.Name.Namespace == declaration.Value)))
            {
                copy.Add(new XAttribute(declaration));
            }
        }

        property.Remove();
        other.Put(copy.Name, copy);
    }

    private XElement AddDescription()
    {
        var description = new XElement(XmpTags.Rdf + "Description", new XAttribute(XmpTags.Rdf + "about", ""));
        rdf.Add(description);
        return description;
    }

    /// <summary>Gives namespaces their customary prefixes, on the property alone where the packet uses one for something else.</summary>
    private static void Declare(XElement description, XElement property)
    {
        foreach (var space in property.DescendantsAndSelf().Select(element => element.Name.Namespace).Distinct().ToList())
        {
            if (XmpNamespaces.PrefixOf(space) is { } prefix && description.GetPrefixOfNamespace(space) is null && property.GetPrefixOfNamespace(space) is null)
            {
                (description.GetNamespaceOfPrefix(prefix) is null ? description : property).Add(new XAttribute(XNamespace.Xmlns + prefix, space.NamespaceName));
            }
        }
    }
}
