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
    [JsonStringEnumMemberName("avif")] Avif,
    /// <summary>Photoshop's own format, small (PSD) or large (PSB).</summary>
    [JsonStringEnumMemberName("psd")] Psd,
    /// <summary>JPEG XL, in its container or as a bare codestream.</summary>
    [JsonStringEnumMemberName("jxl")] JpegXl,
    /// <summary>JPEG 2000 (JP2, JPX), or its bare codestream.</summary>
    [JsonStringEnumMemberName("jp2")] Jpeg2000,
    /// <summary>No picture: an XMP packet in a file of its own, as it travels beside a photo.</summary>
    [JsonStringEnumMemberName("xmp")] Sidecar,
}
