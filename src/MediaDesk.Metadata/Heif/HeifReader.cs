using System.Text;

namespace MediaDesk.Metadata.Heif;

/// <summary>Reads size and metadata items of a HEIC or AVIF file: ISO/IEC 23008-12 and 14496-12.</summary>
internal static class HeifReader
{
    private const int MostBytes = 8 * 1024 * 1024;
    private const int FullBoxHeader = 4;

    /// <param name="file">The whole file.</param>
    /// <param name="name">What the format is called in problems.</param>
    /// <param name="found">Takes what is found.</param>
    /// <param name="problems">Takes what could not be read.</param>
    public static void Read(ByteWindow file, string name, MetadataBlocks found, ProblemList problems)
    {
        // Decoders apply the container's own rotation and mirroring; EXIF's orientation merely repeats them.
        found.DecoderTurns = true;
        if (Boxes.Find(file, "meta") is not { } metaBox)
        {
            problems.Add(name, "The file has no table of its items: it is cut off or no photo.");
            return;
        }

        var meta = metaBox.Slice(FullBoxHeader);
        found.HasContentCredentials = Boxes.In(file).Any(ContentCredentials.IsManifestStore);
        HeifProperties.ReadSize(meta, found);
        var places = HeifItems.Places(file, meta);
        foreach (var item in HeifItems.Items(meta))
        {
            var isExif = item.Type == "Exif";
            if (!isExif && !(item.Type == "mime" && item.ContentType == "application/rdf+xml"))
            {
                continue;
            }

            var where = $"{name} item {item.Id}";
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
