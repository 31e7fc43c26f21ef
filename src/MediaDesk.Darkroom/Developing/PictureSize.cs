namespace MediaDesk.Darkroom.Developing;

/// <summary>What a header claims, checked against the limits before a pixel is decoded.</summary>
internal readonly record struct PictureSize(int Width, int Height, bool IsProgressiveJpeg)
{
    public int Longest => Math.Max(Width, Height);

    public int Shortest => Math.Min(Width, Height);

    /// <summary>Why this is too large; null when it is not.</summary>
    public DarkroomFailure? Refusal(DarkroomRequest limits)
    {
        var pixelLimit = IsProgressiveJpeg ? limits.ProgressivePixelLimit : limits.PixelLimit;
        return Longest > limits.SideLimit ? FailureSentences.TooLongASide(Width, Height, limits.SideLimit)
            : (long)Width * Height > pixelLimit ? FailureSentences.TooManyPixels(Width, Height, pixelLimit, IsProgressiveJpeg)
            : null;
    }
}
