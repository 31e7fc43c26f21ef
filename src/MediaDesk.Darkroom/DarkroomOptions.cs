using System.ComponentModel.DataAnnotations;
using MediaDesk.Metadata;

namespace MediaDesk.Darkroom;

/// <summary>How untrusted files are parsed, and under which limits; configuration section <c>Darkroom</c>.</summary>
public sealed class DarkroomOptions
{
    /// <summary>Child processes; 0 means as many as cores.</summary>
    [Range(0, 256)] public int Children { get; set; }

    /// <summary>A child that works longer on one file is killed and replaced.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>A child with more resident memory is killed and replaced.</summary>
    [Range(1, long.MaxValue)] public long MemoryLimitBytes { get; set; } = 1L << 30;

    /// <summary>The most pixels a photo may claim in its header.</summary>
    [Range(1, long.MaxValue)] public long PixelLimit { get; set; } = 200_000_000;

    /// <summary>The most pixels a progressive JPEG may claim: its coefficients are all held in memory.</summary>
    [Range(1, long.MaxValue)] public long ProgressivePixelLimit { get; set; } = 100_000_000;

    /// <summary>The longest side a photo may claim; JPEG itself ends here.</summary>
    [Range(1, int.MaxValue)] public int SideLimit { get; set; } = 65_535;

    /// <summary>Which layer of an arriving file is believed where they disagree. Readings that are stored stay as they are.</summary>
    [EnumDataType(typeof(ReadingOrder))] public ReadingOrder ReadingOrder { get; set; }
}
