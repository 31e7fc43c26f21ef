using System.Buffers.Binary;
using MediaDesk.Metadata.Png;

namespace MediaDesk.Metadata.Writing;

/// <summary>Replaces the XMP chunk of a PNG, or adds one before the image data; all other chunks stay byte for byte.</summary>
internal static class PngWriter
{
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Keyword, no compression, no language, no translated keyword: XMP Specification Part 3, 1.1.5.</summary>
    private static ReadOnlySpan<byte> XmpHeader => "XML:com.adobe.xmp\0\0\0\0\0"u8;

    /// <summary>Puts the new file together; a sentence when it cannot be done without loss.</summary>
    public static string? Lay(ByteWindow file, FieldChanges changes, Patchwork target)
    {
        var found = new MetadataBlocks();
        PngReader.Read(file, found, new ProblemList());
        var chunks = Chunks(file);
        if (found.Xmp.Count > 1 || found.Xmp.Count != chunks.Count(chunk => IsXmp(chunk.Type, chunk.Run)))
        {
            return "The XMP in the file is damaged or of an unusual kind; writing could lose a part of it.";
        }

        var packet = XmpDocument.Edit(found.Xmp.FirstOrDefault(), changes.Xmp, MostBytes);
        if (packet.Refusal is not null)
        {
            return packet.Refusal;
        }

        var isWritten = false;
        target.Add(file.Slice(0, PngTags.SignatureLength));
        foreach (var (type, run) in chunks)
        {
            if (!isWritten && type.AsSpan().SequenceEqual(PngTags.Data))
            {
                target.Add(Chunk(PngTags.InternationalText, [.. XmpHeader, .. packet.Bytes]));
                isWritten = true;
            }

            if (type.AsSpan().SequenceEqual(PngTags.Exif) && run.Copy(8, run.Length - PngTags.ChunkOverhead, MostBytes) is { } exif)
            {
                var edited = ExifTwins.Edit(exif, changes.Asked, MostBytes);
                if (edited != exif)
                {
                    target.Add(Chunk(type, edited));
                    continue;
                }
            }

            if (!IsXmp(type, run))
            {
                target.Add(run);
            }
        }

        target.Add(file.Slice(PngTags.SignatureLength + chunks.Sum(chunk => chunk.Run.Length)));
        return null;
    }

    private static List<(byte[] Type, ByteWindow Run)> Chunks(ByteWindow file)
    {
        var chunks = new List<(byte[], ByteWindow)>();
        for (long at = PngTags.SignatureLength; file.TryUInt32(at, bigEndian: true, out var length) && file.Holds(at, length + (long)PngTags.ChunkOverhead);)
        {
            var run = file.Slice(at, length + (long)PngTags.ChunkOverhead);
            var type = run.Copy(4, 4, 4)!;
            chunks.Add((type, run));
            at += run.Length;
            if (type.AsSpan().SequenceEqual(PngTags.End))
            {
                break;
            }
        }

        return chunks;
    }

    private static bool IsXmp(ReadOnlySpan<byte> type, ByteWindow chunk)
    {
        Span<byte> keyword = stackalloc byte[PngTags.XmpKeyword.Length + 1];
        return (type.SequenceEqual(PngTags.InternationalText) || type.SequenceEqual(PngTags.CompressedText) || type.SequenceEqual(PngTags.Text)) &&
            chunk.TryRead(8, keyword) && keyword.SequenceEqual(XmpHeader[..keyword.Length]);
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] body)
    {
        var chunk = new byte[body.Length + PngTags.ChunkOverhead];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        type.CopyTo(chunk.AsSpan(4));
        body.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 8), Crc(chunk.AsSpan(4, body.Length + 4)));
        return chunk;
    }

    /// <summary>CRC-32 as PNG has it (third edition, 5.5).</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
