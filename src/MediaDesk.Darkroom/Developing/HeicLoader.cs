using ImageMagick;
using NetVips;

namespace MediaDesk.Darkroom.Developing;

/// <summary>
/// Opens HEIC through ImageMagick, as libvips's own build has no HEVC decoder, and hands the pixels to libvips, so that there
/// is one way of colour and size. Files are given as streams: ImageMagick takes coder names out of a file's name.
/// </summary>
internal static class HeicLoader
{
    private static readonly MagickReadSettings Settings = new() { Format = MagickFormat.Heic };

    public static PictureSize Measure(string file, int sideLimit)
    {
        Limit((ulong)sideLimit);
        using var stream = File.OpenRead(file);
        var header = new MagickImageInfo(stream, Settings);
        return new((int)header.Width, (int)header.Height, IsProgressiveJpeg: false);
    }

    /// <summary>The main image, already turned upright by the container's own rotation.</summary>
    public static Image Open(string file)
    {
        using var stream = File.OpenRead(file);
        using var photo = new MagickImage(stream, Settings);
        var bands = photo.HasAlpha ? 4 : 3;
        using var pixels = photo.GetPixels();
        var bytes = pixels.ToByteArray(photo.HasAlpha ? PixelMapping.RGBA : PixelMapping.RGB)
            ?? throw new InvalidOperationException("ImageMagick gave no pixels.");
        using var plain = Image.NewFromMemory(bytes, (int)photo.Width, (int)photo.Height, bands, Enums.BandFormat.Uchar);
        var profile = photo.GetColorProfile()?.ToByteArray();
        return plain.Copy(interpretation: Enums.Interpretation.Srgb).Mutate(picture =>
        {
            if (profile is not null)
            {
                picture.Set(GValue.BlobType, Print.ProfileField, profile);
            }
        });
    }

    private static void Limit(ulong side)
    {
        ResourceLimits.Thread = 1;
        ResourceLimits.Disk = 0;
        ResourceLimits.Width = side;
        ResourceLimits.Height = side;
        ResourceLimits.ListLength = 16;
    }
}
