using System.Buffers.Binary;

namespace MediaDesk.Metadata.Photoshop;

/// <summary>Walks Photoshop image resources (IRB), the block in JPEG APP13 and TIFF tag 34377. Adobe Photoshop File Formats, "Image Resource Blocks".</summary>
internal static class PhotoshopResources
{
    private const ushort IimResource = 0x0404;
    private const ushort DigestResource = 0x0425;
    private const int HeaderLength = 12;

    /// <summary>Adds the IIM blocks and the digest found in a run of resources to <paramref name="found"/>.</summary>
    public static void Read(ReadOnlySpan<byte> resources, string where, MetadataBlocks found, ProblemList problems)
    {
        var rest = resources;
        while (rest.Length >= HeaderLength && IsSignature(rest))
        {
            // A Pascal name padded to even, at least two bytes.
            var nameLength = (rest[6] + 2) & ~1;
            var sizeAt = 6 + nameLength;
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

    private static bool IsSignature(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("8BIM"u8) || bytes.StartsWith("PHUT"u8) || bytes.StartsWith("DCSR"u8) ||
        bytes.StartsWith("AgHg"u8) || bytes.StartsWith("MeSa"u8);
}
