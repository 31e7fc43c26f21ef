using System.Security;
using System.Text;

namespace MediaDesk.Metadata.Tests.Files;

/// <summary>Writes XMP packets by hand, the way other software does and not the way ours would.</summary>
internal static class XmpText
{
    public const string Namespaces =
        "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" " +
        "xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\" " +
        "xmlns:exif=\"http://ns.adobe.com/exif/1.0/\" xmlns:plus=\"http://ns.useplus.org/ldf/xmp/1.0/\" " +
        "xmlns:GettyImagesGIFT=\"http://xmp.gettyimages.com/gift/1.0/\" xmlns:xmpNote=\"http://ns.adobe.com/xmp/note/\"";

    /// <summary>A packet around the inside of one rdf:Description.</summary>
    public static string Packet(string properties) =>
        $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF {Namespaces}>" +
        $"<rdf:Description rdf:about=\"\">{properties}</rdf:Description></rdf:RDF></x:xmpmeta>{new string(' ', 200)}<?xpacket end=\"w\"?>";

    /// <summary>A property in the form its kind has in XMP: language alternative, bag, sequence or text.</summary>
    public static string Property(string name, params string[] texts) => name switch
    {
        "dc:description" or "dc:title" or "dc:rights" => $"<{name}><rdf:Alt><rdf:li xml:lang=\"x-default\">{Escape(texts[0])}</rdf:li></rdf:Alt></{name}>",
        "dc:creator" => $"<{name}><rdf:Seq>{Items(texts)}</rdf:Seq></{name}>",
        "dc:subject" => $"<{name}><rdf:Bag>{Items(texts)}</rdf:Bag></{name}>",
        _ => $"<{name}>{Escape(texts[0])}</{name}>",
    };

    public static byte[] Utf8(string packet) => Encoding.UTF8.GetBytes(packet);

    private static string Items(string[] texts) => string.Concat(texts.Select(text => $"<rdf:li>{Escape(text)}</rdf:li>"));

    private static string Escape(string text) => SecurityElement.Escape(text);
}
