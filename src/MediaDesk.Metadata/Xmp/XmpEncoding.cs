using System.Text;

namespace MediaDesk.Metadata.Xmp;

/// <summary>XMP packets come in UTF-8, UTF-16 and UTF-32, with and without a byte order mark. XMP Specification Part 1, 7.3.2.</summary>
internal static class XmpEncoding
{
    private static readonly UTF32Encoding Utf32BigEndian = new(bigEndian: true, byteOrderMark: false);

    /// <summary>The packet from its first tag on, in UTF-8.</summary>
    /// <param name="isSure">False when the bytes are in no encoding that XMP allows and one had to be supposed.</param>
    public static ReadOnlyMemory<byte> ToUtf8(MetadataBlock packet, ProblemList problems, out bool isSure)
    {
        isSure = true;
        if (Wide(packet.Bytes) is { } wide)
        {
            return FromFirstTag(Encoding.UTF8.GetBytes(wide.GetString(packet.Bytes)));
        }

        if (LegacyText.IsUtf8(packet.Bytes))
        {
            return FromFirstTag(packet.Bytes);
        }

        isSure = false;
        problems.Add(packet.Where, "The XMP is not valid UTF-8; it was read as Windows-1252 where it is not.");
        return FromFirstTag(Encoding.UTF8.GetBytes(DecodeMixed(packet.Bytes)));
    }

    /// <summary>Told by the zeros around the first angle bracket and its place among them; null for single bytes.</summary>
    private static Encoding? Wide(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOf((byte)'<');
        if (first < 0 || first + 3 >= bytes.Length || bytes[first + 1] != 0)
        {
            return null;
        }

        return bytes[first + 2] == 0
            ? first % 4 == 0 ? Encoding.UTF32 : Utf32BigEndian
            : first % 2 == 0 ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    private static ReadOnlyMemory<byte> FromFirstTag(byte[] utf8)
    {
        var first = utf8.AsSpan().IndexOf((byte)'<');
        return first < 0 ? default : utf8.AsMemory(first);
    }

    /// <summary>UTF-8 as far as it goes; bytes that are none are taken one by one as Windows-1252.</summary>
    private static string DecodeMixed(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        Span<char> chars = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var used) == System.Buffers.OperationStatus.Done)
            {
                text.Append(chars[..rune.EncodeToUtf16(chars)]);
            }
            else
            {
                used = 1;
                text.Append(LegacyText.Windows.GetString(bytes[..1]));
            }

            bytes = bytes[used..];
        }

        return text.ToString();
    }
}
