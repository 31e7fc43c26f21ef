using System.Buffers.Binary;
using System.Text;
using MediaDesk.Metadata.WebP;

namespace MediaDesk.Metadata.Writing;

/// <summary>
/// Replaces the XMP chunk of a WebP file, or adds one at its end; a simple file becomes an extended one, as only those have metadata
/// (RFC 9649, 2.7). All other chunks stay byte for byte.
/// </summary>
internal static class WebPWriter
{
    private const int MostBytes = 8 * 1024 * 1024;
    private const int HeaderLength = 12, ChunkHeaderLength = 8;
    private const byte HasXmp = 0x04, HasAlpha = 0x10;

    /// <summary>Puts the new file together; a sentence when it cannot be done without loss.</summary>
    public static string? Lay(ByteWindow file, FieldChanges changes, Patchwork target, WriteWarnings warnings)
    {
        var found = new MetadataBlocks();
        WebPReader.Read(file, found, new ProblemList());
        if (!file.TryUInt32(4, bigEndian: false, out var claimed) || claimed + 8L > file.Length || found is not { Width: { } width, Height: { } height } ||
            Chunks(file.Slice(0, claimed + 8L)) is not { Count: > 0 } chunks)
        {
            return "The image is cut off or damaged, so the file is not written into.";
        }

        var body = new Patchwork();
        var hasXmp = chunks.Exists(chunk => chunk.Type == "XMP ");
        var isXmpNeeded = hasXmp || changes.Say;
        if (chunks[0].Type != "VP8X" && isXmpNeeded)
        {
            body.Add(Chunk("VP8X", Extended(chunks[0].Run, width, height)));
        }

        foreach (var (type, run) in chunks)
        {
            var changed = Changed(type, run, changes, isXmpNeeded, warnings);
            if (changed.Refusal is not null)
            {
                return changed.Refusal;
            }

            if (changed.Bytes.Length > 0)
            {
                body.Add(Chunk(type, changed.Bytes));
            }
            else
            {
                body.Add(run);
            }
        }

        if (isXmpNeeded && !hasXmp)
        {
            var packet = XmpDocument.Edit(null, changes, MostBytes, warnings);
            if (packet.Refusal is not null)
            {
                return packet.Refusal;
            }

            body.Add(Chunk("XMP ", packet.Bytes));
        }

        var header = file.Copy(0, HeaderLength, HeaderLength)!;
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), (uint)(body.Length + 4));
        target.Add(header);
        target.Add(body);
        target.Add(file.Slice(claimed + 8L));
        return null;
    }

    /// <summary>The new content of a chunk, empty when it stays.</summary>
    private static Edited Changed(string type, ByteWindow run, FieldChanges changes, bool isXmpNeeded, WriteWarnings warnings)
    {
        switch (type)
        {
            case "XMP ":
                return run.Length > MostBytes
                    ? Edited.Refused("The XMP in the file is too large to be kept whole.")
                    : XmpDocument.Edit(Content(run) is { } packet ? new(type, packet) : null, changes, MostBytes, warnings);
            case "EXIF" when Content(run) is { } exif:
                return ExifTwins.Edit(exif, changes.Asked, MostBytes, warnings) is var edited && edited != exif ? Edited.To(edited) : Edited.Unchanged;
            case "VP8X" when isXmpNeeded && Content(run) is { } content:
                content[0] |= HasXmp;
                return Edited.To(content);
            default:
                return Edited.Unchanged;
        }
    }

    private static byte[]? Content(ByteWindow run) =>
        run.TryUInt32(4, bigEndian: false, out var length) && length > 0 ? run.Copy(ChunkHeaderLength, length, MostBytes) : null;

    /// <summary>The header of the extended form: flags, and width and height less one in 24 bits each.</summary>
    private static byte[] Extended(ByteWindow image, int width, int height)
    {
        // A lossless image says in the bit behind its size whether it uses alpha.
        var hasAlpha = image.TryUInt32(0, true, out var type) && type == 0x5650384C && image.TryByte(ChunkHeaderLength + 4, out var bits) && (bits & 0x10) != 0;
        (width, height) = (width - 1, height - 1);
        return [(byte)(hasAlpha ? HasXmp | HasAlpha : HasXmp), 0, 0, 0, (byte)width, (byte)(width >> 8), (byte)(width >> 16), (byte)height, (byte)(height >> 8), (byte)(height >> 16)];
    }

    /// <summary>All chunks with their padding, or null when they do not fill the file or are none.</summary>
    private static List<(string Type, ByteWindow Run)>? Chunks(ByteWindow file)
    {
        var chunks = new List<(string, ByteWindow)>();
        long at = HeaderLength;
        while (at < file.Length)
        {
            if (file.Copy(at, 4, 4) is not { } type || type.AsSpan().TrimEnd((byte)0).ContainsAnyExceptInRange((byte)' ', (byte)'~') || type[0] == 0 || !file.TryUInt32(at + 4, bigEndian: false, out var length) ||
                !file.Holds(at, ChunkHeaderLength + length + (length & 1)))
            {
                return null;
            }

            chunks.Add((Encoding.Latin1.GetString(type).Replace('\0', ' '), file.Slice(at, ChunkHeaderLength + length + (length & 1))));
            at += chunks[^1].Item2.Length;
        }

        return chunks;
    }

    private static byte[] Chunk(string type, byte[] content) =>
        [.. Encoding.Latin1.GetBytes(type), .. BitConverter.GetBytes(content.Length), .. content, .. new byte[content.Length & 1]];
}
