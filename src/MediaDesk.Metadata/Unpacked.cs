using System.IO.Compression;

namespace MediaDesk.Metadata;

/// <summary>Unpacks compressed metadata, never to more than a limit.</summary>
internal static class Unpacked
{
    /// <summary>What stands from <paramref name="from"/> on, or null when it is no zlib data or unpacks to more than <paramref name="limit"/>.</summary>
    public static byte[]? Zlib(byte[] packed, int from, int limit, string where, ProblemList problems) =>
        Unpack(new ZLibStream(Rest(packed, from), CompressionMode.Decompress), limit, where, problems);

    /// <summary>The same for Brotli.</summary>
    public static byte[]? Brotli(byte[] packed, int from, int limit, string where, ProblemList problems) =>
        Unpack(new BrotliStream(Rest(packed, from), CompressionMode.Decompress), limit, where, problems);

    private static MemoryStream Rest(byte[] packed, int from) => new(packed, from, packed.Length - from);

    private static byte[]? Unpack(Stream packed, int limit, string where, ProblemList problems)
    {
        var unpacked = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            using (packed)
            {
                for (int read; (read = packed.Read(buffer)) > 0;)
                {
                    if (unpacked.Length + read > limit)
                    {
                        problems.Add(where, "The block unpacks to more than any metadata needs; it was not read.");
                        return null;
                    }

                    unpacked.Write(buffer, 0, read);
                }
            }
        }
        // Brotli tells of damage by either of the first two, zlib of a dictionary that it is not given as of a fault of the file system.
        catch (Exception damage) when (damage is InvalidDataException or InvalidOperationException or IOException)
        {
            problems.Add(where, "The compressed block is damaged; it was not read.");
            return null;
        }

        return unpacked.ToArray();
    }
}
