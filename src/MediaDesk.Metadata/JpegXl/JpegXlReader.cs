using System.Text;
using MediaDesk.Metadata.Heif;

namespace MediaDesk.Metadata.JpegXl;

/// <summary>Reads size and metadata boxes of a JPEG XL file and hashes its codestream: ISO/IEC 18181-2. A bare codestream carries no metadata.</summary>
internal static class JpegXlReader
{
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>What a compressed box may unpack to.</summary>
    private const int MostUnpackedBytes = 4 * 1024 * 1024;

    private const int PartNumberLength = 4;

    public static void Read(ByteWindow file, MetadataBlocks found, ProblemList problems)
    {
        // Decoders turn the picture as the codestream says; EXIF's orientation has no effect (18181-2, Annex A).
        found.DecoderTurns = true;
        using var hash = new ImageHash(found.LeavesImageOut);
        if (file.TryByte(0, out var first) && first == 0xFF)
        {
            CodestreamHeader.ReadSize(file, found, problems);
            found.ImageDataHash = hash.Add(file, 0, file.Length) ? hash.Finish() : null;
            return;
        }

        var (hasImage, isWhole) = (false, true);
        foreach (var box in Boxes.In(file))
        {
            isWhole &= !box.IsCutOff;
            if (box.Type is "jxlc" or "jxlp")
            {
                var codestream = box.Body.Slice(box.Type == "jxlp" ? PartNumberLength : 0);
                if (!hasImage)
                {
                    CodestreamHeader.ReadSize(codestream, found, problems);
                }

                hasImage = true;
                hash.Add(codestream, 0, codestream.Length);
            }
            else if (!box.IsCutOff)
            {
                ReadMetadata(box, found, problems);
            }
        }

        if (!isWhole || !hasImage)
        {
            problems.Add("JPEG XL", hasImage ? "The file is cut off." : "The file holds no image data.");
        }

        found.ImageDataHash = hasImage && isWhole ? hash.Finish() : null;
    }

    private static void ReadMetadata(Box box, MetadataBlocks found, ProblemList problems)
    {
        var where = $"JPEG XL {box.Type.Trim()}";
        switch (box.Type)
        {
            case "brob":
                if (Unpack(box.Body, where, problems) is { } unpacked)
                {
                    ReadMetadata(unpacked, found, problems);
                }

                break;
            case "Exif" when box.Body.TryUInt32(0, bigEndian: true, out var toTiff):
                // Four bytes say how far it is from behind them to the TIFF header.
                found.Exif.Add((where, ExifBlock.WithoutHeader(box.Body.Slice(4L + toTiff))));
                break;
            case "xml " when box.Body.Copy(0, box.Body.Length, MostBytes) is { } packet:
                found.Xmp.Add(new(where, packet));
                break;
            case "xml ":
                problems.Add(where, "The box is too large for metadata; it was not read.");
                break;
            default:
                found.HasContentCredentials |= ContentCredentials.IsManifestStore(box);
                break;
        }
    }

    /// <summary>A box compressed by Brotli: its type, then its packed content. One inside another is not allowed and not followed.</summary>
    private static Box? Unpack(ByteWindow body, string where, ProblemList problems)
    {
        const int TypeLength = 4;
        if (body.Copy(0, body.Length, MostBytes) is not { Length: > TypeLength } packed)
        {
            problems.Add(where, "The compressed box is empty or too large for metadata; it was not read.");
            return null;
        }

        var type = Encoding.Latin1.GetString(packed, 0, TypeLength);
        return type is "xml " or "Exif" or "jumb" && Unpacked.Brotli(packed, TypeLength, MostUnpackedBytes, $"{where} {type.Trim()}", problems) is { } content
            ? new Box(type, ByteWindow.OfMemory(content))
            : null;
    }
}
