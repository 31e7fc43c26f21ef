using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MediaDesk.Metadata.Tiff;

namespace MediaDesk.Metadata.Exif;

/// <summary>Lists every tag of an EXIF block or TIFF file, whatever it means. Maker notes are values like others and not taken apart.</summary>
internal sealed class ExifDirectories
{
    private const int MostDirectories = 64;
    private const int MostValueBytes = 16 * 1024 * 1024;

    private readonly List<ExifTag> tags = [];
    private readonly HashSet<(ByteWindow, long)> seen = [];

    /// <summary>All values together; what is beyond is listed without its value, as where many overlap.</summary>
    private long room = MostValueBytes;

    public ImmutableArray<ExifTag> Tags => [.. tags];

    /// <summary>Adds the directories of a block. Where a container keeps each directory in a block of its own, <paramref name="name"/> says which it is.</summary>
    public void Add(ByteWindow block, string? name = null)
    {
        if (TiffFile.Open(block) is { } tiff)
        {
            var at = tiff.FirstDirectory;
            for (var i = 0; at > 0 && tiff.Directory(at) is { } directory && Add(tiff, at, directory, name ?? $"IFD{i}"); i++)
            {
                at = name is null ? directory.Next : 0;
            }
        }
    }

    /// <summary>False for a directory that is listed already, or one too many.</summary>
    private bool Add(TiffFile tiff, long at, TiffDirectory directory, string name)
    {
        if (seen.Count >= MostDirectories || !seen.Add((tiff.Bytes, at)))
        {
            return false;
        }

        foreach (var entry in directory.Entries)
        {
            var bytes = TiffEntry.SizeOf(entry.Type) > 0 && entry.ByteCount <= room ? tiff.Bytes.Copy(entry.At, entry.ByteCount, MostValueBytes) : null;
            room -= bytes?.Length ?? 0;
            tags.Add(new(name, entry.Tag, entry.Type, entry.Count, tiff.BigEndian, bytes is null ? null : ImmutableCollectionsMarshal.AsImmutableArray(bytes)));
        }

        AddSub(tiff, directory, ExifTags.ExifDirectory, "ExifIFD");
        AddSub(tiff, directory, ExifTags.GpsDirectory, "GPS");
        AddSub(tiff, directory, ExifTags.InteroperabilityDirectory, "InteropIFD");
        AddSub(tiff, directory, TiffTags.SubDirectories, "SubIFD");
        return true;
    }

    private void AddSub(TiffFile tiff, TiffDirectory directory, ushort tag, string name)
    {
        foreach (var (at, i) in directory.Integers(tag, MostDirectories).Select((at, i) => (at, i)))
        {
            if (at > 0 && tiff.Directory(at) is { } sub)
            {
                Add(tiff, at, sub, i == 0 ? name : $"{name}{i}");
            }
        }
    }
}
