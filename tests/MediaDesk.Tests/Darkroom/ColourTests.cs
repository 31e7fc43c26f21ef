using MediaDesk.Darkroom;
using NetVips;

namespace MediaDesk.Tests.Darkroom;

public sealed class ColourTests(DarkroomFixture darkroom)
{
    [Fact]
    public async Task DisplayP3_BecomesTheSameColoursInSrgb()
    {
        using var scene = TestPhotos.Scene(1800, 1200);
        using var p3 = scene.IccTransform("p3", inputProfile: "srgb");

        await AssertIsSceneAsync(p3.JpegsaveBuffer(q: 95), ".jpg");
    }

    [Fact]
    public async Task AdobeRgb_BecomesTheSameColoursInSrgb()
    {
        var profile = Path.Combine(darkroom.Folder, "adobe.icc");
        await File.WriteAllBytesAsync(profile, IccProfile.AdobeRgb(), TestContext.Current.CancellationToken);
        using var scene = TestPhotos.Scene(1800, 1200);
        using var adobe = scene.IccTransform(profile, inputProfile: "srgb");
        Assert.True(Math.Abs(adobe[0].Crop(150, 150, 300, 200).Avg() - TestPhotos.TopLeft[0]) > 15, "the stored numbers differ");

        await AssertIsSceneAsync(adobe.JpegsaveBuffer(q: 95), ".jpg");
    }

    [Theory]
    [InlineData(".jpg", true)]
    [InlineData(".jpg", false)]
    [InlineData(".tif", true)]
    [InlineData(".tif", false)]
    public async Task Cmyk_WithProfileOrWithout_BecomesTheColoursThatThePressWouldPrint(string extension, bool hasProfile)
    {
        using var scene = TestPhotos.Scene(1800, 1200);
        using var cmyk = scene.IccTransform("cmyk", inputProfile: "srgb");
        using var stored = hasProfile ? cmyk.Copy() : cmyk.Mutate(image => image.Remove("icc-profile-data"));
        var printed = darkroom.NewFile(".png");
        cmyk.IccTransform("srgb", embedded: true).Pngsave(printed);

        var result = await DevelopAsync(stored.WriteToBuffer(extension), extension);

        foreach (var (expected, actual) in TestPhotos.Quarters(printed).Zip(TestPhotos.Quarters(result.Renditions[0].Path)))
        {
            Assert.All(expected.Zip(actual), band => Assert.InRange(band.Second, band.First - 6, band.First + 6));
        }
    }

    [Theory]
    [InlineData(".png")]
    [InlineData(".tif")]
    public async Task SixteenBits_BecomeEight(string extension)
    {
        using var scene = TestPhotos.Scene(1800, 1200);
        using var deep = (scene * 257).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Rgb16);

        await AssertIsSceneAsync(deep.WriteToBuffer(extension), extension);
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".tif")]
    public async Task Greyscale_StaysGrey(string extension)
    {
        using var scene = TestPhotos.Scene(1800, 1200);
        using var grey = scene.Colourspace(Enums.Interpretation.Bw);
        var expected = grey.Crop(225, 150, 450, 300).Avg();

        var result = await DevelopAsync(grey.WriteToBuffer(extension), extension);

        Assert.All(TestPhotos.Quarters(result.Renditions[0].Path)[0], band => Assert.InRange(band, expected - 5, expected + 5));
    }

    [Fact]
    public async Task Palette_IsShownInItsColours()
    {
        using var scene = TestPhotos.Scene(1800, 1200);

        await AssertIsSceneAsync(scene.PngsaveBuffer(palette: true), ".png", within: 12);
    }

    [Theory]
    [InlineData(".png")]
    [InlineData(".webp")]
    [InlineData(".tif")]
    public async Task TransparentParts_StandOnANeutralGround(string extension)
    {
        using var scene = TestPhotos.Scene(1800, 1200);
        using var clear = scene.Bandjoin(Image.Black(1800, 1200)).Copy(interpretation: Enums.Interpretation.Srgb);

        var result = await DevelopAsync(clear.WriteToBuffer(extension), extension);

        Assert.All(TestPhotos.Quarters(result.Renditions[0].Path), quarter => Assert.All(quarter, band => Assert.InRange(band, 190, 194)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Orientation_IsTurnedUpright(int orientation)
    {
        using var shown = TestPhotos.Scene(1800, 1200);
        using var stored = TestPhotos.Stored(shown, orientation).Mutate(image => image.Set(GValue.GIntType, "orientation", orientation));

        var result = await DevelopAsync(stored.JpegsaveBuffer(q: 90), ".jpg");

        Assert.Equal(orientation, result.Reading!.Orientation);
        Assert.True(result.Renditions[0].Width > result.Renditions[0].Height);
        Assert.All(result.Renditions, rendition => TestPhotos.AssertIsScene(rendition.Path));
    }

    private async Task AssertIsSceneAsync(byte[] content, string extension, double within = 6)
    {
        var result = await DevelopAsync(content, extension);
        Assert.All(result.Renditions, rendition => TestPhotos.AssertIsScene(rendition.Path, within));
    }

    private async Task<DarkroomResult> DevelopAsync(byte[] content, string extension)
    {
        var file = darkroom.NewFile(extension);
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        var result = await darkroom.DevelopAsync(file);
        Assert.Null(result.Failure);
        return result;
    }
}
