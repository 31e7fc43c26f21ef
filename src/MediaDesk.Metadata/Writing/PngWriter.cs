using System.Buffers.Binary;
using System.Text;
using MediaDesk.Metadata.Iim;
using MediaDesk.Metadata.Jpeg;
using MediaDesk.Metadata.Png;

namespace MediaDesk.Metadata.Writing;

/// <summary>
/// Sets the XMP of a PNG, and EXIF and IIM where it has them (the latter as ImageMagick writes it); all other chunks stay byte for byte.
/// </summary>
internal static class PngWriter
{
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Puts the new file together; a sentence when it cannot be done without loss.</summary>
    public static string? Lay(ByteWindow file, FieldChanges changes, Patchwork target, WriteWarnings warnings)
    {
        var chunks = Chunks(file).ConvertAll(chunk => (chunk.Type, chunk.Run, New: (byte[]?)null));
        var hasXmp = false;
        for (var i = 0; i < chunks.Count; i++)
        {
            var (type, run, _) = chunks[i];
            if (IsDecoded(type) && !PngCrc.IsRight(run))
            {
                return "The image data in the file is damaged, so it is not written into.";
            }

            if (type is "eXIf" or "iTXt" or "zTXt" or "tEXt" && run.Copy(8, run.Length - PngTags.ChunkOverhead, MostBytes) is { } body)
            {
                var edited = Edit(type, body, changes, warnings, ref hasXmp);
                if (edited.Refusal is not null)
                {
                    return edited.Refusal;
                }

                chunks[i] = (type, run, edited.Bytes);
            }
        }

        if (!hasXmp && changes.Say)
        {
            var packet = XmpDocument.Edit(null, changes, MostBytes, warnings);
            if (packet.Refusal is not null)
            {
                return packet.Refusal;
            }

            var first = chunks.FindIndex(chunk => chunk.Type == "IDAT");
            chunks.Insert(first, ("iTXt", file.Slice(0, 0), Chunk("iTXt", new PngText("iTXt", PngTags.XmpKeyword, packet.Bytes).ToBody())));
        }

        target.Add(file.Slice(0, PngTags.SignatureLength));
        foreach (var (_, run, changed) in chunks)
        {
            if (changed is { Length: > 0 })
            {
                target.Add(changed);
            }
            else
            {
                target.Add(run);
            }
        }

        target.Add(file.Slice(PngTags.SignatureLength + chunks.Sum(chunk => chunk.Run.Length)));
        return null;
    }

    /// <summary>The new chunk, empty when it stays.</summary>
    private static Edited Edit(string type, byte[] body, FieldChanges changes, WriteWarnings warnings, ref bool hasXmp)
    {
        if (type == "eXIf")
        {
            return ExifTwins.Edit(body, changes.Asked, MostBytes, warnings) is var exif && exif != body ? Edited.To(Chunk(type, exif)) : Edited.Unchanged;
        }

        if (PngText.Of(type, body) is not { } text)
        {
            return Edited.Unchanged;
        }

        if (text.Keyword == PngTags.XmpKeyword)
        {
            hasXmp = true;
            var packet = XmpDocument.Edit(new("XMP", text.Text), changes, MostBytes, warnings);
            return packet.Refusal is null ? Edited.To(Chunk("iTXt", new PngText("iTXt", text.Keyword, packet.Bytes).ToBody())) : packet;
        }

        if (PngRawProfile.Unpack(text.Text) is not { Length: > 0 } block)
        {
            return Edited.Unchanged;
        }

        var edited = EditProfile(text.RawProfile!, block, changes, warnings, ref hasXmp);
        return edited.Refusal is not null || edited.Bytes.AsSpan().SequenceEqual(block) || edited.Bytes.Length == 0
            ? edited with { Bytes = [] }
            : Edited.To(Chunk(type, text.WithProfile(edited.Bytes).ToBody()));
    }

    private static Edited EditProfile(string kind, byte[] block, FieldChanges changes, WriteWarnings warnings, ref bool hasXmp)
    {
        var header = kind is "exif" or "app1" && block.AsSpan().StartsWith(JpegTags.XmpHeader) ? JpegTags.XmpHeader.Length : 0;
        if (kind == "xmp" || header > 0)
        {
            hasXmp = true;
            var packet = XmpDocument.Edit(new("XMP", block[header..]), changes, MostBytes, warnings);
            return packet.Refusal is null ? Edited.To([.. block[..header], .. packet.Bytes]) : packet;
        }

        if (kind is "exif" or "app1")
        {
            return Edited.To(ExifTwins.Edit(block, changes.Asked, MostBytes, warnings));
        }

        if (kind is not ("iptc" or "8bim"))
        {
            return Edited.Unchanged;
        }

        if (block[0] != IimTags.Marker)
        {
            return Edited.To(PhotoshopWriter.Edit(block, changes, warnings));
        }

        return changes.ConcernIim && IimReader.Read(new("IIM", block), new ProblemList()) is { } iim ? Edited.To(IimWriter.Edit(iim, changes.Asked, warnings)) : Edited.Unchanged;
    }

    private static List<(string Type, ByteWindow Run)> Chunks(ByteWindow file)
    {
        var chunks = new List<(string, ByteWindow)>();
        for (long at = PngTags.SignatureLength; file.TryUInt32(at, bigEndian: true, out var length) && file.Holds(at, length + (long)PngTags.ChunkOverhead);)
        {
            var run = file.Slice(at, length + (long)PngTags.ChunkOverhead);
            var type = Encoding.Latin1.GetString(run.Copy(4, 4, 4)!);
            chunks.Add((type, run));
            at += run.Length;
            if (type == "IEND")
            {
                break;
            }
        }

        return chunks;
    }

    /// <summary>Chunks that a decoder cannot do without.</summary>
    private static bool IsDecoded(string type) => type is "IHDR" or "PLTE" or "IDAT" or "IEND";

    private static byte[] Chunk(string type, byte[] body)
    {
        var chunk = new byte[body.Length + PngTags.ChunkOverhead];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        Encoding.Latin1.GetBytes(type, chunk.AsSpan(4));
        body.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 8), PngCrc.Of(chunk.AsSpan(4, body.Length + 4)));
        return chunk;
    }
}
