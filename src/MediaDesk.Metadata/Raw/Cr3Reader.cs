using MediaDesk.Metadata.Exif;
using MediaDesk.Metadata.Heif;
using MediaDesk.Metadata.Tiff;

namespace MediaDesk.Metadata.Raw;

/// <summary>
/// Canon CR3: an ISO base media file whose EXIF directories lie in boxes of their own, with a small preview in a box and the
/// full-size JPEG as a track. Layout: github.com/lclevy/canon_cr3.
/// </summary>
internal static class Cr3Reader
{
    private const int UuidLength = 16;
    private const int MostXmpBytes = 8 * 1024 * 1024;

    public static void Read(ByteWindow file, MetadataBlocks found, ProblemList problems)
    {
        var candidates = new List<(long At, long Length)>();
        foreach (var box in Boxes.In(file))
        {
            found.HasContentCredentials |= ContentCredentials.IsManifestStore(box);
            switch (box.Type)
            {
                case "moov":
                    ReadMovie(box.Body, found, candidates);
                    break;
                case "uuid" when IsXmp(box.Body):
                    if (box.Body.Copy(UuidLength, box.Body.Length - UuidLength, MostXmpBytes) is { } packet)
                    {
                        found.Xmp.Add(new("CR3 XMP", packet));
                    }

                    break;
                case "uuid" when Boxes.Find(box.Body.Slice(UuidLength + 8), "PRVW") is { } preview && preview.TryUInt32(12, true, out var length) &&
                    preview.InFile(16, 1) is { } start:
                    candidates.Add((start.Start, length));
                    break;
            }
        }

        found.Preview = EmbeddedJpeg.Largest(file, candidates);
        if (Directory(found.CanonDirectories, "CMT1") is not { } main)
        {
            problems.Add("CR3", "The file has no EXIF: it is cut off or no photo.");
            return;
        }

        (found.Width, found.Height) = (TiffReader.Size(main, TiffTags.Width), TiffReader.Size(main, TiffTags.Height));
    }

    private static bool IsXmp(ByteWindow box)
    {
        Span<byte> uuid = stackalloc byte[UuidLength];
        return box.TryRead(0, uuid) && uuid.SequenceEqual(
            (ReadOnlySpan<byte>)[0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC]);
    }

    private static void ReadMovie(ByteWindow movie, MetadataBlocks found, List<(long At, long Length)> candidates)
    {
        foreach (var box in Boxes.In(movie))
        {
            if (box.Type == "uuid")
            {
                foreach (var inner in Boxes.In(box.Body.Slice(UuidLength)).Where(inner => inner.Type.StartsWith("CMT", StringComparison.Ordinal)))
                {
                    found.CanonDirectories.TryAdd(inner.Type, inner.Body);
                }
            }
            else if (box.Type == "trak" && FirstSample(box.Body) is { } sample)
            {
                candidates.Add(sample);
            }
        }
    }

    /// <summary>Where the one picture of a track lies.</summary>
    private static (long At, long Length)? FirstSample(ByteWindow track)
    {
        var table = track;
        foreach (var step in new[] { "mdia", "minf", "stbl" })
        {
            if (Boxes.Find(table, step) is not { } inner)
            {
                return null;
            }

            table = inner;
        }

        if (Boxes.Find(table, "stsz") is not { } sizes || !sizes.TryUInt32(4, true, out var length) || (length == 0 && !sizes.TryUInt32(12, true, out length)))
        {
            return null;
        }

        if (Boxes.Find(table, "co64") is { } far && far.TryUInt64(8, true, out var at) && at <= long.MaxValue)
        {
            return ((long)at, length);
        }

        return Boxes.Find(table, "stco") is { } near && near.TryUInt32(8, true, out var nearAt) ? (nearAt, length) : null;
    }

    /// <summary>EXIF of a CR3 file: CMT1 is the main directory, CMT2 the Exif directory, CMT4 GPS.</summary>
    public static ExifValues? ReadExif(IReadOnlyDictionary<string, ByteWindow> boxes) =>
        Directory(boxes, "CMT1") is { } main ? ExifReader.Read(main, Directory(boxes, "CMT2"), Directory(boxes, "CMT4")) : null;

    /// <summary>The customary name of the directory in a box; CMT3 holds Canon's maker notes, which are one too.</summary>
    public static string DirectoryName(string box) => box switch { "CMT1" => "IFD0", "CMT2" => "ExifIFD", "CMT4" => "GPS", _ => box };

    private static TiffDirectory? Directory(IReadOnlyDictionary<string, ByteWindow> boxes, string type) =>
        boxes.TryGetValue(type, out var bytes) && TiffFile.Open(bytes) is { } tiff ? tiff.Directory(tiff.FirstDirectory) : null;
}
