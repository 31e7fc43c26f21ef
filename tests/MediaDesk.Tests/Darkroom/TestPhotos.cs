using NetVips;

namespace MediaDesk.Tests.Darkroom;

/// <summary>Photos made for the tests, with colours that are known by place.</summary>
internal static class TestPhotos
{
    public static readonly double[] TopLeft = [200, 60, 50];
    public static readonly double[] TopRight = [60, 170, 70];
    public static readonly double[] BottomLeft = [50, 80, 190];
    public static readonly double[] BottomRight = [200, 190, 60];

    /// <summary>Four quarters of known colour with grain, so that it compresses as a photo does.</summary>
    public static Image Scene(int width, int height)
    {
        var (half, rest) = (width / 2, width - width / 2);
        var (upper, lower) = (height / 2, height - height / 2);
        using var top = Patch(half, upper, TopLeft).Join(Patch(rest, upper, TopRight), Enums.Direction.Horizontal);
        using var bottom = Patch(half, lower, BottomLeft).Join(Patch(rest, lower, BottomRight), Enums.Direction.Horizontal);
        using var grain = Image.Gaussnoise(width, height, sigma: 6, mean: 0, seed: 7);
        return (top.Join(bottom, Enums.Direction.Vertical) + grain)
            .Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb)
            .CopyMemory();
    }

    private static Image Patch(int width, int height, double[] colour) => Image.Black(width, height, bands: 3) + colour;
}
