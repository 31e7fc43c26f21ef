using System.Collections.Immutable;

namespace MediaDesk.Metadata;

/// <summary>What a file says about itself: the properties of the IPTC standard, where each came from, and what could not be read.</summary>
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

    /// <summary>The properties of the IPTC standard.</summary>
    public FieldValues Fields { get; init; } = FieldValues.Empty;

    /// <summary>
    /// What agencies and picture desks write beside the standard's properties, by customary name: <c>photoshop:Urgency</c>,
    /// <c>GettyImagesGIFT:AssetID</c>, <c>IIM:FixtureIdentifier</c>.
    /// </summary>
    public FieldValues Extras { get; init; } = FieldValues.Empty;

    /// <summary>
    /// Other languages of language alternatives: property id (inside structures a path such as <c>locationsShown[0].name</c>), then
    /// RFC 3066 language in small letters, then text.
    /// </summary>
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

    /// <summary>When the XMP says it was last changed (<c>xmp:MetadataDate</c>), ISO 8601; null when it does not say.</summary>
    public string? MetadataDate { get; init; }

    /// <summary>Whether signed content credentials (C2PA) are embedded.</summary>
    public bool HasContentCredentials { get; init; }
}
