using NetVips;

namespace MediaDesk.Darkroom.Developing;

/// <summary>From an opened picture to the largest rendition in memory: upright, sRGB, 8 bits, no transparency.</summary>
internal static class Print
{
    public const string ProfileField = "icc-profile-data";

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
    public static int Shrink(PictureSize size)
    {
        ReadOnlySpan<int> steps = [8, 4, 2];
        foreach (var step in steps)
        {
            var side = size.Longest / step;
            if (size.Shortest >= step && (side is >= SmallestLargest and <= Largest || side >= Largest * ResamplingReserve))
            {
                return step;
            }
        }

        return 1;
    }

    /// <summary>Decodes, which is where the time goes and damage shows.</summary>
    public static Image Make(Image opened, int orientation)
    {
        var isCmyk = opened.Interpretation is Enums.Interpretation.Cmyk;
        // Asking for sRGB where there is no profile to convert from costs more than all the rest together (libvips 8.18).
        var print = opened.ThumbnailImage(
            Largest,
            height: Largest,
            size: Enums.Size.Down,
            noRotate: true,
            inputProfile: isCmyk ? "cmyk" : null,
            outputProfile: isCmyk || opened.Contains(ProfileField) ? "srgb" : null);
        if (print.Interpretation is not (Enums.Interpretation.Srgb or Enums.Interpretation.Bw))
        {
            print = Then(print, picture => picture.Colourspace(Enums.Interpretation.Srgb));
        }

        if (print.HasAlpha())
        {
            print = Then(print, picture => picture.Flatten(background: NeutralGround));
        }

        if (print.Format is not Enums.BandFormat.Uchar)
        {
            print = Then(print, picture => picture.Cast(Enums.BandFormat.Uchar));
        }

        return Upright(Then(print, picture => picture.CopyMemory()), orientation);
    }

    /// <summary>No larger than this on its longest side; a small picture stays as it is.</summary>
    public static Image Reduced(Image picture, int longest) =>
        picture.ThumbnailImage(longest, height: longest, size: Enums.Size.Down, noRotate: true);

    /// <summary>Turns a picture by its EXIF orientation (EXIF 3.0, 4.6.5.1.6) and takes it over.</summary>
    public static Image Upright(Image picture, int orientation) => orientation switch
    {
        2 => Then(picture, stored => stored.FlipHor()),
        3 => Then(picture, stored => stored.Rot180()),
        4 => Then(picture, stored => stored.FlipVer()),
        5 => Then(Then(picture, stored => stored.Rot90()), turned => turned.FlipHor()),
        6 => Then(picture, stored => stored.Rot90()),
        7 => Then(Then(picture, stored => stored.Rot270()), turned => turned.FlipHor()),
        8 => Then(picture, stored => stored.Rot270()),
        _ => picture,
    };

    public static Image Then(Image picture, Func<Image, Image> step)
    {
        using (picture)
        {
            return step(picture);
        }
    }
}
