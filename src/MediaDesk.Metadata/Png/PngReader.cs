using System.Text;
using static MediaDesk.Metadata.Png.PngTags;

namespace MediaDesk.Metadata.Png;

/// <summary>Walks the chunks of a PNG, copies out the metadata and hashes the coded image in passing.</summary>
internal static class PngReader
{
    private const int MostChunks = 200_000;

    /// <summary>The largest metadata chunk that is looked at.</summary>
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>What a few kilobytes may unpack to.</summary>
    private const int MostUnpackedBytes = 2 * 1024 * 1024;

    public static void Read(ByteWindow file, MetadataBlocks found, ProblemList problems)
    {
        using var hash = new ImageHash(found.LeavesImageOut);
        Span<byte> type = stackalloc byte[4];
        long at = SignatureLength;
        var (hasHeader, hasData) = (false, false);
        for (var chunks = 0; chunks < MostChunks; chunks++)
        {
            if (!file.TryUInt32(at, bigEndian: true, out var length) || !file.TryRead(at + 4, type))
            {
                problems.Add($"PNG at {at}", "The file ends before the image does.");
                return;
            }

            var body = file.Slice(at + 8, length);
            if (body.Length < length || !file.Holds(at, length + (long)ChunkOverhead))
            {
                problems.Add($"PNG {Name(type)} at {at}", "The chunk claims to be longer than the file; nothing after it was read.");
                return;
            }

            if (IsCodedImage(type))
            {
                hasHeader |= ReadHeader(type, body, found);
                hasData |= type.SequenceEqual(Data);
                hash.Add(type);
                hash.Add(body, 0, body.Length);
            }
            else if (type.SequenceEqual(End))
            {
                found.ImageDataHash = hasHeader && hasData ? hash.Finish() : null;
                if (!hasData)
                {
                    problems.Add("PNG", "The file holds no image data.");
                }

                return;
            }
            else
            {
                ReadMetadata(type, $"PNG {Name(type)} at {at}", body, found, problems);
            }

            at += length + (long)ChunkOverhead;
        }

        problems.Add($"PNG at {at}", "The file has too many chunks; the rest was not read.");
    }

    private static bool ReadHeader(ReadOnlySpan<byte> type, ByteWindow body, MetadataBlocks found)
    {
        if (type.SequenceEqual(Header) && found.Width is null && body.TryUInt32(0, true, out var width) && body.TryUInt32(4, true, out var height) &&
            width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue)
        {
            (found.Width, found.Height) = ((int)width, (int)height);
            return true;
        }

        return false;
    }

    private static void ReadMetadata(ReadOnlySpan<byte> type, string where, ByteWindow body, MetadataBlocks found, ProblemList problems)
    {
        if (type.SequenceEqual(PngTags.Exif))
        {
            found.Exif.Add((where, ExifBlock.WithoutHeader(body)));
        }
        else if (type.SequenceEqual(PngTags.ContentCredentials))
        {
            found.HasContentCredentials |= Metadata.ContentCredentials.StandIn(body);
        }
        else if (type.SequenceEqual(InternationalText) || type.SequenceEqual(CompressedText) || type.SequenceEqual(PngTags.Text))
        {
            ReadText(type, where, body, found, problems);
        }
    }

    private static void ReadText(ReadOnlySpan<byte> type, string where, ByteWindow body, MetadataBlocks found, ProblemList problems)
    {
        Span<byte> head = stackalloc byte[96];
        head = head[..body.Read(0, head)];
        var keywordLength = head.IndexOf((byte)0);
        var keyword = keywordLength > 0 ? Encoding.Latin1.GetString(head[..keywordLength]) : "";
        var isXmp = keyword == XmpKeyword;
        if (!isXmp && !keyword.StartsWith(RawProfileKeyword, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (body.Copy(0, body.Length, MostBytes) is not { } chunk)
        {
            problems.Add(where, "The chunk is too large for metadata; it was not read.");
            return;
        }

        var at = keywordLength + 1;
        var isCompressed = type.SequenceEqual(CompressedText);
        if (type.SequenceEqual(InternationalText))
        {
            // Compression flag and method, then language and translated keyword, each ended by NUL.
            isCompressed = at < chunk.Length && chunk[at] == 1;
            at = After(chunk, After(chunk, at + 2));
        }
        else if (isCompressed)
        {
            at++;
        }

        if (at > chunk.Length)
        {
            problems.Add(where, "The text chunk is cut off.");
            return;
        }

        var text = isCompressed ? Unpacked.Zlib(chunk, at, MostUnpackedBytes, where, problems) : chunk[at..];
        if (text is null)
        {
            return;
        }

        if (isXmp)
        {
            found.Xmp.Add(new(where, text));
        }
        else
        {
            PngRawProfile.Read(keyword[RawProfileKeyword.Length..], text, where, found, problems);
        }
    }

    private static int After(byte[] chunk, int from)
    {
        var end = from < chunk.Length ? chunk.AsSpan(from).IndexOf((byte)0) : -1;
        return end < 0 ? chunk.Length + 1 : from + end + 1;
    }

    private static string Name(ReadOnlySpan<byte> type) => type.ContainsAnyExceptInRange((byte)'A', (byte)'z') ? "chunk" : Encoding.ASCII.GetString(type);
}
