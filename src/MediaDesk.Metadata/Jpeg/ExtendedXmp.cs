using System.Text;

namespace MediaDesk.Metadata.Jpeg;

/// <summary>
/// Puts the parts of an XMP packet that is too large for one segment together again: XMP Specification Part 3, 1.1.3.1.
/// Each part carries the packet's GUID, its full length and the part's offset.
/// </summary>
internal sealed class ExtendedXmp(ProblemList problems)
{
    private const int GuidLength = 32;
    private const int HeaderLength = GuidLength + 8;

    /// <summary>The most bytes held over all parts of a file; no caption needs them.</summary>
    private const int Limit = 16 * 1024 * 1024;

    private readonly Dictionary<string, SortedDictionary<uint, byte[]>> partsByGuid = new(StringComparer.Ordinal);
    private long held;

    public void Add(string where, ByteWindow segment)
    {
        if (segment.Copy(0, GuidLength, GuidLength) is not { } guid || !segment.TryUInt32(GuidLength + 4, true, out var offset) ||
            segment.Copy(HeaderLength, segment.Length - HeaderLength, ushort.MaxValue) is not { } part)
        {
            problems.Add(where, "A part of the extended XMP is cut off.");
            return;
        }

        held += part.Length;
        if (held > Limit)
        {
            problems.Add(where, "The extended XMP is too large; a part of it was not read.");
            return;
        }

        var name = Encoding.Latin1.GetString(guid);
        if (!partsByGuid.TryGetValue(name, out var parts))
        {
            partsByGuid[name] = parts = [];
        }

        parts.TryAdd(offset, part);
    }

    /// <summary>Joins the parts whose offsets follow on from each other.</summary>
    public void Finish(MetadataBlocks found)
    {
        foreach (var (guid, parts) in partsByGuid)
        {
            var whole = new MemoryStream();
            foreach (var (offset, part) in parts)
            {
                if (offset != whole.Length)
                {
                    problems.Add("JPEG extended XMP", "A part of the extended XMP is missing.");
                    break;
                }

                whole.Write(part);
            }

            found.ExtendedXmp[guid] = new("JPEG extended XMP", whole.ToArray());
        }
    }
}
