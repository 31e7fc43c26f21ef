using System.Buffers.Binary;

namespace MediaDesk.Metadata.Writing;

/// <summary>The check of PNG's chunks: CRC-32 over type and content (third edition, 5.5 and annex D), eight bytes at a time.</summary>
internal static class PngCrc
{
    private const int Lanes = 8;

    private static readonly uint[][] Tables = MakeTables();

    public static uint Of(ReadOnlySpan<byte> bytes) => ~Add(uint.MaxValue, bytes);

    /// <summary>Whether a whole chunk ends in the check of what it holds.</summary>
    public static bool IsRight(ByteWindow chunk)
    {
        var buffer = new byte[64 * 1024];
        var crc = uint.MaxValue;
        var end = chunk.Length - 4;
        for (long at = 4; at < end;)
        {
            var read = chunk.Read(at, buffer.AsSpan(0, (int)Math.Min(buffer.Length, end - at)));
            if (read == 0)
            {
                return false;
            }

            crc = Add(crc, buffer.AsSpan(0, read));
            at += read;
        }

        return chunk.TryUInt32(end, bigEndian: true, out var written) && written == ~crc;
    }

    private static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= Lanes; bytes = bytes[Lanes..])
        {
            var low = crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = Tables[7][low & 0xFF] ^ Tables[6][(low >> 8) & 0xFF] ^ Tables[5][(low >> 16) & 0xFF] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 0xFF] ^ Tables[2][(high >> 8) & 0xFF] ^ Tables[1][(high >> 16) & 0xFF] ^ Tables[0][high >> 24];
        }

        foreach (var one in bytes)
        {
            crc = Tables[0][(crc ^ one) & 0xFF] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[Lanes][];
        for (var lane = 0; lane < Lanes; lane++)
        {
            tables[lane] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                var crc = lane == 0 ? i : tables[lane - 1][i];
                for (var bit = 0; bit < 8; bit++)
                {
                    crc = lane == 0 ? (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320 : crc;
                }

                tables[lane][i] = lane == 0 ? crc : (crc >> 8) ^ tables[0][crc & 0xFF];
            }
        }

        return tables;
    }
}
