using System.Text;

namespace MediaDesk.Metadata.WebP;

/// <summary>Walks the RIFF chunks of a WebP file (RFC 9649), copies out the metadata and hashes the coded image in passing.</summary>
internal static class WebPReader
{
    private const int MostChunks = 100_000;
    private const int MostXmpBytes = 8 * 1024 * 1024;
    private const int HeaderLength = 12, ChunkHeaderLength = 8;

    public static void Read(ByteWindow file, MetadataBlocks found, ProblemList problems)
    {
        file.TryUInt32(4, bigEndian: false, out var claimed);
        if (claimed + 8L > file.Length)
        {
            problems.Add("WebP", "The file is cut off.");
        }

        using var hash = new ImageHash(found.LeavesImageOut);
        var hasImage = false;
        Span<byte> type = stackalloc byte[4];
        long at = HeaderLength;
        for (var chunks = 0; chunks < MostChunks && file.TryRead(at, type) && file.TryUInt32(at + 4, false, out var length); chunks++)
        {
            var where = $"WebP {Name(type)} at {at}";
            var body = file.Slice(at + ChunkHeaderLength, length);
            var isWhole = body.Length == length;
            if (!isWhole)
            {
                problems.Add(where, "The chunk claims to be longer than the file.");
            }

            ReadSize(type, body, found);
            if (type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8) || type.SequenceEqual("ALPH"u8) || type.SequenceEqual("ANMF"u8))
            {
                hasImage = isWhole;
                hash.Add(type);
                hash.Add(body, 0, body.Length);
            }
            else if (isWhole)
            {
                ReadMetadata(type, where, body, found, problems);
            }

            // Chunks are padded to even.
            at += ChunkHeaderLength + length + (length & 1);
        }

        found.ImageDataHash = hasImage ? hash.Finish() : null;
    }

    private static void ReadMetadata(ReadOnlySpan<byte> type, string where, ByteWindow body, MetadataBlocks found, ProblemList problems)
    {
        if (type.SequenceEqual("EXIF"u8))
        {
            found.Exif.Add((where, ExifBlock.WithoutHeader(body)));
        }
        // Some software ends the type with NUL.
        else if (type.SequenceEqual("XMP "u8) || type.SequenceEqual("XMP\0"u8))
        {
            if (body.Copy(0, body.Length, MostXmpBytes) is { } packet)
            {
                found.Xmp.Add(new(where, packet));
            }
            else
            {
                problems.Add(where, "The chunk is too large for metadata; it was not read.");
            }
        }
        else if (type.SequenceEqual("C2PA"u8))
        {
            found.HasContentCredentials |= ContentCredentials.StandIn(body);
        }
    }

    /// <summary>The canvas of an extended file, else the frame of the one image.</summary>
    private static void ReadSize(ReadOnlySpan<byte> type, ByteWindow body, MetadataBlocks found)
    {
        Span<byte> head = stackalloc byte[10];
        if (found.Width is not null || body.Read(0, head) < 5)
        {
            return;
        }

        if (type.SequenceEqual("VP8X"u8))
        {
            (found.Width, found.Height) = (1 + (head[4] | (head[5] << 8) | (head[6] << 16)), 1 + (head[7] | (head[8] << 8) | (head[9] << 16)));
        }
        else if (type.SequenceEqual("VP8L"u8) && head[0] == 0x2F)
        {
            var bits = (uint)(head[1] | (head[2] << 8) | (head[3] << 16) | (head[4] << 24));
            (found.Width, found.Height) = (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }
        else if (type.SequenceEqual("VP8 "u8) && head[3..6].SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
        {
            (found.Width, found.Height) = ((head[6] | (head[7] << 8)) & 0x3FFF, (head[8] | (head[9] << 8)) & 0x3FFF);
        }
    }

    private static string Name(ReadOnlySpan<byte> type) => type.ContainsAnyExceptInRange((byte)' ', (byte)'z') ? "chunk" : Encoding.ASCII.GetString(type).Trim();
}
