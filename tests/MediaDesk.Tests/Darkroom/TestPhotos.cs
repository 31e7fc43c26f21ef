using NetVips;

namespace MediaDesk.Tests.Darkroom;

/// <summary>Photos made for the tests, with colours that are known by place.</summary>
internal static class TestPhotos
{
    public static readonly double[] TopLeft = [200, 60, 50];
    public static readonly double[] TopRight = [60, 170, 70];
    public static readonly double[] BottomLeft = [50, 80, 190];
    public static readonly double[] BottomRight = [200, 190, 60];

    /// <summary>Four quarters of known colour with grain, so that it compresses as a photo does. sRGB, 8 bits.</summary>
    public static Image Scene(int width, int height)
    {
        var (half, rest) = (width / 2, width - width / 2);
        var (upper, lower) = (height / 2, height - height / 2);
        using var top = Patch(half, upper, TopLeft).Join(Patch(rest, upper, TopRight), Enums.Direction.Horizontal);
        using var bottom = Patch(half, lower, BottomLeft).Join(Patch(rest, lower, BottomRight), Enums.Direction.Horizontal);
        using var tile = Image.Gaussnoise(256, 256, sigma: 6, mean: 0, seed: 7);
        using var grain = tile.Replicate((width + 255) / 256, (height + 255) / 256).Crop(0, 0, width, height);
        return (top.Join(bottom, Enums.Direction.Vertical) + grain)
            .Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb)
            .CopyMemory();
    }

    /// <summary>A scene as it is shown, stored so that this orientation turns it upright.</summary>
    public static Image Stored(Image shown, int orientation) => orientation switch
    {
        2 => shown.FlipHor(),
        3 => shown.Rot180(),
        4 => shown.FlipVer(),
        5 => shown.Rot90().FlipHor(),
        6 => shown.Rot270(),
        7 => shown.Rot270().FlipHor(),
        8 => shown.Rot90(),
        _ => shown.Copy(),
    };

    /// <summary>A scene as a JPEG without any metadata.</summary>
    public static byte[] Jpeg(int width, int height)
    {
        using var scene = Scene(width, height);
        return scene.JpegsaveBuffer(q: 90, keep: Enums.ForeignKeep.None);
    }

    /// <summary>The mean colour of the middle of each quarter, in reading order, as sRGB.</summary>
    public static IReadOnlyList<double[]> Quarters(string file)
    {
        using var picture = Image.NewFromFile(file, access: Enums.Access.Random);
        return
        [
            .. new[] { (1, 1), (5, 1), (1, 5), (5, 5) }.Select(place =>
            {
                using var patch = picture.Crop(
                    picture.Width * place.Item1 / 8, picture.Height * place.Item2 / 8, picture.Width / 4, picture.Height / 4);
                return Enumerable.Range(0, picture.Bands).Select(band => patch[band].Avg()).ToArray();
            }),
        ];
    }

    /// <summary>Fails when the quarters of a rendition are not those of the scene.</summary>
    public static void AssertIsScene(string file, double within = 6)
    {
        var quarters = Quarters(file);
        foreach (var (expected, actual) in new[] { TopLeft, TopRight, BottomLeft, BottomRight }.Zip(quarters))
        {
            Assert.All(expected.Zip(actual), band => Assert.InRange(band.Second, band.First - within, band.First + within));
        }
    }

    private static Image Patch(int width, int height, double[] colour) => Image.Black(width, height, bands: 3) + colour;
}
