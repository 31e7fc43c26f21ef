using System.Buffers.Binary;
using MediaDesk.Metadata.Iim;
using MediaDesk.Metadata.Photoshop;

namespace MediaDesk.Metadata.Writing;

/// <summary>Sets the IIM block among Photoshop image resources, and the digest that says XMP was written together with it.</summary>
internal static class PhotoshopWriter
{
    /// <summary>The resources with the IIM block changed or, when there is none, added; all others stay byte for byte and in order.</summary>
    public static Edited Edit(byte[] resources, FieldChanges changes)
    {
        if (PhotoshopResources.Split(resources, out var rest) is not { } all)
        {
            return Edited.Refused("The Photoshop resources in the file are cut off; writing could lose a part of them.");
        }

        var (at, old) = FindIim(all);
        if (old is null && changes.NewIim.Values.All(value => value is null))
        {
            return Edited.To(resources);
        }

        var iim = IimWriter.Edit(old, old is null ? changes.NewIim : changes.Asked);
        if (iim.Refusal is not null)
        {
            return iim;
        }

        var written = new MemoryStream();
        for (var i = 0; i < all.Count; i++)
        {
            if (i == at)
            {
                Write(written, PhotoshopResources.IimResource, iim.Bytes);
            }
            else if (all[i].Id != PhotoshopResources.DigestResource && !IsEmptyIim(all[i]))
            {
                written.Write(all[i].Raw.Span);
                // The last one may lack its padding.
                written.Write([0], 0, all[i].Raw.Length & 1);
            }
        }

        if (at < 0)
        {
            Write(written, PhotoshopResources.IimResource, iim.Bytes);
        }

        Write(written, PhotoshopResources.DigestResource, IptcDigest.Of(iim.Bytes));
        written.Write(rest.Span);
        return Edited.To(written.ToArray());
    }

    /// <summary>The block the reader takes: the first that makes sense.</summary>
    private static (int At, IimBlock? Block) FindIim(List<PhotoshopResource> all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Id == PhotoshopResources.IimResource && IimReader.Read(new("IIM", all[i].Value.ToArray()), new ProblemList()) is { } block)
            {
                return (i, block);
            }
        }

        return (-1, null);
    }

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
