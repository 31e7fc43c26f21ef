namespace MediaDesk.Metadata;

/// <summary>Camera and exposure as EXIF has them.</summary>
public sealed record CameraFacts
{
    public string? Make { get; init; }
    public string? Model { get; init; }
    public string? Lens { get; init; }
    /// <summary>Seconds.</summary>
    public double? ExposureTime { get; init; }
    public double? FNumber { get; init; }
    public int? Iso { get; init; }
    /// <summary>Millimetres, not converted to 35 mm.</summary>
    public double? FocalLength { get; init; }
    /// <summary>EXIF DateTimeOriginal with subseconds and offset where present, ISO 8601.</summary>
    public string? Taken { get; init; }
}
