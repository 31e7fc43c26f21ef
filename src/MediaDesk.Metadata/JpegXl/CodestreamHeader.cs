namespace MediaDesk.Metadata.JpegXl;

/// <summary>Size and orientation at the beginning of a JPEG XL codestream: ISO/IEC 18181-1, SizeHeader and ImageMetadata.</summary>
internal static class CodestreamHeader
{
    /// <summary>Signature, at most 68 bits of size, and the first five of the metadata.</summary>
    private const int MostBytes = 16;

    private static readonly (int Across, int Down)[] Ratios = [(1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1)];

    public static void ReadSize(ByteWindow codestream, MetadataBlocks found, ProblemList problems)
    {
        var head = new byte[MostBytes];
        if (codestream.Read(0, head) < 3 || head[0] != 0xFF || head[1] != 0x0A)
        {
            problems.Add("JPEG XL", "The image data does not begin as JPEG XL does.");
            return;
        }

        var bits = new Bits(head, 16);
        var isSmall = bits.Next(1) == 1;
        var height = Side(bits, isSmall);
        var ratio = (int)bits.Next(3);
        var width = ratio == 0 ? Side(bits, isSmall) : height * Ratios[ratio - 1].Across / Ratios[ratio - 1].Down;
        var hasMetadata = bits.Next(1) == 0 && bits.Next(1) == 1;
        var isTurned = hasMetadata && bits.Next(3) >= 4;
        if (width is > 0 and <= int.MaxValue && height <= int.MaxValue)
        {
            (found.Width, found.Height) = isTurned ? ((int)height, (int)width) : ((int)width, (int)height);
        }
    }

    /// <summary>Small sides count in eights.</summary>
    private static long Side(Bits bits, bool isSmall) =>
        isSmall ? 8 * (bits.Next(5) + 1) : 1 + bits.Next(bits.Next(2) switch { 0 => 9, 1 => 13, 2 => 18, _ => 30 });

    /// <summary>Numbers of some bits each, the lowest bit of a byte first; zeros behind the end.</summary>
    private sealed class Bits(byte[] bytes, int at)
    {
        private int at = at;

        public long Next(int count)
        {
            long value = 0;
            for (var i = 0; i < count; i++, at++)
            {
                var bit = at / 8 < bytes.Length ? (bytes[at / 8] >> (at % 8)) & 1 : 0;
                value |= (long)bit << i;
            }

            return value;
        }
    }
}
