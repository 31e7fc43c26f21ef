using System.Buffers.Binary;

namespace MediaDesk.Metadata.Photoshop;

/// <summary>One image resource.</summary>
/// <param name="Raw">All its bytes, from the signature to the padding.</param>
internal readonly record struct PhotoshopResource(ushort Id, ReadOnlyMemory<byte> Raw, ReadOnlyMemory<byte> Value);

/// <summary>Walks Photoshop image resources (IRB), the block in JPEG APP13 and TIFF tag 34377. Adobe Photoshop File Formats, "Image Resource Blocks".</summary>
internal static class PhotoshopResources
{
    public const ushort IimResource = 0x0404, ExifResource = 0x0422, XmpResource = 0x0424, DigestResource = 0x0425;

    private const int HeaderLength = 12;

    /// <summary>Resources of one document, and the bytes of one that is read.</summary>
    private const int Most = 10_000, MostBytes = 8 * 1024 * 1024;

    /// <summary>Adds the IIM blocks and the digest found in a run of resources to <paramref name="found"/>.</summary>
    public static void Read(ReadOnlySpan<byte> resources, string where, MetadataBlocks found, ProblemList problems)
    {
        var rest = resources;
        while (rest.Length >= HeaderLength && IsSignature(rest))
        {
            var sizeAt = SizeAt(rest);
            if (rest.Length < sizeAt + 4)
            {
                problems.Add(where, "The Photoshop resources are cut off.");
                return;
            }

            var id = BinaryPrimitives.ReadUInt16BigEndian(rest[4..]);
            var size = BinaryPrimitives.ReadUInt32BigEndian(rest[sizeAt..]);
            rest = rest[(sizeAt + 4)..];
            if (size > rest.Length)
            {
                problems.Add($"{where} resource {id:X4}", "The resource is cut off; what is left of it was read.");
                size = (uint)rest.Length;
            }

            var value = rest[..(int)size];
            if (id == IimResource && !value.IsEmpty)
            {
                found.Iim.Add(new($"{where} IIM", value.ToArray()));
            }
            else if (id == DigestResource && value.Length == 16)
            {
                found.IptcDigest ??= value.ToArray();
            }

            rest = rest[(int)Math.Min(size + (size & 1), rest.Length)..];
        }

        if (rest.ContainsAnyExcept((byte)0))
        {
            problems.Add(where, "The Photoshop resources end in bytes that are no resource.");
        }
    }

    /// <summary>
    /// All resources of a run in order, with the bytes behind the last. One that is cut off comes last, with what is left of its value.
    /// </summary>
    public static List<PhotoshopResource> Split(ReadOnlyMemory<byte> resources, out ReadOnlyMemory<byte> rest, out bool isCutOff)
    {
        var all = new List<PhotoshopResource>();
        isCutOff = false;
        for (rest = resources; rest.Length >= HeaderLength && IsSignature(rest.Span);)
        {
            var valueAt = SizeAt(rest.Span) + 4;
            if (rest.Length < valueAt)
            {
                isCutOff = true;
                break;
            }

            long size = BinaryPrimitives.ReadUInt32BigEndian(rest.Span[(valueAt - 4)..]);
            isCutOff |= size > rest.Length - valueAt;
            size = Math.Min(size, rest.Length - valueAt);
            var end = (int)Math.Min(valueAt + size + (size & 1), rest.Length);
            all.Add(new(BinaryPrimitives.ReadUInt16BigEndian(rest.Span[4..]), rest[..end], rest.Slice(valueAt, (int)size)));
            rest = rest[end..];
        }

        return all;
    }

    /// <summary>Where the size stands: behind a Pascal name padded to even, at least two bytes.</summary>
    public static int SizeAt(ReadOnlySpan<byte> resource) => 6 + ((resource[6] + 2) & ~1);

    /// <summary>
    /// The resources of Photoshop's own documents, one by one from the file: previews and the history of a document among them may
    /// be larger than anything read here. These documents keep EXIF and XMP as resources too.
    /// </summary>
    public static void ReadDocument(ByteWindow resources, MetadataBlocks found, ProblemList problems)
    {
        Span<byte> head = stackalloc byte[7];
        long at = 0;
        for (var count = 0; count < Most && at < resources.Length; count++)
        {
            if (!resources.TryRead(at, head) || !IsSignature(head) || at + SizeAt(head) is var sizeAt && !resources.TryUInt32(sizeAt, true, out var size))
            {
                problems.Add("PSD", "The Photoshop resources end in bytes that are no resource.");
                return;
            }

            var id = BinaryPrimitives.ReadUInt16BigEndian(head[4..]);
            var (where, value) = ($"PSD resource {id:X4}", resources.Slice(sizeAt + 4, size));
            if (value.Length < size)
            {
                problems.Add(where, "The resource is cut off; what is left of it was read.");
            }

            switch (id)
            {
                case IimResource:
                    Add(found.Iim, where, value, problems);
                    break;
                case XmpResource:
                    Add(found.Xmp, where, value, problems);
                    break;
                case ExifResource:
                    found.Exif.Add((where, ExifBlock.WithoutHeader(value)));
                    break;
                case DigestResource when value.Length == 16:
                    found.IptcDigest ??= value.Copy(0, 16, 16);
                    break;
            }

            at = sizeAt + 4 + size + (size & 1);
        }
    }

    private static void Add(List<MetadataBlock> blocks, string where, ByteWindow value, ProblemList problems)
    {
        if (value.Copy(0, value.Length, MostBytes) is not { } copy)
        {
            problems.Add(where, "The resource is too large for metadata; it was not read.");
        }
        else if (copy.Length > 0)
        {
            blocks.Add(new(where, copy));
        }
    }

    private static bool IsSignature(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("8BIM"u8) || bytes.StartsWith("PHUT"u8) || bytes.StartsWith("DCSR"u8) ||
        bytes.StartsWith("AgHg"u8) || bytes.StartsWith("MeSa"u8);
}
