using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace MediaDesk.Metadata.Xmp;

/// <summary>Reads an XMP packet into a tree. What was read before a fault stands. ISO 16684-1, 7.</summary>
internal static class XmpReader
{
    /// <summary>Parsing takes several times as much memory.</summary>
    private const int MostBytes = 3 * 1024 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        // The XML comes from anywhere: no DTD, so neither entities nor anything fetched.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        ConformanceLevel = ConformanceLevel.Fragment,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>The packet's tree; of a packet that cannot be read it is empty.</summary>
    /// <param name="wanted">The properties that are read; the others are passed over. Null for all.</param>
    public static XmpPacket Read(MetadataBlock packet, Func<XName, bool>? wanted, ProblemList problems)
    {
        if (packet.Bytes.Length > MostBytes)
        {
            // Depth maps and second images travel as XMP too. They say nothing the desk reads.
            if (XmpTags.Namespaces.Any(name => packet.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name.NamespaceName)) >= 0))
            {
                problems.Add(packet.Where, "The XMP is too large to be texts; it was not read.");
            }

            return new(packet.Where, null, null, []);
        }

        var source = XmpSource.Of(packet, problems);
        if (source.Utf8.Span.IndexOf(XmpSource.DocumentType) >= 0)
        {
            problems.Add(packet.Where, "The XMP holds a document type with declarations, which no photo needs and attacks use; it was not read.");
            return new(packet.Where, null, null, []);
        }

        var read = Parse(source.Utf8, packet.Where, wanted, problems, out var fault);
        if (fault is null)
        {
            return read;
        }

        if (!source.CanBeMended)
        {
            problems.Add(packet.Where, $"The XMP {fault}.");
            return read;
        }

        var mended = Parse(Encoding.UTF8.GetBytes(XmpMending.Mend(Encoding.UTF8.GetString(source.Utf8.Span))), packet.Where, wanted, problems, out var faultLeft);
        problems.Add(packet.Where, $"The XMP {fault}{(faultLeft is null ? "; what stands outside of the fault was read" : "")}.");
        return faultLeft is null ? mended : read;
    }

    private static XmpPacket Parse(ReadOnlyMemory<byte> utf8, string where, Func<XName, bool>? wanted, ProblemList problems, out string? fault)
    {
        MemoryMarshal.TryGetArray(utf8, out var bytes);
        using var xml = XmlReader.Create(new MemoryStream(bytes.Array ?? [], bytes.Offset, bytes.Count, writable: false), Settings);
        return new RdfReader(xml, where, wanted, problems).Read(out fault);
    }
}
