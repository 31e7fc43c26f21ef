using MediaDesk.Metadata;

namespace MediaDesk.Model;

/// <summary>A photo on the desk.</summary>
public sealed class MediaItem
{
    public long Id { get; set; }

    /// <summary>
    /// Unique and ordered by capture date (seconds since year 1 of the wall clock, times 256, plus a counter): the newest
    /// photo has the greatest key, and a range of dates is a range of keys. Also the rowid in the text index.
    /// </summary>
    public long SheetKey { get; set; }

    /// <summary>The name under which the current original arrived.</summary>
    public required string FileName { get; set; }

    /// <summary>The original whose reading and pixels are current.</summary>
    public long? CurrentOriginalId { get; set; }

    /// <summary>The current values: for each property the newest edit, else the reading. Kept equal to that by whoever changes either.</summary>
    public FieldValues Fields { get; set; } = FieldValues.Empty;

    /// <summary>What editors said: property id to value, null where an editor cleared the field. Absent: the reading stands.</summary>
    public CaptionOverlay Overlay { get; set; } = CaptionOverlay.Empty;

    /// <summary>Counts every change of <see cref="Fields"/>; the ETag. A <see cref="CaptionEdit"/> carries the revision it made.</summary>
    public long Revision { get; set; }

    public PictureState Picture { get; set; }

    /// <summary>Upright width of the current original, in pixels.</summary>
    public int Width { get; set; }

    public int Height { get; set; }

    /// <summary>See <see cref="MetadataReading.ImageDataHash"/>; of the current original.</summary>
    public string? ImageDataHash { get; set; }

    /// <summary>Agency and photo id as one key (<c>afp:000_34L82NW</c>), where the file carries one that identifies the photo.</summary>
    public string? AgencyPhotoKey { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public DateTime AddedUtc { get; set; }

    public DateTime ChangedUtc { get; set; }

    /// <summary>When it was put into the bin; null while it is on the desk.</summary>
    public DateTime? RemovedUtc { get; set; }
}

/// <summary>How far the darkroom is with a photo.</summary>
public enum PictureState
{
    /// <summary>Read, not yet developed; a small first paint may exist.</summary>
    Developing,
    Ready,
    /// <summary>A raw file: the renditions are of its embedded preview.</summary>
    Preview,
}
