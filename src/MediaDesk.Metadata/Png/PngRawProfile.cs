using System.Buffers;
using MediaDesk.Metadata.Photoshop;

namespace MediaDesk.Metadata.Png;

/// <summary>
/// A block in ImageMagick's raw-profile notation: a line with its name, a line with its length, then hexadecimal digits
/// (coders/png.c, Magick_png_write_raw_profile).
/// </summary>
internal static class PngRawProfile
{
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    public static void Read(string kind, ReadOnlySpan<byte> text, string where, MetadataBlocks found, ProblemList problems)
    {
        if (Unpack(text) is not { Length: > 0 } block)
        {
            problems.Add(where, "The metadata in this text chunk is damaged; it was not read.");
            return;
        }

        switch (kind.ToLowerInvariant())
        {
            case "exif" or "app1" when block.AsSpan().StartsWith("http://ns.adobe.com/xap/1.0/\0"u8):
                found.Xmp.Add(new(where, block["http://ns.adobe.com/xap/1.0/\0".Length..]));
                break;
            case "exif" or "app1":
                found.Exif.Add((where, ExifBlock.WithoutHeader(ByteWindow.OfMemory(block))));
                break;
            case "xmp":
                found.Xmp.Add(new(where, block));
                break;
            case "iptc" or "8bim" when block[0] == Iim.IimTags.Marker:
                found.Iim.Add(new(where, block));
                break;
            case "iptc" or "8bim":
                PhotoshopResources.Read(block, where, found, problems);
                break;
        }
    }

    public static byte[]? Unpack(ReadOnlySpan<byte> text)
    {
        // Name and length each stand on a line of their own; the name may be preceded by an empty one.
        var rest = text.TrimStart((byte)'\n');
        var name = rest.IndexOf((byte)'\n');
        var length = name < 0 ? -1 : rest[(name + 1)..].IndexOf((byte)'\n');
        if (length < 0)
        {
            return null;
        }

        rest = rest[(name + length + 2)..];
        var digits = new byte[rest.Length];
        var count = 0;
        foreach (var one in rest)
        {
            if (Digits.Contains(one))
            {
                digits[count++] = one;
            }
            else if (one is not ((byte)'\n' or (byte)'\r' or (byte)' ' or 0))
            {
                return null;
            }
        }

        return Convert.FromHexString(System.Text.Encoding.ASCII.GetString(digits, 0, count & ~1));
    }
}
