using System.Buffers.Binary;

namespace MediaDesk.Metadata.Photoshop;

/// <summary>One image resource.</summary>
/// <param name="Raw">All its bytes, from the signature to the padding.</param>
internal readonly record struct PhotoshopResource(ushort Id, ReadOnlyMemory<byte> Raw, ReadOnlyMemory<byte> Value);

/// <summary>Walks Photoshop image resources (IRB), the block in JPEG APP13 and TIFF tag 34377. Adobe Photoshop File Formats, "Image Resource Blocks".</summary>
internal static class PhotoshopResources
{
    public const ushort IimResource = 0x0404, DigestResource = 0x0425;

    private const int HeaderLength = 12;

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

    /// <summary>All resources of a run in order, with the bytes behind the last; null when one is cut off.</summary>
    public static List<PhotoshopResource>? Split(ReadOnlyMemory<byte> resources, out ReadOnlyMemory<byte> rest)
    {
        var all = new List<PhotoshopResource>();
        for (rest = resources; rest.Length >= HeaderLength && IsSignature(rest.Span);)
        {
            var valueAt = SizeAt(rest.Span) + 4;
            if (rest.Length < valueAt || BinaryPrimitives.ReadUInt32BigEndian(rest.Span[(valueAt - 4)..]) is var size && size > rest.Length - valueAt)
            {
                return null;
            }

            var end = (int)Math.Min(valueAt + size + (size & 1), rest.Length);
            all.Add(new(BinaryPrimitives.ReadUInt16BigEndian(rest.Span[4..]), rest[..end], rest.Slice(valueAt, (int)size)));
            rest = rest[end..];
        }

        return all;
    }

    /// <summary>Where the size stands: behind a Pascal name padded to even, at least two bytes.</summary>
    private static int SizeAt(ReadOnlySpan<byte> resource) => 6 + ((resource[6] + 2) & ~1);

    private static bool IsSignature(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("8BIM"u8) || bytes.StartsWith("PHUT"u8) || bytes.StartsWith("DCSR"u8) ||
        bytes.StartsWith("AgHg"u8) || bytes.StartsWith("MeSa"u8);
}
