using MediaDesk.Metadata;

namespace MediaDesk.Export;

/// <summary>A photo on its way out: the file, and beside it the sidecar with what the file itself does not carry.</summary>
/// <param name="Name">Safe as a file name on every system.</param>
/// <param name="Content">The bytes, seekable; whoever takes the file disposes of it.</param>
/// <param name="Sidecar">An XMP packet in UTF-8, or null when the file says everything itself.</param>
public sealed record LeavingFile(string Name, PhotoFormat Format, Stream Content, byte[]? Sidecar)
{
    public string ContentType => Format switch
    {
        PhotoFormat.Jpeg => "image/jpeg",
        PhotoFormat.Png => "image/png",
        PhotoFormat.WebP => "image/webp",
        PhotoFormat.Tiff => "image/tiff",
        PhotoFormat.Heic => "image/heic",
        PhotoFormat.Avif => "image/avif",
        PhotoFormat.JpegXl => "image/jxl",
        PhotoFormat.Jpeg2000 => "image/jp2",
        PhotoFormat.Psd => "image/vnd.adobe.photoshop",
        _ => "application/octet-stream",
    };

    /// <summary>As Lightroom, Bridge and Photo Mechanic look for it: the photo's name with the extension xmp.</summary>
    public string SidecarName => Path.ChangeExtension(Name, ".xmp");
}
