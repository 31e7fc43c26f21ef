using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Exif;

/// <summary>What an EXIF block says.</summary>
internal sealed record ExifValues
{
    public int? Orientation { get; init; }

    public string? ImageDescription { get; init; }

    public string? Artist { get; init; }

    public string? Copyright { get; init; }

    public PartialDate? Taken { get; init; }

    public CameraFacts? Camera { get; init; }

    public GpsPosition? Gps { get; init; }

    public ByteRange? Thumbnail { get; init; }

    /// <summary>What the block says of a newsroom field: the four that have a twin in EXIF.</summary>
    public FieldValue? Value(NewsroomField field) =>
        field == NewsroomFields.Caption ? FieldValue.Of(ImageDescription)
        : field == NewsroomFields.CopyrightNotice ? FieldValue.Of(Copyright)
        : field == NewsroomFields.DateCreated ? FieldValue.Of(Taken?.ToString())
        // Several names are joined with "; " (MWG 2.0, 5.4).
        : field == NewsroomFields.Byline ? FieldValue.Of((Artist ?? "").Split(';', StringSplitOptions.TrimEntries))
        : null;
}
