using MediaDesk.Metadata.Iim;
using MediaDesk.Metadata.Raw;
using MediaDesk.Metadata.Tiff;

namespace MediaDesk.Metadata.Writing;

/// <summary>
/// Sets XMP (tag 700), IIM (33723), the digest among Photoshop's resources (34377) and the texts of EXIF in the first directory of a
/// TIFF or BigTIFF. Strips, other pages, maker notes and all values that do not change stay where they are.
/// </summary>
internal static class TiffWriter
{
    private const ushort Byte = 1, Long = 4, Undefined = 7;
    private const int MostBytes = 8 * 1024 * 1024, MostResourceBytes = 16 * 1024 * 1024;
    private const int MostStrips = 200_000;

    /// <summary>Puts the new file together; a sentence when it cannot be done without loss.</summary>
    public static string? Lay(ByteWindow file, FieldChanges changes, Patchwork target, WriteWarnings warnings)
    {
        if (TiffFile.Open(file) is not { } tiff || tiff.Directory(tiff.FirstDirectory) is not { IsCutOff: false } main || !main.Entries.All(entry => IsSound(file, entry)) ||
            !file.Holds(tiff.FirstDirectory, tiff.IsBig ? 16 + (main.Entries.Count * 20L) : 6 + (main.Entries.Count * 12L)) ||
            RawDirectories.All(tiff, main).Exists(directory => !HoldsItsImage(file, directory)))
        {
            return "The file is cut off or damaged, so it is not written into.";
        }

        if (IsTooLarge(main, TiffTags.Xmp, MostBytes) || IsTooLarge(main, TiffTags.Iim, MostResourceBytes) || IsTooLarge(main, TiffTags.PhotoshopResources, MostResourceBytes))
        {
            return "The metadata in the file is too large to be kept whole.";
        }

        var found = new MetadataBlocks();
        TiffReader.ReadBlocks(main, found, new ProblemList());
        var patches = new TiffPatches(tiff);
        var edits = ExifTwins.Edits(tiff, patches, changes.Asked);
        if (found.Xmp.Count > 0 || changes.Say)
        {
            var packet = XmpDocument.Edit(found.Xmp.FirstOrDefault(), changes, MostBytes, warnings);
            if (packet.Refusal is not null)
            {
                return packet.Refusal;
            }

            edits.Add(new(TiffTags.Xmp, TypeOf(main, TiffTags.Xmp, Byte), packet.Bytes));
        }

        if (changes.ConcernIim)
        {
            EditIim(main, found.Iim, changes, edits, warnings);
        }

        patches.EditFirst(edits);
        if (!patches.IsEndFree)
        {
            return "The file is cut off or damaged, so it is not written into.";
        }

        if (!tiff.IsBig && patches.Length > uint.MaxValue)
        {
            return "The file would become larger than a TIFF can be.";
        }

        patches.Lay(target);
        return null;
    }

    /// <summary>IIM goes to its own tag, where all software looks; a copy among Photoshop's resources follows.</summary>
    private static void EditIim(TiffDirectory main, List<MetadataBlock> blocks, FieldChanges changes, List<TiffEdit> edits, WriteWarnings warnings)
    {
        var resources = main.Bytes(TiffTags.PhotoshopResources, MostResourceBytes) ?? [];
        var old = blocks.Select(block => IimReader.Read(block, new ProblemList())).FirstOrDefault(block => block is not null);
        if (main.Find(TiffTags.Iim) is not null && old?.Block.Where != TiffReader.IimPlace)
        {
            warnings.AddRepair("The IIM block in the file was damaged; it now holds what could still be read in the file.");
        }

        if (old is null && !changes.SayInIim)
        {
            return;
        }

        var iim = IimWriter.Edit(old, old is null ? changes.NewIim : changes.Asked, warnings);
        // The tag came with libtiff, which writes longs; so the block is filled up with zeros, which the digest then covers.
        var type = TypeOf(main, TiffTags.Iim, Long);
        iim = type == Long ? [.. iim, .. new byte[-iim.Length & 3]] : iim;
        edits.Add(new(TiffTags.Iim, type, iim));
        edits.Add(new(TiffTags.PhotoshopResources, TypeOf(main, TiffTags.PhotoshopResources, Byte), PhotoshopWriter.Follow(resources, iim, changes, warnings)));
    }

    private static ushort TypeOf(TiffDirectory main, ushort tag, ushort usual) =>
        main.Find(tag)?.Type switch
        {
            Byte => Byte,
            Undefined => Undefined,
            Long when tag == TiffTags.Iim => Long,
            _ => usual,
        };

    /// <summary>Whether an entry is of a type that exists and its value lies in the file.</summary>
    private static bool IsSound(ByteWindow file, TiffEntry entry) => TiffEntry.SizeOf(entry.Type) > 0 && file.Holds(entry.At, entry.ByteCount);

    private static bool IsTooLarge(TiffDirectory main, ushort tag, int most) => main.Find(tag) is { } entry && entry.ByteCount > most;

    private static bool HoldsItsImage(ByteWindow file, TiffDirectory directory) =>
        Holds(file, directory, TiffTags.StripOffsets, TiffTags.StripByteCounts) && Holds(file, directory, TiffTags.TileOffsets, TiffTags.TileByteCounts);

    private static bool Holds(ByteWindow file, TiffDirectory directory, ushort offsets, ushort counts) =>
        directory.Integers(offsets, MostStrips).Zip(directory.Integers(counts, MostStrips)).All(strip => file.Holds(strip.First, strip.Second));
}
