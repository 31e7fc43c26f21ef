using MediaDesk.Metadata.Jpeg;

namespace MediaDesk.Metadata.Writing;

/// <summary>
/// Lays a JPEG out anew: its XMP, IIM and EXIF segments changed where they stand or added at the front, all others and everything from
/// the first scan on byte for byte as before.
/// </summary>
internal static class JpegWriter
{
    /// <summary>Puts the new file together; a sentence when it cannot be done without loss.</summary>
    public static string? Lay(ByteWindow file, FieldChanges changes, Patchwork target, WriteWarnings warnings)
    {
        var blocks = JpegLayout.Of(file).ConvertAll(part => new JpegBlock(part.Part, part.Run));
        if (IsCutOff(file, blocks))
        {
            return "The file is cut off: a further picture in it (a gain map or preview) is not whole.";
        }

        SetExif(blocks, changes, warnings);
        SetIim(blocks, changes, warnings);
        if (new JpegXmp(blocks, changes, warnings).Edit(blocks.Sum(block => block.Growth)) is { } refusal)
        {
            return refusal;
        }

        var index = blocks.FindIndex(block => block.Part == JpegPart.MultiPicture);
        if (index >= 0 && blocks.Skip(index).Sum(block => block.Growth) is not 0 and var growth)
        {
            if (MultiPicture.Moved(blocks[index].Run, growth) is not { } moved)
            {
                return "The file holds several pictures, and its index of them cannot be understood.";
            }

            blocks[index] = blocks[index] with { New = moved };
        }

        foreach (var block in blocks)
        {
            if (block.New is null)
            {
                target.Add(block.Run);
            }
            else
            {
                target.Add(block.New);
            }
        }

        return null;
    }

    private static bool IsCutOff(ByteWindow file, List<JpegBlock> blocks)
    {
        long at = 0;
        foreach (var block in blocks)
        {
            if (block.Part == JpegPart.MultiPicture && MultiPicture.IsCutOff(file, at, block.Run))
            {
                return true;
            }

            at += block.Run.Length;
        }

        return false;
    }

    private static void SetIim(List<JpegBlock> blocks, FieldChanges changes, WriteWarnings warnings)
    {
        // A resource may run on from one segment into the next.
        var old = blocks.Where(block => block.Part == JpegPart.Photoshop).SelectMany(block => JpegLayout.Content(block.Run, JpegTags.PhotoshopHeader.Length)).ToArray();
        var resources = PhotoshopWriter.Edit(old, changes, warnings);
        var first = blocks.FindIndex(block => block.Part == JpegPart.Photoshop);
        if (first < 0)
        {
            if (resources.Length > 0)
            {
                JpegBlock.Add(blocks, JpegPart.Photoshop, PhotoshopSegments(resources));
            }

            return;
        }

        for (var i = first; i < blocks.Count && resources != old; i++)
        {
            if (blocks[i].Part == JpegPart.Photoshop)
            {
                blocks[i] = blocks[i] with { New = i == first ? PhotoshopSegments(resources) : [] };
            }
        }
    }

    private static void SetExif(List<JpegBlock> blocks, FieldChanges changes, WriteWarnings warnings)
    {
        var header = JpegTags.ExifHeader.Length + 1;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Part == JpegPart.Exif && JpegLayout.Content(blocks[i].Run, header) is var old &&
                ExifTwins.Edit(old, changes.Asked, JpegBlock.MostContentBytes - header, warnings) is var edited && edited != old)
            {
                blocks[i] = blocks[i] with { New = JpegBlock.Segment(JpegTags.App1, "Exif\0\0"u8, edited) };
            }
        }
    }

    private static byte[] PhotoshopSegments(byte[] resources) =>
        [.. resources.Chunk(JpegBlock.MostContentBytes - JpegTags.PhotoshopHeader.Length).SelectMany(part => JpegBlock.Segment(JpegTags.App13, JpegTags.PhotoshopHeader, part))];
}
