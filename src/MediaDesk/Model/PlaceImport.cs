namespace MediaDesk.Model;

/// <summary>One file of GeoNames that was imported, and what came of it.</summary>
public sealed class PlaceImport
{
    public long Id { get; set; }

    /// <summary>The name the file came with, for people.</summary>
    public required string FileName { get; set; }

    /// <summary>The index that held all imported places after this import, as a name in the data folder; null when nothing could be taken.</summary>
    public string? IndexFile { get; set; }

    /// <summary>Places (or, from a table of names, names) that were taken.</summary>
    public long Taken { get; set; }

    /// <summary>Lines in order that name nothing a caption names: rivers, hotels, postcodes.</summary>
    public long PassedOver { get; set; }

    public long Rejected { get; set; }

    /// <summary>The first of the rejected lines.</summary>
    public IReadOnlyList<RejectedLine> RejectedLines { get; set; } = [];

    public required string ImportedBy { get; set; }

    public DateTime AtUtc { get; set; }

    /// <summary>When all imported places were removed from the desk.</summary>
    public DateTime? RemovedUtc { get; set; }
}

/// <summary>A line that could not be taken: its number, counted from 1, and why, as a sentence.</summary>
public sealed record RejectedLine(long Number, string Reason);
