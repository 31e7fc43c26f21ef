using MediaDesk.Metadata.Heif;
using MediaDesk.Metadata.Photoshop;

namespace MediaDesk.Metadata.Jpeg2000;

/// <summary>Reads size and metadata boxes of a JPEG 2000 file and hashes its codestreams: ISO/IEC 15444-1, Annex I. A bare codestream carries no metadata.</summary>
internal static class Jpeg2000Reader
{
    private const int MostBytes = 8 * 1024 * 1024;

    public static void Read(ByteWindow file, MetadataBlocks found, ProblemList problems)
    {
        using var hash = new ImageHash(found.LeavesImageOut);
        if (file.TryByte(0, out var first) && first == 0xFF)
        {
            ReadCodestreamSize(file, found);
            found.ImageDataHash = hash.Add(file, 0, file.Length) ? hash.Finish() : null;
            return;
        }

        var (hasImage, isWhole) = (false, true);
        foreach (var box in Boxes.In(file))
        {
            isWhole &= !box.IsCutOff;
            switch (box.Type)
            {
                case "jp2h":
                    ReadHeaderSize(box.Body, found);
                    break;
                case "jp2c":
                    hasImage = true;
                    hash.Add(box.Body, 0, box.Body.Length);
                    if (found.Width is null)
                    {
                        ReadCodestreamSize(box.Body, found);
                    }

                    break;
                case "xml " when IsRdf(box.Body):
                    Add(found.Xmp, "JPEG 2000 xml", box.Body, problems);
                    break;
                case "uuid":
                    ReadUuid(box.Body, found, problems);
                    break;
            }

            found.HasContentCredentials |= ContentCredentials.IsManifestStore(box);
        }

        if (!isWhole || !hasImage)
        {
            problems.Add("JPEG 2000", hasImage ? "The file is cut off." : "The file holds no image data.");
        }

        found.ImageDataHash = hasImage && isWhole ? hash.Finish() : null;
    }

    private static void ReadHeaderSize(ByteWindow header, MetadataBlocks found)
    {
        if (Boxes.Find(header, "ihdr") is { } size && size.TryUInt32(0, true, out var height) && size.TryUInt32(4, true, out var width))
        {
            SetSize(width, height, found);
        }
    }

    /// <summary>Marker SIZ: the reference grid less the offset of the image in it. 15444-1, A.5.1.</summary>
    private static void ReadCodestreamSize(ByteWindow codestream, MetadataBlocks found)
    {
        if (codestream.TryUInt32(8, true, out var right) && codestream.TryUInt32(12, true, out var bottom) &&
            codestream.TryUInt32(16, true, out var left) && codestream.TryUInt32(20, true, out var top))
        {
            SetSize((long)right - left, (long)bottom - top, found);
        }
    }

    private static void SetSize(long width, long height, MetadataBlocks found)
    {
        if (width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue)
        {
            (found.Width, found.Height) = ((int)width, (int)height);
        }
    }

    private static void ReadUuid(ByteWindow box, MetadataBlocks found, ProblemList problems)
    {
        Span<byte> uuid = stackalloc byte[Jpeg2000Tags.UuidLength];
        if (!box.TryRead(0, uuid))
        {
            return;
        }

        var block = box.Slice(uuid.Length);
        if (uuid.SequenceEqual(Jpeg2000Tags.Xmp))
        {
            Add(found.Xmp, "JPEG 2000 XMP", block, problems);
        }
        else if (uuid.SequenceEqual(Jpeg2000Tags.Exif) || uuid.SequenceEqual(Jpeg2000Tags.ExifOfPhotoshop))
        {
            found.Exif.Add(("JPEG 2000 EXIF", ExifBlock.WithoutHeader(block)));
        }
        else if (uuid.SequenceEqual(Jpeg2000Tags.Map))
        {
            found.Maps.Add(block);
        }
        else if (uuid.SequenceEqual(Jpeg2000Tags.Iim) || uuid.SequenceEqual(Jpeg2000Tags.IimOfOthers))
        {
            Add(found.Iim, "JPEG 2000 IIM", block, problems);
        }
        else if (uuid.SequenceEqual(Jpeg2000Tags.PhotoshopResources) && block.Copy(0, block.Length, MostBytes) is { } resources)
        {
            PhotoshopResources.Read(resources, "JPEG 2000 Photoshop", found, problems);
        }
    }

    /// <summary>Boxes of XML hold anything; XMP among them names RDF near its beginning.</summary>
    private static bool IsRdf(ByteWindow box)
    {
        var head = new byte[(int)Math.Min(box.Length, 512)];
        return box.TryRead(0, head) && (head.AsSpan().IndexOf("rdf:RDF"u8) >= 0 || head.AsSpan().IndexOf("adobe:ns:meta"u8) >= 0);
    }

    private static void Add(List<MetadataBlock> blocks, string where, ByteWindow block, ProblemList problems)
    {
        if (block.Copy(0, block.Length, MostBytes) is { } copy)
        {
            blocks.Add(new(where, copy));
        }
        else
        {
            problems.Add(where, "The box is too large for metadata; it was not read.");
        }
    }
}
