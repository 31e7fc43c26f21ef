using System.Collections.Frozen;
using System.Xml.Linq;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Xmp;

/// <summary>Names of the XMP properties that the desk reads, by namespace and local name; prefixes in a packet mean nothing.</summary>
internal static class XmpTags
{
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static readonly XNamespace Meta = "adobe:ns:meta/";

    public static readonly XName HasExtendedXmp = XNamespace.Get("http://ns.adobe.com/xmp/note/") + "HasExtendedXMP";
    public static readonly XName MetadataDate = XmpNamespaces.Expand("xmp:MetadataDate");
    public static readonly XName SupplierImageId = XmpNamespaces.Expand("plus:ImageSupplierImageID");
    public static readonly XName GettyAssetId = XmpNamespaces.Expand("GettyImagesGIFT:AssetID");
    public static readonly XName GpsLatitude = XmpNamespaces.Expand("exif:GPSLatitude"), GpsLongitude = XmpNamespaces.Expand("exif:GPSLongitude");

    /// <summary>The namespaces of all properties the reader has a use for, but for the mark of extended XMP.</summary>
    public static readonly XNamespace[] Namespaces = [.. XmpNamespaces.All];

    /// <summary>
    /// Names under which old software wrote properties of the standard: those of TIFF in XMP (XMP Specification Part 2, 2.5), the
    /// aliases of Adobe's toolkit, and a property that the standard has renamed.
    /// </summary>
    public static readonly FrozenDictionary<string, XName[]> OldNames = new Dictionary<string, XName[]>(StringComparer.Ordinal)
    {
        ["description"] = Names("tiff:ImageDescription", "photoshop:Caption", "xmp:Description"),
        ["creatorNames"] = Names("tiff:Artist", "photoshop:Author", "xmp:Author", "xmp:Authors"),
        ["copyrightNotice"] = Names("tiff:Copyright", "photoshop:Copyright"),
        ["keywords"] = Names("photoshop:Keywords", "xmp:Keywords"),
        ["title"] = Names("photoshop:Title", "xmp:Title"),
        ["webstatementRights"] = Names("photoshop:WebStatement"),
        ["digitalSourceType"] = Names("Iptc4xmpExt:DigitalSourcefileType"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<XName> Others =
        OldNames.Values.SelectMany(names => names).Concat([HasExtendedXmp, MetadataDate, GpsLatitude, GpsLongitude]).ToFrozenSet();

    public static XName NameOf(NewsroomField field) => field.XmpName;

    /// <summary>Whether the reader has a use for a property.</summary>
    public static bool IsWanted(XName name) => IptcStandard.Find(name) is not null || Others.Contains(name) || Extras.IsExtra(name);

    /// <summary>What a prefix customarily stands for, for packets that forgot to say it.</summary>
    public static string CustomaryNamespace(string prefix) => prefix switch
    {
        "rdf" => Rdf.NamespaceName,
        "x" => Meta.NamespaceName,
        _ => XmpNamespaces.Find(prefix)?.NamespaceName ?? $"urn:undeclared:{prefix}",
    };

    private static XName[] Names(params string[] names) => [.. names.Select(XmpNamespaces.Expand)];
}
