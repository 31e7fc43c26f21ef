using MediaDesk.Tests.Darkroom;
using NetVips;

namespace MediaDesk.Tests.Ingest;

/// <summary>Real JPEG files with the captions a test needs.</summary>
internal static class PhotoFiles
{
    private const string Packet =
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
        xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:GettyImagesGIFT="http://xmp.gettyimages.com/gift/1.0/"
        {0}/></rdf:RDF></x:xmpmeta>
        """;

    /// <summary>A photo; the same <paramref name="seed"/> gives the same pixels. <paramref name="xmp"/> holds properties, as in <c>("photoshop:City", "Oslo")</c>.</summary>
    public static byte[] Jpeg(int seed, params (string Property, string Value)[] xmp)
    {
        using var scene = TestPhotos.Scene(640 + 16 * seed, 480);
        var plain = scene.JpegsaveBuffer(q: 85, keep: Enums.ForeignKeep.None);
        if (xmp.Length == 0)
        {
            return plain;
        }

        var body = (byte[])[.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Xmp(xmp)];
        var length = body.Length + 2;
        // SOI, the XMP segment, then everything else unchanged: the coded image is the same in every version.
        return [.. plain[..2], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. body, .. plain[2..]];
    }

    /// <summary>An XMP packet, as it stands in a file and as a sidecar of its own.</summary>
    public static byte[] Xmp((string Property, string Value)[] xmp) => System.Text.Encoding.UTF8.GetBytes(
        Packet.Replace("{0}", string.Join(' ', xmp.Select(x => $"{x.Property}=\"{System.Security.SecurityElement.Escape(x.Value)}\""))));
}
