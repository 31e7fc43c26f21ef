using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MediaDesk.Metadata;

/// <summary>What a file says about itself: the newsroom fields, where each came from, and what could not be read.</summary>
public sealed record MetadataReading
{
    /// <summary>Null when the file is not a photo the desk knows.</summary>
    public PhotoFormat? Format { get; init; }

    /// <summary>Width in pixels as stored, before <see cref="Orientation"/> is applied.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels as stored, before <see cref="Orientation"/> is applied.</summary>
    public int? Height { get; init; }

    /// <summary>
    /// EXIF orientation 1 to 8; 1 when the file does not say. Always 1 for HEIC: decoders apply its own rotation, and width and
    /// height are those they deliver.
    /// </summary>
    public int Orientation { get; init; } = 1;

    public FieldValues Fields { get; init; } = FieldValues.Empty;

    /// <summary>Other languages of language alternatives: property id, then RFC 3066 language, then text.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Languages { get; init; } =
        ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>.Empty;

    /// <summary>For each property in <see cref="Fields"/> the layer it was taken from.</summary>
    public ImmutableSortedDictionary<string, FieldSource> Sources { get; init; } =
        ImmutableSortedDictionary<string, FieldSource>.Empty;

    /// <summary>Properties for which layers of the file disagree, with every value.</summary>
    public ImmutableArray<FieldConflict> Conflicts { get; init; } = [];

    public CameraFacts? Camera { get; init; }

    public GpsPosition? Gps { get; init; }

    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>
    /// The agency's own id of this photo as the file carries it (asset id, fixture identifier, supplier image id), with the
    /// property it stands in; the desk decides whether it identifies the photo.
    /// </summary>
    public ImmutableArray<AgencyPhotoId> AgencyPhotoIds { get; init; } = [];

    /// <summary>SHA-256 (hex) of the coded image alone, equal for two files that differ only in metadata; null where unknown.</summary>
    public string? ImageDataHash { get; init; }

    /// <summary>Where the EXIF thumbnail (a JPEG) lies in the file; null when there is none.</summary>
    public ByteRange? Thumbnail { get; init; }

    /// <summary>For raw files where the largest embedded JPEG preview lies; null otherwise.</summary>
    public ByteRange? Preview { get; init; }

    /// <summary>Whether signed content credentials (C2PA) are embedded.</summary>
    public bool HasContentCredentials { get; init; }
}

/// <summary>A run of bytes of a file.</summary>
public readonly record struct ByteRange(long Start, int Length);

/// <summary>A candidate for the agency's id of a photo, with the place it was read from (such as <c>XMP-getty:AssetID</c>).</summary>
public sealed record AgencyPhotoId(string Where, string Id);

/// <summary>The layer of a file a value stands in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldSource>))]
public enum FieldSource
{
    [JsonStringEnumMemberName("XMP")] Xmp,
    [JsonStringEnumMemberName("IIM")] Iim,
    [JsonStringEnumMemberName("EXIF")] Exif,
}

/// <summary>A property for which the layers of one file disagree. <paramref name="Values"/> holds every layer's value.</summary>
public sealed record FieldConflict(string Field, ImmutableSortedDictionary<FieldSource, FieldValue> Values);

/// <summary>WGS 84 position in degrees, south and west negative.</summary>
public sealed record GpsPosition(double Lat, double Lon);

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
