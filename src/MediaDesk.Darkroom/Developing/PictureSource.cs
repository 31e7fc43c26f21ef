using MediaDesk.Metadata;
using NetVips;

namespace MediaDesk.Darkroom.Developing;

/// <summary>The picture to be developed: a whole file, or with <paramref name="Preview"/> the JPEG that a raw file shows itself by.</summary>
internal sealed record PictureSource(PhotoFormat Format, string File, byte[]? Preview = null)
{
    /// <summary>Reads the header alone.</summary>
    public PictureSize Measure(DarkroomRequest limits) =>
        MagickLoader.Takes(Format) ? MagickLoader.Measure(this, limits.SideLimit) : VipsLoader.Measure(this);

    /// <summary>Opens the picture no larger than developing needs it.</summary>
    /// <param name="size">As measured.</param>
    /// <param name="failOn">From which fault on decoding throws.</param>
    public Image Open(PictureSize size, Enums.FailOn failOn) =>
        MagickLoader.Takes(Format) ? MagickLoader.Open(this) : VipsLoader.Open(this, Print.Shrink(size), failOn);
}
