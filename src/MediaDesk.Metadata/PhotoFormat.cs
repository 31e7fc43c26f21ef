using System.Text.Json.Serialization;

namespace MediaDesk.Metadata;

/// <summary>What the first bytes of a file say it is; the extension is not asked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PhotoFormat>))]
public enum PhotoFormat
{
    [JsonStringEnumMemberName("jpeg")] Jpeg,
    [JsonStringEnumMemberName("png")] Png,
    [JsonStringEnumMemberName("webp")] WebP,
    [JsonStringEnumMemberName("tiff")] Tiff,
    [JsonStringEnumMemberName("heic")] Heic,
    /// <summary>A camera's raw file: the desk shows its embedded JPEG preview.</summary>
    [JsonStringEnumMemberName("raw")] Raw,
}
