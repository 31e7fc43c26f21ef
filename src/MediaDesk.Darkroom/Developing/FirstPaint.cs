using MediaDesk.Metadata;
using NetVips;

namespace MediaDesk.Darkroom.Developing;

/// <summary>The EXIF thumbnail as a first 320: about a hundredth of the work of developing, so the photo is on the sheet at once.</summary>
internal static class FirstPaint
{
    private const int SmallestSide = 100;
    private const int LargestSide = 1024;
    private const double SameShape = 0.03;

    /// <summary>Cameras fill a 4:3 thumbnail of a 3:2 photo up with black.</summary>
    private const double Black = 24;

    /// <summary>
    /// Whether one was written. A thumbnail that is broken, tiny or of another shape than the photo is passed over: the photo
    /// itself follows in a moment and is judged on its own.
    /// </summary>
    public static bool TryWrite(Stream file, MetadataReading reading, PictureSize photo, RenditionWriter writer)
    {
        if (FilePart.Read(file, reading.Thumbnail) is not { } jpeg)
        {
            return false;
        }

        try
        {
            VipsEngine.ForgetErrors();
            using var opened = Image.JpegloadBuffer(jpeg, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
            if (opened.Interpretation is not (Enums.Interpretation.Srgb or Enums.Interpretation.Bw)
                || Math.Max(opened.Width, opened.Height) is < SmallestSide or > LargestSide)
            {
                return false;
            }

            using var stored = opened.CopyMemory();
            if (InShapeOf(photo, stored) is not { } shaped)
            {
                return false;
            }

            using var upright = Print.Upright(Print.Then(shaped, picture => Print.Reduced(picture, RenditionFiles.Sizes[^1])), reading.Orientation);
            writer.Write(upright, RenditionFiles.Sizes[^1]);
            return true;
        }
        catch (VipsException broken)
        {
            Console.Error.WriteLine($"EXIF thumbnail: {broken.Message}");
            return false;
        }
    }

    /// <summary>The thumbnail in the photo's shape, black bars cut off; null when it is of another shape.</summary>
    private static Image? InShapeOf(PictureSize photo, Image thumbnail)
    {
        var ratio = (double)photo.Width / photo.Height;
        if (Math.Abs((double)thumbnail.Width / thumbnail.Height / ratio - 1) <= SameShape)
        {
            return thumbnail.Copy();
        }

        var width = Math.Max(1, (int)Math.Min(thumbnail.Width, Math.Round(thumbnail.Height * ratio)));
        var height = Math.Max(1, (int)Math.Min(thumbnail.Height, Math.Round(thumbnail.Width / ratio)));
        var (left, top) = ((thumbnail.Width - width) / 2, (thumbnail.Height - height) / 2);
        // One line less than the bar: its edge is blurred.
        var bars = width < thumbnail.Width
            ? IsBlack(thumbnail, 0, 0, left - 1, thumbnail.Height)
                && IsBlack(thumbnail, thumbnail.Width - left + 1, 0, left - 1, thumbnail.Height)
            : IsBlack(thumbnail, 0, 0, thumbnail.Width, top - 1)
                && IsBlack(thumbnail, 0, thumbnail.Height - top + 1, thumbnail.Width, top - 1);
        return bars ? thumbnail.Crop(left, top, width, height) : null;
    }

    private static bool IsBlack(Image picture, int left, int top, int width, int height)
    {
        if (width < 1 || height < 1)
        {
            return false;
        }

        using var bar = picture.Crop(left, top, width, height);
        return bar.Max() < Black;
    }
}
