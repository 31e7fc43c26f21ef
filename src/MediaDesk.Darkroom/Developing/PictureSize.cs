namespace MediaDesk.Darkroom.Developing;

/// <summary>What a header claims, checked against the limits before a pixel is decoded.</summary>
/// <param name="UnusualSamples">What the pixels are when they are no ordinary photo; else null.</param>
internal readonly record struct PictureSize(int Width, int Height, bool IsProgressiveJpeg, string? UnusualSamples = null)
{
    public int Longest => Math.Max(Width, Height);

    public int Shortest => Math.Min(Width, Height);

    /// <summary>Why this is too large; null when it is not.</summary>
    public DarkroomFailure? Refusal(DarkroomRequest limits)
    {
        var pixelLimit = IsProgressiveJpeg ? limits.ProgressivePixelLimit : limits.PixelLimit;
        return Longest > limits.SideLimit ? FailureSentences.TooLongASide(Width, Height, limits.SideLimit)
            : (long)Width * Height > pixelLimit ? FailureSentences.TooManyPixels(Width, Height, pixelLimit, IsProgressiveJpeg)
            : UnusualSamples is { } samples ? FailureSentences.UnusualSamples(samples)
            : null;
    }
}
