using System.Text.Json.Serialization;

namespace MediaDesk.Metadata;

/// <summary>The layer a value stands in: of the file itself, or beside it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldSource>))]
public enum FieldSource
{
    [JsonStringEnumMemberName("XMP")] Xmp,
    [JsonStringEnumMemberName("IIM")] Iim,
    [JsonStringEnumMemberName("EXIF")] Exif,
    /// <summary>An XMP file beside the photo.</summary>
    [JsonStringEnumMemberName("sidecar")] Sidecar,
}
