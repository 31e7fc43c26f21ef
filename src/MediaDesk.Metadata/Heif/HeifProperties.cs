namespace MediaDesk.Metadata.Heif;

/// <summary>Properties of the primary item of a HEIF file: box <c>iprp</c>. ISO/IEC 23008-12, 9.3.</summary>
internal static class HeifProperties
{
    private const int MostAssociations = 20_000;

    /// <summary>Takes the size of the primary item as it is shown: with its own rotation applied, as every decoder delivers it.</summary>
    public static void ReadSize(ByteWindow meta, MetadataBlocks found)
    {
        if (Primary(meta) is not { } primary || Boxes.Find(meta, "iprp") is not { } iprp || Boxes.Find(iprp, "ipco") is not { } ipco)
        {
            return;
        }

        var properties = Boxes.In(ipco).ToList();
        var (width, height, isTurned) = (0u, 0u, false);
        foreach (var box in Boxes.In(iprp).Where(box => box.Type == "ipma"))
        {
            foreach (var index in Associations(box.Body, primary))
            {
                if (index < 1 || index > properties.Count)
                {
                    continue;
                }

                var (type, body) = properties[index - 1];
                if (type == "ispe" && body.TryUInt32(4, true, out var w) && body.TryUInt32(8, true, out var h))
                {
                    (width, height) = (w, h);
                }
                else if (type == "irot" && body.TryByte(0, out var quarters))
                {
                    isTurned = (quarters & 1) == 1;
                }
            }
        }

        if (width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue)
        {
            (found.Width, found.Height) = isTurned ? ((int)height, (int)width) : ((int)width, (int)height);
        }
    }

    private static uint? Primary(ByteWindow meta)
    {
        if (Boxes.Find(meta, "pitm") is not { } pitm || !pitm.TryByte(0, out var version))
        {
            return null;
        }

        return version == 0
            ? pitm.TryUInt16(4, true, out var near) ? near : null
            : pitm.TryUInt32(4, true, out var far) ? far : null;
    }

    /// <summary>The one-based property indices of an item in a box <c>ipma</c>.</summary>
    private static IEnumerable<int> Associations(ByteWindow ipma, uint wanted)
    {
        if (!ipma.TryUInt32(0, true, out var versionAndFlags) || !ipma.TryUInt32(4, true, out var entries))
        {
            yield break;
        }

        var (hasLongIds, hasLongIndices) = (versionAndFlags >> 24 > 0, (versionAndFlags & 1) == 1);
        long at = 8;
        for (var i = 0; i < entries && i < MostAssociations; i++)
        {
            ushort near = 0;
            uint id = 0;
            if (hasLongIds ? !ipma.TryUInt32(at, true, out id) : !ipma.TryUInt16(at, true, out near))
            {
                yield break;
            }

            at += hasLongIds ? 4 : 2;
            if (!ipma.TryByte(at++, out var count))
            {
                yield break;
            }

            for (var j = 0; j < count; j++, at += hasLongIndices ? 2 : 1)
            {
                // The highest bit says whether the property is essential.
                byte small = 0;
                ushort large = 0;
                if (hasLongIndices ? !ipma.TryUInt16(at, true, out large) : !ipma.TryByte(at, out small))
                {
                    yield break;
                }

                if ((hasLongIds ? id : near) == wanted)
                {
                    yield return hasLongIndices ? large & 0x7FFF : small & 0x7F;
                }
            }
        }
    }
}
