using System.Text.RegularExpressions;

namespace MediaDesk.Metadata.Tests.Agreement;

/// <summary>Why we do not agree with exiftool on a value. Each reason is a rule about kinds of data, never about one file.</summary>
internal static partial class Reasons
{
    private const string
        Charset = "Bytes that are no UTF-8: exiftool takes IIM for Latin-1 and shows “?” for others; we take the more plausible of Windows-1252 and Mac Roman over all texts of the block.",
        DamagedXmp = "The XMP is no XML any more: exiftool looks for tags in it with patterns of its own, under names that come out of the damage; we mend what can be told for certain.",
        Trailer = "IIM in a block of AFCP behind the image: none of the places that XMP, the IPTC standard or the guidelines of MWG name, and what other software reads is not there.",
        Explained = "exiftool explains values of private tags and of those without a type; we list them as they stand.";

    /// <summary>Null when there is none, which is a fault of ours.</summary>
    public static string? Of(Difference difference, MetadataLayers layers)
    {
        var (_, tag, want, got) = difference;
        var isXmp = tag.Group.StartsWith("XMP-", StringComparison.Ordinal);
        return got is not null && Leaf.Skeleton(want) == Leaf.Skeleton(got) ? Charset
            : isXmp && layers.Problems.Any(problem => DamagedXml().IsMatch(problem.What)) ? DamagedXmp
            : tag.Group.StartsWith("IPTC", StringComparison.Ordinal) && Holds(difference.File, "AXS!"u8) ? Trailer
            : tag.Table == "Exif::Main" && got is not null && IsPrivate(tag.Id) ? Explained
            : null;
    }

    /// <summary>TIFF 6.0, section 2: tags from 32768 on belong to whoever registered them.</summary>
    private static bool IsPrivate(string id) => ushort.TryParse(id, out var number) && number >= 0x8000;

    private static bool Holds(string file, ReadOnlySpan<byte> bytes) => File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0;

    [GeneratedRegex("not well-formed|holds no RDF|document type with declarations")]
    private static partial Regex DamagedXml();
}
