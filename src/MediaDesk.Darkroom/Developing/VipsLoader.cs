using MediaDesk.Metadata;
using NetVips;

namespace MediaDesk.Darkroom.Developing;

/// <summary>
/// Opens pictures with the one loader that their first bytes call for. libvips reads the header at once and the pixels when
/// they are asked for, so what is opened here has cost nothing yet.
/// </summary>
internal static class VipsLoader
{
    public static PictureSize Measure(PictureSource source)
    {
        using var header = Open(source, shrink: 1, Enums.FailOn.Error);
        return new(header.Width, header.Height, header.Contains("jpeg-multiscan"), UnusualSamples(header));
    }

    /// <summary>Measurements and maps come as TIFF too; brought to 8 bits they would be a black or a white picture.</summary>
    private static string? UnusualSamples(Image header)
    {
        // Transparency may be the last of them.
        var mostChannels = header.Interpretation is Enums.Interpretation.Cmyk ? 5 : 4;
        var isLab = header.Interpretation is Enums.Interpretation.Lab or Enums.Interpretation.Labs or Enums.Interpretation.Labq;
        return header.Bands > mostChannels ? $"{header.Bands} channels"
            : isLab || header.Format is Enums.BandFormat.Uchar or Enums.BandFormat.Ushort ? null
            : header.Format is Enums.BandFormat.Float or Enums.BandFormat.Double or Enums.BandFormat.Complex or Enums.BandFormat.Dpcomplex
                ? "floating-point numbers"
            : "numbers with a sign or with more than 16 bits";
    }

    /// <summary>
    /// A loader is called by its name, never through ThumbnailBuffer or ThumbnailStream: those ignore failOn, and a file cut
    /// in half would pass as a photo (libvips 8.18). Nor are paths given to NewFromFile, which takes options in square
    /// brackets out of a file's name.
    /// </summary>
    /// <param name="source">The picture; none that ImageMagick opens.</param>
    /// <param name="shrink">1, 2, 4 or 8: how much smaller the JPEG decoder makes it, almost for nothing. Others ignore it.</param>
    /// <param name="failOn">From which fault on decoding throws.</param>
    public static Image Open(PictureSource source, int shrink, Enums.FailOn failOn)
    {
        VipsEngine.ForgetErrors();
        return source switch
        {
            { Preview: { } preview } => Image.JpegloadBuffer(preview, shrink, access: Enums.Access.Sequential, failOn: failOn),
            { Format: PhotoFormat.Jpeg } => Image.Jpegload(source.File, shrink, access: Enums.Access.Sequential, failOn: failOn),
            { Format: PhotoFormat.Png } => Image.Pngload(source.File, access: Enums.Access.Sequential, failOn: failOn),
            { Format: PhotoFormat.WebP } => Image.Webpload(source.File, access: Enums.Access.Sequential, failOn: failOn),
            { Format: PhotoFormat.Avif } => Image.Heifload(source.File, access: Enums.Access.Sequential, failOn: failOn),
            { Format: PhotoFormat.Tiff } => Image.Tiffload(source.File, page: 0, access: Enums.Access.Sequential, failOn: failOn),
            _ => throw new ArgumentOutOfRangeException(nameof(source), source.Format, "Not a format of libvips."),
        };
    }
}
