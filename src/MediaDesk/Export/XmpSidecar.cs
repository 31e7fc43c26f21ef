using System.Text;
using System.Xml;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Export;

/// <summary>The newsroom fields as an XMP packet beside a file (ISO 16684-1; property types of IPTC 2025.1).</summary>
internal static class XmpSidecar
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly Dictionary<string, string> Namespaces = new(StringComparer.Ordinal)
    {
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["photoshop"] = "http://ns.adobe.com/photoshop/1.0/",
        ["Iptc4xmpCore"] = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    };

    public static byte[] Write(FieldValues fields)
    {
        using var packet = new MemoryStream();
        using (var xml = XmlWriter.Create(packet, new() { Encoding = new UTF8Encoding(false), Indent = true, OmitXmlDeclaration = true }))
        {
            xml.WriteProcessingInstruction("xpacket", "begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"");
            xml.WriteStartElement("x", "xmpmeta", "adobe:ns:meta/");
            xml.WriteStartElement("rdf", "RDF", Rdf);
            xml.WriteStartElement("rdf", "Description", Rdf);
            xml.WriteAttributeString("rdf", "about", Rdf, "");
            foreach (var (prefix, uri) in Namespaces)
            {
                xml.WriteAttributeString("xmlns", prefix, null, uri);
            }

            foreach (var field in NewsroomFields.All)
            {
                if (fields[field.Id] is { } value)
                {
                    WriteProperty(xml, field, value);
                }
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteProcessingInstruction("xpacket", "end=\"w\"");
        }

        return packet.ToArray();
    }

    private static void WriteProperty(XmlWriter xml, NewsroomField field, FieldValue value)
    {
        var name = field.Xmp.Split(':');
        xml.WriteStartElement(name[0], name[1], Namespaces[name[0]]);
        if (Container(field) is { } container)
        {
            xml.WriteStartElement("rdf", container, Rdf);
            foreach (var item in value.Items)
            {
                xml.WriteStartElement("rdf", "li", Rdf);
                if (container == "Alt")
                {
                    xml.WriteAttributeString("xml", "lang", null, "x-default");
                }

                xml.WriteString(Writable(item));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
        else
        {
            xml.WriteString(Writable(value.Text));
        }

        xml.WriteEndElement();
    }

    /// <summary>Names are ordered, keywords are not, and texts in Dublin Core are language alternatives.</summary>
    private static string? Container(NewsroomField field) =>
        field == NewsroomFields.Byline ? "Seq"
        : field == NewsroomFields.Keywords ? "Bag"
        : field.Xmp.StartsWith("dc:", StringComparison.Ordinal) ? "Alt"
        : null;

    /// <summary>Without what XML 1.0 cannot hold; a file may have said it in IIM.</summary>
    private static string Writable(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));
}
