using System.Buffers.Binary;
using MediaDesk.Metadata.Photoshop;
using MediaDesk.Metadata.Raw;

namespace MediaDesk.Metadata.Tiff;

/// <summary>Reads the metadata of a TIFF file, and finds out whether it is one or a raw file built as TIFF.</summary>
internal static class TiffReader
{
    /// <summary>Where the IIM block in its own tag is said to stand.</summary>
    public const string IimPlace = "TIFF 33723";

    private const int MostXmpBytes = 8 * 1024 * 1024;
    private const int MostOtherBytes = 16 * 1024 * 1024;
    private const int MostStrips = 200_000;

    /// <summary>Returns the format: TIFF, or raw when the directories hold sensor data.</summary>
    public static PhotoFormat Read(ByteWindow file, PhotoFormat announced, MetadataBlocks found, ProblemList problems)
    {
        if (TiffFile.Open(file) is not { } tiff || tiff.Directory(tiff.FirstDirectory) is not { } main)
        {
            problems.Add("TIFF", "The file has no directory: it is cut off or no photo.");
            return announced;
        }

        if (main.IsCutOff)
        {
            problems.Add("TIFF", "The directory is cut off; what is left of it was read.");
        }

        ReadBlocks(main, found, problems);
        found.Exif.Add(("EXIF", file));
        found.HasContentCredentials = main.Find(TiffTags.ContentCredentials) is { } box && ContentCredentials.StandIn(file.Slice(box.At, box.ByteCount));
        var directories = RawDirectories.All(tiff, main);
        if (announced == PhotoFormat.Raw || RawDirectories.AreRaw(directories))
        {
            RawDirectories.Read(tiff, directories, found);
            return PhotoFormat.Raw;
        }

        (found.Width, found.Height) = (Size(main, TiffTags.Width), Size(main, TiffTags.Height));
        found.ImageDataHash = Hash(file, main, found.LeavesImageOut, problems);
        return PhotoFormat.Tiff;
    }

    /// <summary>XMP, IIM and Photoshop resources as values of the main directory.</summary>
    public static void ReadBlocks(TiffDirectory main, MetadataBlocks found, ProblemList problems)
    {
        if (Block(main, TiffTags.Xmp, MostXmpBytes, problems) is { } xmp)
        {
            found.Xmp.Add(new("TIFF 700", xmp));
        }

        var own = Block(main, TiffTags.Iim, MostOtherBytes, problems) is { } iim ? IimIn(iim) : null;
        if (Block(main, TiffTags.PhotoshopResources, MostOtherBytes, problems) is { } resources)
        {
            var inside = new MetadataBlocks();
            PhotoshopResources.Read(resources, "TIFF 34377", inside, problems);
            found.IptcDigest = inside.IptcDigest;

            // Photoshop writes IIM in both places; tag 33723 is the one TIFF readers look at.
            if (own is not null && inside.Iim.Exists(block => IsCutCopy(own.Bytes, block.Bytes)))
            {
                problems.Add(own.Where, "The IIM block is a copy that was cut off; the whole one among Photoshop's resources was taken.");
                own = null;
            }

            found.Iim.AddRange(inside.Iim.Where(block => own is null || !SameDatasets(block.Bytes, own.Bytes)));
        }

        if (own is not null)
        {
            found.Iim.Insert(0, own);
        }
    }

    private static MetadataBlock IimIn(byte[] iim) => new(IimPlace, InOrder(iim));

    /// <summary>Equal but for the padding to whole longs.</summary>
    private static bool SameDatasets(byte[] one, byte[] other) => one.AsSpan().TrimEnd((byte)0).SequenceEqual(other.AsSpan().TrimEnd((byte)0));

    /// <summary>ImageMagick writes a quarter of the block: it counts bytes as the longs the tag once held.</summary>
    private static bool IsCutCopy(byte[] one, byte[] whole) =>
        one.AsSpan().TrimEnd((byte)0) is var begin && begin.Length < whole.AsSpan().TrimEnd((byte)0).Length && whole.AsSpan().StartsWith(begin);

    /// <summary>Some writers put IIM down as longs in the byte order of the file, and so turn every four bytes around.</summary>
    private static byte[] InOrder(byte[] iim)
    {
        if (iim.Length < 8 || iim[0] == Metadata.Iim.IimTags.Marker || iim[3] != Metadata.Iim.IimTags.Marker)
        {
            return iim;
        }

        var turned = new byte[iim.Length & ~3];
        for (var i = 0; i < turned.Length; i += 4)
        {
            BinaryPrimitives.WriteUInt32BigEndian(turned.AsSpan(i), BinaryPrimitives.ReadUInt32LittleEndian(iim.AsSpan(i)));
        }

        return turned;
    }

    private static byte[]? Block(TiffDirectory main, ushort tag, int limit, ProblemList problems)
    {
        if (main.Find(tag) is null)
        {
            return null;
        }

        var block = main.Bytes(tag, limit);
        if (block is null)
        {
            problems.Add($"TIFF {tag}", "The block lies outside the file or is too large for metadata; it was not read.");
        }

        return block;
    }

    public static int? Size(TiffDirectory directory, ushort tag) => directory.Integer(tag) is > 0 and <= int.MaxValue and var size ? (int)size : null;

    /// <summary>Hash of the strips or tiles with the tags that decide pixels; null when they do not lie in the file once.</summary>
    private static string? Hash(ByteWindow file, TiffDirectory main, bool isIdle, ProblemList problems)
    {
        var isTiled = main.Find(TiffTags.TileOffsets) is not null;
        var offsets = main.Integers(isTiled ? TiffTags.TileOffsets : TiffTags.StripOffsets, MostStrips);
        var counts = main.Integers(isTiled ? TiffTags.TileByteCounts : TiffTags.StripByteCounts, MostStrips);
        if (offsets.Length == 0 || offsets.Length != counts.Length || counts.Any(count => count > file.Length) || counts.Sum() > file.Length)
        {
            problems.Add("TIFF", "The image data is missing or its parts overlap.");
            return null;
        }

        using var hash = new ImageHash(isIdle);
        Span<byte> number = stackalloc byte[10];
        foreach (var tag in TiffTags.Pixels)
        {
            foreach (var value in main.Integers(tag, ushort.MaxValue * 4))
            {
                BinaryPrimitives.WriteUInt16BigEndian(number, tag);
                BinaryPrimitives.WriteInt64BigEndian(number[2..], value);
                hash.Add(number);
            }
        }

        for (var i = 0; i < offsets.Length; i++)
        {
            if (!hash.Add(file, offsets[i], counts[i]))
            {
                problems.Add("TIFF", "The file ends before the image data does.");
                return null;
            }
        }

        return hash.Finish();
    }
}
