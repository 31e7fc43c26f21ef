using System.IO.Compression;
using System.Text;
using MediaDesk.Metadata.Png;

namespace MediaDesk.Metadata.Writing;

/// <summary>A text chunk of a PNG (third edition, 11.3.3) that carries metadata, taken apart so that it can be written again in its form.</summary>
internal sealed record PngText(string Type, string Keyword, byte[] Text)
{
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>The kind of block in ImageMagick's notation ("iptc", "exif"), or null.</summary>
    public string? RawProfile =>
        Keyword.StartsWith(PngTags.RawProfileKeyword, StringComparison.OrdinalIgnoreCase) ? Keyword[PngTags.RawProfileKeyword.Length..].ToLowerInvariant() : null;

    /// <summary>The chunk with this body; null when it carries no metadata or is damaged.</summary>
    public static PngText? Of(string type, byte[] body)
    {
        var keywordLength = body.AsSpan().IndexOf((byte)0);
        var keyword = keywordLength > 0 ? Encoding.Latin1.GetString(body, 0, keywordLength) : "";
        if (keyword != PngTags.XmpKeyword && !keyword.StartsWith(PngTags.RawProfileKeyword, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var at = keywordLength + 1;
        var isCompressed = type == "zTXt" || (type == "iTXt" && at < body.Length && body[at] == 1);
        if (type == "iTXt")
        {
            // Compression flag and method, then language and translated keyword, each ended by NUL.
            at = After(body, After(body, at + 2));
        }
        else if (isCompressed)
        {
            at++;
        }

        var text = at > body.Length ? null : isCompressed ? Unpacked.Zlib(body, at, MostBytes, "", new ProblemList()) : body[at..];
        return text is null ? null : new(type, keyword, text);
    }

    /// <summary>The body of the chunk; XMP stands uncompressed in iTXt (XMP Specification Part 3, 1.1.5).</summary>
    public byte[] ToBody()
    {
        byte[] keyword = [.. Encoding.Latin1.GetBytes(Keyword), 0];
        return Type switch
        {
            "iTXt" => [.. keyword, 0, 0, 0, 0, .. Text],
            "zTXt" => [.. keyword, 0, .. Packed(Text)],
            _ => [.. keyword, .. Text],
        };
    }

    /// <summary>The same chunk with another block in ImageMagick's notation: 36 bytes in hexadecimal to a line.</summary>
    public PngText WithProfile(byte[] block) =>
        this with { Text = Encoding.ASCII.GetBytes($"\n{RawProfile}\n{block.Length,8}\n{string.Concat(block.Chunk(36).Select(line => Convert.ToHexStringLower(line) + '\n'))}") };

    private static byte[] Packed(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static int After(byte[] body, int from)
    {
        var end = from < body.Length ? body.AsSpan(from).IndexOf((byte)0) : -1;
        return end < 0 ? body.Length + 1 : from + end + 1;
    }
}
