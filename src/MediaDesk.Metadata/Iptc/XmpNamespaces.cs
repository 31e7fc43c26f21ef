using System.Xml.Linq;

namespace MediaDesk.Metadata.Iptc;

/// <summary>The namespaces of XMP properties by their customary prefixes; the prefixes in a packet mean nothing.</summary>
public static class XmpNamespaces
{
    private static readonly Dictionary<string, XNamespace> ByPrefix = new(StringComparer.Ordinal)
    {
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["exif"] = "http://ns.adobe.com/exif/1.0/",
        ["GettyImagesGIFT"] = "http://xmp.gettyimages.com/gift/1.0/",
        ["Iptc4xmpCore"] = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
        ["Iptc4xmpExt"] = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
        ["photomechanic"] = "http://ns.camerabits.com/photomechanic/1.0/",
        ["photoshop"] = "http://ns.adobe.com/photoshop/1.0/",
        ["plus"] = "http://ns.useplus.org/ldf/xmp/1.0/",
        ["tiff"] = "http://ns.adobe.com/tiff/1.0/",
        ["xmp"] = "http://ns.adobe.com/xap/1.0/",
        ["xmpRights"] = "http://ns.adobe.com/xap/1.0/rights/",
    };

    private static readonly Dictionary<XNamespace, string> Prefixes = ByPrefix.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static IEnumerable<XNamespace> All => ByPrefix.Values;

    /// <summary>The full name of a property such as <c>dc:creator</c>, whose prefix is one of these.</summary>
    public static XName Expand(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return ByPrefix[name[..colon]] + name[(colon + 1)..];
    }

    /// <summary>The namespace of a prefix; null when it is none of these.</summary>
    public static XNamespace? Find(string prefix) => ByPrefix.GetValueOrDefault(prefix);

    /// <summary>The customary prefix of a namespace; null when it is none of these.</summary>
    public static string? PrefixOf(XNamespace space) => Prefixes.GetValueOrDefault(space);
}
