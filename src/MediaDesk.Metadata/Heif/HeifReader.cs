using System.Text;

namespace MediaDesk.Metadata.Heif;

/// <summary>Reads size and metadata items of a HEIC file: ISO/IEC 23008-12 and 14496-12.</summary>
internal static class HeifReader
{
    private const int MostBytes = 8 * 1024 * 1024;
    private const int FullBoxHeader = 4;

    public static void Read(ByteWindow file, MetadataBlocks found, ProblemList problems)
    {
        // Decoders apply the container's own rotation and mirroring; EXIF's orientation merely repeats them.
        found.DecoderTurns = true;
        if (Boxes.Find(file, "meta") is not { } metaBox)
        {
            problems.Add("HEIC", "The file has no table of its items: it is cut off or no photo.");
            return;
        }

        var meta = metaBox.Slice(FullBoxHeader);
        found.HasContentCredentials = Boxes.In(file).Any(IsContentCredentials);
        HeifProperties.ReadSize(meta, found);
        var places = HeifItems.Places(file, meta);
        foreach (var item in HeifItems.Items(meta))
        {
            var isExif = item.Type == "Exif";
            if (!isExif && !(item.Type == "mime" && item.ContentType == "application/rdf+xml"))
            {
                continue;
            }

            var where = $"HEIC item {item.Id}";
            if (!places.TryGetValue(item.Id, out var extents) || Join(extents) is not { Length: > 0 } block)
            {
                problems.Add(where, "The metadata lies outside the file; it was not read.");
            }
            else if (!isExif)
            {
                if (block.Copy(0, block.Length, MostBytes) is { } packet)
                {
                    found.Xmp.Add(new(where, packet));
                }
            }
            else if (block.TryUInt32(0, bigEndian: true, out var toTiff))
            {
                // Four bytes say how far it is from behind them to the TIFF header.
                found.Exif.Add((where, ExifBlock.WithoutHeader(block.Slice(4L + toTiff))));
            }
        }
    }

    /// <summary>A box with the UUID that C2PA 2.1, A.3.3 gives to content credentials.</summary>
    private static bool IsContentCredentials(Box box)
    {
        Span<byte> uuid = stackalloc byte[16];
        return box.Type == "uuid" && box.Body.TryRead(0, uuid) &&
            uuid.SequenceEqual((ReadOnlySpan<byte>)[0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81]);
    }

    /// <summary>An item in one piece as it lies in the file, or in several put together in memory.</summary>
    private static ByteWindow? Join(List<ByteWindow> extents)
    {
        if (extents.Count == 1)
        {
            return extents[0];
        }

        if (extents.Sum(extent => extent.Length) > MostBytes)
        {
            return null;
        }

        var whole = new MemoryStream();
        foreach (var extent in extents)
        {
            whole.Write(extent.Copy(0, extent.Length, MostBytes) ?? []);
        }

        return ByteWindow.OfMemory(whole.ToArray());
    }
}
