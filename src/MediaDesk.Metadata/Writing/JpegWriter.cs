using MediaDesk.Metadata.Jpeg;

namespace MediaDesk.Metadata.Writing;

/// <summary>
/// Lays a JPEG out anew: its XMP, IIM and EXIF segments changed where they stand or added at the front, all others and everything from
/// the first scan on byte for byte as before.
/// </summary>
internal static class JpegWriter
{
    /// <summary>The length field counts itself.</summary>
    private const int MostContentBytes = ushort.MaxValue - 2;

    /// <summary>XMP Specification Part 3, 1.1.3: what goes into one segment behind its header.</summary>
    private const int MostPacketBytes = 65_502;

    /// <summary>Puts the new file together; a sentence when it cannot be done without loss.</summary>
    public static string? Lay(ByteWindow file, FieldChanges changes, Patchwork target)
    {
        var parts = JpegLayout.Of(file);
        if (parts.Exists(part => part.Part == JpegPart.ExtendedXmp))
        {
            return "The XMP in the file goes on in a second part (extended XMP), which is not written.";
        }

        var blocks = parts.ConvertAll(part => (part.Part, part.Run, New: (byte[]?)null));
        if ((SetXmp(blocks, changes) ?? SetIim(blocks, changes)) is { } refusal)
        {
            return refusal;
        }

        SetExif(blocks, changes);
        var index = blocks.FindIndex(block => block.Part == JpegPart.MultiPicture);
        if (index >= 0 && blocks.Skip(index).Sum(block => block.New is null ? 0 : block.New.Length - block.Run.Length) != 0)
        {
            return "The file holds several pictures, and writing would move the ones behind the first.";
        }

        foreach (var (_, run, changed) in blocks)
        {
            if (changed is null)
            {
                target.Add(run);
            }
            else
            {
                target.Add(changed);
            }
        }

        return null;
    }

    /// <summary>Where a file has two packets, both say the same afterwards.</summary>
    private static string? SetXmp(List<(JpegPart Part, ByteWindow Run, byte[]? New)> blocks, FieldChanges changes)
    {
        if (!blocks.Exists(block => block.Part == JpegPart.Xmp))
        {
            return changes.Xmp.Values.All(value => value is null) ? null : Add(blocks, JpegPart.Xmp, XmpDocument.Edit(null, changes.Xmp, MostPacketBytes));
        }

        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Part == JpegPart.Xmp)
            {
                var packet = XmpDocument.Edit(new("XMP", JpegLayout.Packet(blocks[i].Run)), changes.Xmp, MostPacketBytes);
                if (packet.Refusal is not null)
                {
                    return packet.Refusal;
                }

                blocks[i] = blocks[i] with { New = Segment(JpegTags.App1, JpegTags.XmpHeader, packet.Bytes) };
            }
        }

        return null;
    }

    private static string? SetIim(List<(JpegPart Part, ByteWindow Run, byte[]? New)> blocks, FieldChanges changes)
    {
        // A resource may run on from one segment into the next.
        var old = blocks.Where(block => block.Part == JpegPart.Photoshop).SelectMany(block => JpegLayout.Content(block.Run, JpegTags.PhotoshopHeader.Length)).ToArray();
        var resources = PhotoshopWriter.Edit(old, changes);
        var first = blocks.FindIndex(block => block.Part == JpegPart.Photoshop);
        if (resources.Refusal is not null || first < 0)
        {
            return resources.Bytes.Length > 0 || resources.Refusal is not null ? Add(blocks, JpegPart.Photoshop, resources) : null;
        }

        for (var i = first; i < blocks.Count; i++)
        {
            if (blocks[i].Part == JpegPart.Photoshop)
            {
                blocks[i] = blocks[i] with { New = i == first ? PhotoshopSegments(resources.Bytes) : [] };
            }
        }

        return null;
    }

    private static void SetExif(List<(JpegPart Part, ByteWindow Run, byte[]? New)> blocks, FieldChanges changes)
    {
        var at = blocks.FindIndex(block => block.Part == JpegPart.Exif);
        var header = JpegTags.ExifHeader.Length + 1;
        if (at >= 0 && JpegLayout.Content(blocks[at].Run, header) is var old && ExifTwins.Edit(old, changes.Asked, MostContentBytes - header) is var edited && edited != old)
        {
            blocks[at] = blocks[at] with { New = Segment(JpegTags.App1, "Exif\0\0"u8, edited) };
        }
    }

    /// <summary>Adds a block behind the leading ones, so before any index of further pictures.</summary>
    private static string? Add(List<(JpegPart Part, ByteWindow Run, byte[]? New)> blocks, JpegPart part, Edited edited)
    {
        if (edited.Refusal is null)
        {
            var at = blocks.FindIndex(block => block.Part is not (JpegPart.Leading or JpegPart.Exif or JpegPart.Xmp));
            var segment = part == JpegPart.Xmp ? Segment(JpegTags.App1, JpegTags.XmpHeader, edited.Bytes) : PhotoshopSegments(edited.Bytes);
            blocks.Insert(at, (part, blocks[at].Run.Slice(0, 0), segment));
        }

        return edited.Refusal;
    }

    private static byte[] PhotoshopSegments(byte[] resources) =>
        [.. resources.Chunk(MostContentBytes - JpegTags.PhotoshopHeader.Length).SelectMany(part => Segment(JpegTags.App13, JpegTags.PhotoshopHeader, part))];

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> header, byte[] content)
    {
        var length = header.Length + content.Length + 2;
        return [0xFF, marker, (byte)(length >> 8), (byte)length, .. header, .. content];
    }
}
