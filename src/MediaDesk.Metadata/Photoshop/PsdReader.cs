namespace MediaDesk.Metadata.Photoshop;

/// <summary>Reads size and image resources of a Photoshop document and hashes the rest: Adobe Photoshop File Formats, "Photoshop File Structure".</summary>
internal static class PsdReader
{
    private const int HeaderLength = 26;

    public static void Read(ByteWindow file, MetadataBlocks found, ProblemList problems)
    {
        if (file.TryUInt32(14, bigEndian: true, out var height) && file.TryUInt32(18, true, out var width) &&
            width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue)
        {
            (found.Width, found.Height) = ((int)width, (int)height);
        }

        // Header, palette, resources, then layers and the flattened picture; the first three decide nothing but the resources' place.
        if (!file.TryUInt32(HeaderLength, true, out var paletteLength) || !file.TryUInt32(HeaderLength + 4L + paletteLength, true, out var resourcesLength))
        {
            problems.Add("PSD", "The file ends before its metadata does.");
            return;
        }

        var resourcesAt = HeaderLength + 4L + paletteLength + 4;
        var resources = file.Slice(resourcesAt, resourcesLength);
        PhotoshopResources.ReadDocument(resources, found, problems);
        using var hash = new ImageHash(found.LeavesImageOut);
        var pictureAt = resourcesAt + resourcesLength;
        if (!HoldsPicture(file, pictureAt))
        {
            problems.Add("PSD", "The file ends before the image does.");
            return;
        }

        hash.Add(file, 0, resourcesAt - 4);
        hash.Add(file, pictureAt, file.Length - pictureAt);
        found.ImageDataHash = hash.Finish();
    }

    /// <summary>Layers have a length, of twice the width in large documents; the flattened picture behind them runs to the end.</summary>
    private static bool HoldsPicture(ByteWindow file, long at)
    {
        if (file.TryByte(5, out var version) && version == 2)
        {
            return file.TryUInt64(at, true, out var far) && far < (ulong)Math.Max(0, file.Length - at - 8);
        }

        return file.TryUInt32(at, true, out var near) && near < file.Length - at - 4;
    }
}
