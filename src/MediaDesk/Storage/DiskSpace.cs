using System.Globalization;
using Microsoft.Extensions.Options;

namespace MediaDesk.Storage;

/// <summary>Room on the disk that holds the data folder.</summary>
public sealed class DiskSpace(DeskFolder folder, IOptions<DeskOptions> options)
{
    public DiskRoom Measure()
    {
        var drive = new DriveInfo(folder.Root);
        return new(drive.AvailableFreeSpace, drive.TotalSize, Math.Min(options.Value.ReserveBytes, drive.TotalSize / 20));
    }
}

/// <summary>Bytes free and in all, and how many of the free ones the desk leaves alone.</summary>
public sealed record DiskRoom(long FreeBytes, long TotalBytes, long ReserveBytes)
{
    /// <summary>Whether a file of this size, with its renditions, can be taken without touching the reserve.</summary>
    public bool Fits(long byteSize) => FreeBytes - ReserveBytes > byteSize + byteSize / 4;

    /// <summary>The sentence for a file that does not fit.</summary>
    public string IsShort => string.Create(
        CultureInfo.InvariantCulture,
        $"The disk is nearly full: {FreeBytes >> 20:N0} MB are free and the desk leaves {ReserveBytes >> 20:N0} MB alone. Make room, then try again.");
}
