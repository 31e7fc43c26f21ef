using System.Buffers.Binary;
using MediaDesk.Metadata.Iim;
using MediaDesk.Metadata.Photoshop;

namespace MediaDesk.Metadata.Writing;

/// <summary>Sets the IIM block among Photoshop image resources, and the digest that says XMP was written together with it.</summary>
internal static class PhotoshopWriter
{
    /// <summary>
    /// The resources with the IIM block changed or, when there is none, added; all others stay byte for byte and in order. Where there
    /// are two blocks, as software takes now the first, now the last, both say the same afterwards.
    /// </summary>
    public static byte[] Edit(byte[] resources, FieldChanges changes, WriteWarnings warnings)
    {
        if (!changes.ConcernIim)
        {
            return resources;
        }

        var all = Split(resources, out var rest, warnings);
        byte[]? iim = null;
        var edited = new Dictionary<int, byte[]>();
        foreach (var (i, resource) in all.Index().Where(one => one.Item.Id == PhotoshopResources.IimResource && !one.Item.Value.IsEmpty))
        {
            if (Block(resource) is { } block)
            {
                edited[i] = IimWriter.Edit(block, changes.Asked, warnings);
                iim ??= edited[i];
            }
            else
            {
                warnings.Add("The file holds an IIM block that makes no sense; it stays as it is.");
            }
        }

        if (iim is null && !changes.SayInIim)
        {
            return resources;
        }

        var isNew = iim is null;
        iim ??= IimWriter.Edit(null, changes.NewIim, warnings);
        return Join(all, edited, isNew ? iim : null, iim, rest);
    }

    /// <summary>
    /// The resources of a file that keeps its IIM elsewhere, with the digest of that block; the copy of it that Photoshop leaves here
    /// too is changed with it.
    /// </summary>
    public static byte[] Follow(byte[] resources, byte[] iim, FieldChanges changes, WriteWarnings warnings)
    {
        var all = Split(resources, out var rest, warnings);
        var edited = all.Index().Where(one => one.Item.Id == PhotoshopResources.IimResource && Block(one.Item) is not null)
            .ToDictionary(one => one.Index, one => IimWriter.Edit(Block(one.Item), changes.Asked, warnings));
        return Join(all, edited, added: null, iim, rest);
    }

    private static List<PhotoshopResource> Split(byte[] resources, out ReadOnlyMemory<byte> rest, WriteWarnings warnings)
    {
        var all = PhotoshopResources.Split(resources, out rest, out var isCutOff);
        if (isCutOff)
        {
            warnings.AddRepair("The last of the Photoshop resources in the file was cut off; what is left of it was kept.");
        }

        return all;
    }

    private static byte[] Join(List<PhotoshopResource> all, Dictionary<int, byte[]> edited, byte[]? added, byte[] iim, ReadOnlyMemory<byte> rest)
    {
        var written = new MemoryStream();
        foreach (var (i, resource) in all.Index())
        {
            if (edited.TryGetValue(i, out var block))
            {
                Write(written, PhotoshopResources.IimResource, block);
            }
            else if (resource.Id != PhotoshopResources.DigestResource && !IsEmptyIim(resource))
            {
                var raw = resource.Raw.ToArray();
                BinaryPrimitives.WriteInt32BigEndian(raw.AsSpan(PhotoshopResources.SizeAt(raw)), resource.Value.Length);
                written.Write(raw);
                // The last one may lack its padding.
                written.Write([0], 0, raw.Length & 1);
            }
        }

        if (added is not null)
        {
            Write(written, PhotoshopResources.IimResource, added);
        }

        Write(written, PhotoshopResources.DigestResource, IptcDigest.Of(iim));
        written.Write(rest.Span);
        return written.ToArray();
    }

    private static IimBlock? Block(PhotoshopResource resource) => IimReader.Read(new("IIM", resource.Value.ToArray()), new ProblemList());

    /// <summary>An IIM resource without a byte hides the real one from some software, and says nothing itself.</summary>
    private static bool IsEmptyIim(PhotoshopResource resource) => resource is { Id: PhotoshopResources.IimResource, Value.IsEmpty: true };

    private static void Write(MemoryStream target, ushort id, byte[] value)
    {
        Span<byte> head = stackalloc byte[12];
        "8BIM"u8.CopyTo(head);
        BinaryPrimitives.WriteUInt16BigEndian(head[4..], id);
        BinaryPrimitives.WriteInt32BigEndian(head[8..], value.Length);
        target.Write(head);
        target.Write(value);
        target.Write([0], 0, value.Length & 1);
    }
}
