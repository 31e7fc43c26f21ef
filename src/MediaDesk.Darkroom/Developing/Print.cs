using MediaDesk.Metadata;
using NetVips;

namespace MediaDesk.Darkroom.Developing;

/// <summary>From an opened picture to the largest rendition in memory: upright, sRGB, 8 bits, no transparency.</summary>
internal static class Print
{
    /// <summary>Nominal longest side of the largest rendition.</summary>
    private const int Largest = 1600;

    /// <summary>The largest rendition may be this small when the JPEG decoder gives it without resampling.</summary>
    private const int SmallestLargest = 1280;

    /// <summary>Resampling from less than this above the target would be seen as softness.</summary>
    private const double ResamplingReserve = 1.15;

    /// <summary>Behind transparent parts: dark and light drawings both stay visible.</summary>
    private static readonly double[] NeutralGround = [192];

    /// <summary>
    /// How much the decoder shrinks a JPEG: so that it gives the rendition itself where a step of the decoder falls into the
    /// range, else as much as leaves something to resample. libvips's own thumbnailer keeps a factor of two in hand and
    /// decodes a 6000-pixel photo at full size, which costs five times as much.
    /// </summary>
    public static int Shrink(int longest)
    {
        ReadOnlySpan<int> steps = [8, 4, 2, 1];
        foreach (var step in steps)
        {
            var side = (longest + step - 1) / step;
            if (side is >= SmallestLargest and <= Largest || side >= Largest * ResamplingReserve)
            {
                return step;
            }
        }

        return 1;
    }

    /// <summary>Decodes, which is where the time goes and damage shows.</summary>
    public static Image Make(Image opened, int orientation)
    {
        var hasProfile = opened.Contains("icc-profile-data");
        var isCmyk = opened.Interpretation is Enums.Interpretation.Cmyk;
        // Asking for sRGB where there is no profile to convert from costs more than all the rest together (libvips 8.18).
        using var sized = opened.ThumbnailImage(
            Largest,
            height: Largest,
            size: Enums.Size.Down,
            noRotate: true,
            inputProfile: isCmyk ? "cmyk" : null,
            outputProfile: hasProfile || isCmyk ? "srgb" : null);
        using var coloured = sized.Interpretation is Enums.Interpretation.Srgb or Enums.Interpretation.Bw
            ? sized.Copy()
            : sized.Colourspace(Enums.Interpretation.Srgb);
        using var opaque = coloured.HasAlpha() ? coloured.Flatten(background: NeutralGround) : coloured.Copy();
        using var bytes = opaque.Format is Enums.BandFormat.Uchar ? opaque.Copy() : opaque.Cast(Enums.BandFormat.Uchar);
        using var decoded = bytes.CopyMemory();
        return Upright(decoded, orientation);
    }

    /// <summary>Turns a picture by its EXIF orientation (EXIF 3.0, 4.6.5.1.6).</summary>
    public static Image Upright(Image picture, int orientation)
    {
        switch (orientation)
        {
            case 2:
                return picture.FlipHor();
            case 3:
                return picture.Rot180();
            case 4:
                return picture.FlipVer();
            case 5:
            {
                using var turned = picture.Rot90();
                return turned.FlipHor();
            }
            case 6:
                return picture.Rot90();
            case 7:
            {
                using var turned = picture.Rot270();
                return turned.FlipHor();
            }
            case 8:
                return picture.Rot270();
            default:
                return picture.Copy();
        }
    }
}
