using System.Text;

namespace MediaDesk.Metadata.Xmp;

/// <summary>XMP packets come in UTF-8, UTF-16 and UTF-32, with and without a byte order mark. XMP Specification Part 1, 7.3.2.</summary>
internal static class XmpEncoding
{
    private static readonly Encoding[] Wide =
    [
        new UTF32Encoding(bigEndian: true, byteOrderMark: false), new UTF32Encoding(bigEndian: false, byteOrderMark: false),
        Encoding.BigEndianUnicode, Encoding.Unicode,
    ];

    /// <summary>The packet from its first element or declaration on, in UTF-8.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(MetadataBlock packet, ProblemList problems)
    {
        foreach (var encoding in Wide)
        {
            if (packet.Bytes.AsSpan().IndexOf(encoding.GetBytes("<?xpacket")) is >= 0 and var start ||
                (start = packet.Bytes.AsSpan().IndexOf(encoding.GetBytes(":xmpmeta "))) >= 0)
            {
                // The position of a wide text is only known by its byte order; a mark before it is skipped with it.
                var text = encoding.GetString(packet.Bytes, start % (encoding is UTF32Encoding ? 4 : 2), packet.Bytes.Length - (start % (encoding is UTF32Encoding ? 4 : 2)));
                return FromFirstTag(Encoding.UTF8.GetBytes(text));
            }
        }

        if (LegacyText.IsUtf8(packet.Bytes))
        {
            return FromFirstTag(packet.Bytes);
        }

        problems.Add(packet.Where, "The XMP is not valid UTF-8; it was read as Windows-1252 where it is not.");
        return FromFirstTag(Encoding.UTF8.GetBytes(DecodeMixed(packet.Bytes)));
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
