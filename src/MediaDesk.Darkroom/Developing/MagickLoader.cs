using ImageMagick;
using MediaDesk.Metadata;
using NetVips;

namespace MediaDesk.Darkroom.Developing;

/// <summary>
/// Opens through ImageMagick what libvips's own build has no decoder for, and hands the pixels to libvips, so that there is one
/// way of colour and size. Files are given as streams with the one coder their first bytes call for: ImageMagick takes coder
/// names out of a file's name.
/// </summary>
internal static class MagickLoader
{
    public static bool Takes(PhotoFormat format) =>
        format is PhotoFormat.Heic or PhotoFormat.Psd or PhotoFormat.JpegXl or PhotoFormat.Jpeg2000;

    public static PictureSize Measure(PictureSource source, int sideLimit)
    {
        Limit((ulong)sideLimit);
        using var stream = File.OpenRead(source.File);
        var header = new MagickImageInfo(stream, Settings(source.Format));
        return new((int)header.Width, (int)header.Height, IsProgressiveJpeg: false);
    }

    /// <summary>The main image, already turned upright by the container's own rotation.</summary>
    public static Image Open(PictureSource source)
    {
        using var stream = File.OpenRead(source.File);
        using var photo = new MagickImage(stream, Settings(source.Format));
        if (source.Format is PhotoFormat.JpegXl)
        {
            // Unlike the others, this coder leaves the codestream's own turn to whoever asked.
            photo.AutoOrient();
        }

        if (photo.ColorSpace is not (ColorSpace.sRGB or ColorSpace.Gray or ColorSpace.RGB))
        {
            ToScreen(photo);
        }

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

    /// <summary>Documents for print: by their own profile where they have one.</summary>
    private static void ToScreen(MagickImage photo)
    {
        if (photo.ColorSpace is ColorSpace.CMYK)
        {
            photo.TransformColorSpace(photo.GetColorProfile() ?? ColorProfiles.CoatedFOGRA39, ColorProfiles.SRGB);
        }
        else
        {
            photo.ColorSpace = ColorSpace.sRGB;
            photo.RemoveProfile("icc");
        }
    }

    /// <summary>The first image alone: in a Photoshop document the flattened one, so that no layer is unpacked.</summary>
    private static MagickReadSettings Settings(PhotoFormat format) => new() { Format = CoderOf(format), FrameIndex = 0, FrameCount = 1 };

    private static MagickFormat CoderOf(PhotoFormat format) => format switch
    {
        PhotoFormat.Heic => MagickFormat.Heic,
        PhotoFormat.Psd => MagickFormat.Psd,
        PhotoFormat.JpegXl => MagickFormat.Jxl,
        PhotoFormat.Jpeg2000 => MagickFormat.Jp2,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format for ImageMagick."),
    };

    private static void Limit(ulong side)
    {
        ResourceLimits.Thread = 1;
        ResourceLimits.Disk = 0;
        ResourceLimits.Width = side;
        ResourceLimits.Height = side;
        ResourceLimits.ListLength = 16;
    }
}
