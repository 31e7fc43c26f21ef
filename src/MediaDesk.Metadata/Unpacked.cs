using System.IO.Compression;

namespace MediaDesk.Metadata;

/// <summary>Unpacks compressed metadata, never to more than a limit.</summary>
internal static class Unpacked
{
    /// <summary>What stands from <paramref name="from"/> on, or null when it is no zlib data or unpacks to more than <paramref name="limit"/>.</summary>
    public static byte[]? Zlib(byte[] packed, int from, int limit, string where, ProblemList problems)
    {
        var unpacked = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed, from, packed.Length - from), CompressionMode.Decompress);
            for (int read; (read = zlib.Read(buffer)) > 0;)
            {
                if (unpacked.Length + read > limit)
                {
                    problems.Add(where, "The block unpacks to more than any metadata needs; it was not read.");
                    return null;
                }

                unpacked.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            problems.Add(where, "The compressed block is damaged; it was not read.");
            return null;
        }

        return unpacked.ToArray();
    }
}
