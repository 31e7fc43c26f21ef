using System.Collections.Frozen;
using System.Xml.Linq;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Xmp;

/// <summary>Names of the XMP properties that the desk reads, by namespace and local name; prefixes in a packet mean nothing.</summary>
internal static class XmpTags
{
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    public static readonly XNamespace IptcCore = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    public static readonly XNamespace Plus = "http://ns.useplus.org/ldf/xmp/1.0/";
    public static readonly XNamespace Getty = "http://xmp.gettyimages.com/gift/1.0/";
    public static readonly XNamespace Exif = "http://ns.adobe.com/exif/1.0/";

    public static readonly XName HasExtendedXmp = XNamespace.Get("http://ns.adobe.com/xmp/note/") + "HasExtendedXMP";
    public static readonly XName SupplierImageId = Plus + "ImageSupplierImageID";
    public static readonly XName GettyAssetId = Getty + "AssetID";
    public static readonly XName GpsLatitude = Exif + "GPSLatitude", GpsLongitude = Exif + "GPSLongitude";

    private static readonly Dictionary<string, XNamespace> Prefixes = new(StringComparer.Ordinal)
    {
        ["dc"] = Dc, ["photoshop"] = Photoshop, ["Iptc4xmpCore"] = IptcCore,
    };

    /// <summary>The namespaces of all properties the reader has a use for, but for the mark of extended XMP.</summary>
    public static readonly XNamespace[] Namespaces = [Dc, Photoshop, IptcCore, Plus, Getty, Exif];

    /// <summary>The newsroom field a property carries.</summary>
    public static readonly FrozenDictionary<XName, NewsroomField> Fields = NewsroomFields.All.ToFrozenDictionary(NameOf);

    public static XName NameOf(NewsroomField field)
    {
        var parts = field.Xmp.Split(':');
        return Prefixes[parts[0]] + parts[1];
    }

    /// <summary>Whether the reader has a use for a property.</summary>
    public static bool IsWanted(XName name) =>
        Fields.ContainsKey(name) || name == HasExtendedXmp || name == SupplierImageId || name == GettyAssetId || name == GpsLatitude || name == GpsLongitude;
}
