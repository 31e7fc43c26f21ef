using System.Buffers.Binary;
using System.Text;
using System.Xml.Linq;
using MediaDesk.Metadata.Jpeg;
using MediaDesk.Metadata.Photoshop;
using MediaDesk.Metadata.Xmp;

namespace MediaDesk.Metadata.Writing;

/// <summary>
/// The XMP of a JPEG: a packet of one segment, and behind it what has no room there as extended XMP (XMP Specification Part 3, 1.1.3).
/// Where there are several packets, as software takes now the first, now the last, all say the same afterwards.
/// </summary>
internal sealed class JpegXmp(List<JpegBlock> blocks, FieldChanges changes, WriteWarnings warnings)
{
    /// <summary>What goes into one segment behind its header.</summary>
    private const int MostPacketBytes = 65_502, MostPartBytes = 65_400;

    private const string TooLarge = "The XMP in the file is too large to be kept whole.", TooLong = "The texts are longer than the file has room for.";

    /// <summary>Sets the blocks; a sentence when it cannot be done without loss.</summary>
    /// <param name="growth">By how much the other blocks have grown: the packet gives that up where its padding allows, so that nothing behind it moves.</param>
    public string? Edit(long growth)
    {
        var owner = OwnerAt();
        if (owner < 0)
        {
            if (!changes.Say)
            {
                return null;
            }

            JpegBlock.Add(blocks, JpegPart.Xmp, []);
            owner = OwnerAt();
        }

        if (blocks.Exists(block => block.Part == JpegPart.Xmp && block.Run.Length > 0 && !JpegLayout.Content(block.Run, 0).AsSpan().StartsWith(JpegTags.XmpHeader)))
        {
            warnings.Add("The XMP stood behind a header that the standard does not know; now it has the standard's, so that all software finds it.");
        }

        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Part == JpegPart.Xmp && (i == owner ? EditOwner(i, growth) : EditOther(i)) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>The packet whose word counts: the last, as it is the newest, but rather one that names its extension.</summary>
    private int OwnerAt()
    {
        var named = blocks.FindLastIndex(block => block.Part == JpegPart.Xmp && JpegLayout.Packet(block.Run).AsSpan().IndexOf("HasExtendedXMP"u8) >= 0);
        return named >= 0 ? named : blocks.FindLastIndex(block => block.Part == JpegPart.Xmp);
    }

    private string? EditOther(int at)
    {
        if (XmpDocument.Open(Packet(at), warnings) is not { } document)
        {
            return TooLarge;
        }

        document.Set(changes.Xmp, changes);
        if (Put(at, document, blocks[at].Run.Length))
        {
            return null;
        }

        // What has no room here stands in the other packet.
        document.Set(changes.Xmp.ToDictionary(change => change.Key, FieldValue? (_) => null), changes);
        return Put(at, document, blocks[at].Run.Length) ? null : TooLong;
    }

    private string? EditOwner(int at, long growth)
    {
        var room = blocks[at].Run.Length - growth;
        if (XmpDocument.Open(Packet(at), warnings) is not { } main)
        {
            return TooLarge;
        }

        var (extended, guid) = Extended(main);
        XmpDocument? extension = null;
        if (extended is not null && changes.Xmp.Keys.Select(property => property.XmpName).Any(name => Names(extended, name)))
        {
            extension = XmpDocument.Open(extended, warnings);
            if (extension is null)
            {
                return TooLarge;
            }

            foreach (var name in changes.Xmp.Keys.Select(property => property.XmpName))
            {
                extension.MoveTo(main, name);
            }
        }

        main.Set(blocks[at].Run.Length == 0 ? changes.NewXmp : changes.Xmp, changes);
        if (extension is not null && extension.Copy() is var rest && main.Copy() is var joined)
        {
            rest.MoveAllTo(joined);
            SetMark(joined, null);
            if (Put(at, joined, room))
            {
                Drop(guid);
                return null;
            }
        }

        if (extension is null && Put(at, main, room))
        {
            return null;
        }

        extension ??= extended is null ? XmpDocument.New() : XmpDocument.Open(extended, warnings);
        if (extension is null)
        {
            return TooLarge;
        }

        SetMark(main, new string('0', 32));
        while (!Put(at, main, room))
        {
            if (!main.MoveLargestTo(extension))
            {
                return TooLong;
            }
        }

        Drop(guid);
        PutExtension(at, main, extension, room);
        return null;
    }

    /// <summary>The extension that a packet names, with the GUID its parts carry.</summary>
    private (MetadataBlock? Block, string? Guid) Extended(XmpDocument main)
    {
        if (main.Text(XmpTags.HasExtendedXmp)?.Trim().ToUpperInvariant() is not { } guid)
        {
            return (null, null);
        }

        var (parts, found) = (new ExtendedXmp(new ProblemList()), new MetadataBlocks());
        foreach (var block in blocks.Where(block => block.Part == JpegPart.ExtendedXmp))
        {
            parts.Add("", block.Run.Slice(4 + JpegTags.XmpExtensionHeader.Length));
        }

        parts.Finish(found);
        return (found.ExtendedXmp.GetValueOrDefault(guid), guid);
    }

    /// <summary>Whether a block may hold a property: its local name stands in it whatever the prefix.</summary>
    private static bool Names(MetadataBlock block, XName name) => block.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name.LocalName)) >= 0;

    private MetadataBlock? Packet(int at) => blocks[at].Run.Length == 0 ? null : new("XMP", JpegLayout.Packet(blocks[at].Run));

    private bool Put(int at, XmpDocument document, long room)
    {
        var wanted = room - JpegTags.XmpHeader.Length - 4;
        if (document.ToPacket((int)Math.Clamp(wanted, 0, MostPacketBytes), MostPacketBytes) is not { } packet)
        {
            return false;
        }

        blocks[at] = blocks[at] with { New = JpegBlock.Segment(JpegTags.App1, JpegTags.XmpHeader, packet) };
        return true;
    }

    /// <summary>Takes the parts of an extension out; those of others, which nothing refers to, stay.</summary>
    private void Drop(string? guid)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (guid is not null && blocks[i].Part == JpegPart.ExtendedXmp &&
                Encoding.Latin1.GetString(blocks[i].Run.Copy(4 + JpegTags.XmpExtensionHeader.Length, guid.Length, 64) ?? []) == guid)
            {
                blocks[i] = blocks[i] with { New = [] };
            }
        }
    }

    private static void SetMark(XmpDocument main, string? guid) =>
        main.Put(XmpTags.HasExtendedXmp, guid is null ? null : new XElement(XmpTags.HasExtendedXmp, new XAttribute(XNamespace.Xmlns + "xmpNote", XmpTags.HasExtendedXmp.NamespaceName), guid));

    private void PutExtension(int at, XmpDocument main, XmpDocument extension, long room)
    {
        var bytes = extension.ToBytes();
        var guid = Convert.ToHexString(IptcDigest.Of(bytes));
        SetMark(main, guid);
        Put(at, main, room);
        var segments = new MemoryStream();
        for (var from = 0; from < bytes.Length; from += MostPartBytes)
        {
            var part = bytes.AsSpan(from, Math.Min(MostPartBytes, bytes.Length - from));
            var head = new byte[40];
            Encoding.ASCII.GetBytes(guid, head);
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(32), bytes.Length);
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(36), from);
            segments.Write(JpegBlock.Segment(JpegTags.App1, [.. JpegTags.XmpExtensionHeader, .. head], part));
        }

        blocks.Insert(at + 1, new(JpegPart.ExtendedXmp, blocks[at].Run.Slice(0, 0)) { New = segments.ToArray() });
    }
}
