using MediaDesk.Darkroom;
using MediaDesk.Metadata;
using NetVips;

namespace MediaDesk.Tests.Darkroom;

public sealed class DevelopingTests(DarkroomFixture darkroom)
{
    [Fact]
    public async Task Jpeg_OfACamera_GivesThreeRenditionsOnADecoderStep()
    {
        var result = await DevelopAsync(TestPhotos.Jpeg(6000, 4000), ".jpg");

        Assert.Equal([(1600, 1500, 1000), (800, 800, 533), (320, 320, 213)], Sizes(result));
        Assert.All(result.Renditions, rendition => Assert.Equal(rendition.ByteSize, new FileInfo(rendition.Path).Length));
        Assert.All(result.Renditions, rendition => TestPhotos.AssertIsScene(rendition.Path));
    }

    [Theory]
    [InlineData(8192, 5464, 1600, 1067)]
    [InlineData(4000, 6000, 1000, 1500)]
    [InlineData(5184, 3456, 1296, 864)]
    [InlineData(4800, 3200, 1600, 1067)]
    [InlineData(2560, 1707, 1280, 853)]
    public async Task Jpeg_OfAnySize_HasALargestRenditionBetween1280And1600(int width, int height, int expectedWidth, int expectedHeight)
    {
        var result = await DevelopAsync(TestPhotos.Jpeg(width, height), ".jpg");

        Assert.Equal((1600, expectedWidth, expectedHeight), Sizes(result)[0]);
    }

    [Fact]
    public async Task SmallPhoto_IsNeverEnlarged()
    {
        var result = await DevelopAsync(TestPhotos.Jpeg(500, 300), ".jpg");

        Assert.Equal([(1600, 500, 300), (800, 500, 300), (320, 320, 192)], Sizes(result));
    }

    [Fact]
    public async Task PhotoOfOnePixel_HasRenditionsOfOnePixel()
    {
        var result = await DevelopAsync(OnePixel(), ".png");

        Assert.Equal([(1600, 1, 1), (800, 1, 1), (320, 1, 1)], Sizes(result));
    }

    [Fact]
    public async Task VeryLongStrip_KeepsAtLeastOnePixelOfHeight()
    {
        var result = await DevelopAsync(TestPhotos.Jpeg(30_000, 4), ".jpg");

        Assert.All(result.Renditions, rendition => Assert.Equal(1, rendition.Height));
    }

    [Theory]
    [InlineData(".png", PhotoFormat.Png)]
    [InlineData(".webp", PhotoFormat.WebP)]
    [InlineData(".tif", PhotoFormat.Tiff)]
    [InlineData(".jpg", PhotoFormat.Jpeg)]
    public async Task EveryFormat_IsDevelopedToTheSamePhoto(string extension, PhotoFormat format)
    {
        using var scene = TestPhotos.Scene(1000, 750);
        var result = await DevelopAsync(scene.WriteToBuffer(extension), extension);

        Assert.Equal(format, result.Reading!.Format);
        Assert.All(result.Renditions, rendition => TestPhotos.AssertIsScene(rendition.Path));
    }

    [Fact]
    public async Task ProgressiveJpeg_IsDeveloped()
    {
        using var scene = TestPhotos.Scene(3000, 2000);
        var result = await DevelopAsync(scene.JpegsaveBuffer(interlace: true), ".jpg");

        TestPhotos.AssertIsScene(result.Renditions[0].Path);
    }

    [Fact]
    public async Task FileWithAWrongExtension_IsDevelopedByWhatItIs()
    {
        using var scene = TestPhotos.Scene(400, 300);
        var result = await DevelopAsync(scene.PngsaveBuffer(), ".jpg");

        Assert.Equal(PhotoFormat.Png, result.Reading!.Format);
        TestPhotos.AssertIsScene(result.Renditions[0].Path);
    }

    [Fact]
    public async Task FileNameWithBracketsAndSpaces_IsAName()
    {
        var file = Path.Combine(darkroom.Folder, "photo [shrink=8] ‘ünï’ 📷.jpg");
        await File.WriteAllBytesAsync(file, TestPhotos.Jpeg(400, 300), TestContext.Current.CancellationToken);

        var result = await darkroom.DevelopAsync(file);

        Assert.Equal((1600, 400, 300), Sizes(result)[0]);
    }

    [Fact]
    public async Task MultiPageTiff_ShowsItsFirstPage()
    {
        using var first = TestPhotos.Scene(400, 300);
        using var second = first.Invert();
        using var pages = first.Join(second, Enums.Direction.Vertical).Mutate(image => image.Set(GValue.GIntType, "page-height", 300));

        var result = await DevelopAsync(pages.TiffsaveBuffer(), ".tif");

        Assert.Equal((1600, 400, 300), Sizes(result)[0]);
        TestPhotos.AssertIsScene(result.Renditions[0].Path);
    }

    [Fact]
    public async Task AnimatedWebP_ShowsItsFirstFrame()
    {
        using var first = TestPhotos.Scene(400, 300);
        using var second = first.Invert();
        using var frames = first.Join(second, Enums.Direction.Vertical).Mutate(image => image.Set(GValue.GIntType, "page-height", 300));

        var result = await DevelopAsync(frames.WebpsaveBuffer(lossless: true), ".webp");

        Assert.Equal((1600, 400, 300), Sizes(result)[0]);
        TestPhotos.AssertIsScene(result.Renditions[0].Path);
    }

    [Fact]
    public async Task Rendition_CarriesNoMetadataOfTheFile()
    {
        using var scene = TestPhotos.Scene(1000, 750);
        using var written = scene.Mutate(image =>
        {
            image.Set(GValue.BlobType, "xmp-data", "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"u8.ToArray());
            image.Set(GValue.BlobType, "icc-profile-data", IccProfile.AdobeRgb());
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "51/1 30/1 0/1 (51, 30,  0, Rational, 3 components, 24 bytes)");
        });

        var result = await DevelopAsync(written.JpegsaveBuffer(), ".jpg");

        foreach (var rendition in result.Renditions)
        {
            using var picture = Image.NewFromFile(rendition.Path);
            Assert.DoesNotContain(picture.GetFields(), field => field.EndsWith("-data", StringComparison.Ordinal) || field.StartsWith("exif", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Progress_TellsTheReadingBeforeThe320AndThe320BeforeTheEnd()
    {
        var file = darkroom.NewFile(".jpg");
        var stem = darkroom.NewStem();
        await File.WriteAllBytesAsync(file, TestPhotos.Jpeg(3000, 2000), TestContext.Current.CancellationToken);
        var steps = new List<(string? Paint, bool Exists320)>();

        await darkroom.Pool.DevelopAsync(
            file,
            stem,
            progress =>
            {
                steps.Add((progress.FirstPaint, File.Exists($"{stem}-320.jpg")));
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);

        Assert.Equal([null, $"{stem}-320.jpg"], steps.Select(step => step.Paint));
        Assert.True(steps[1].Exists320);
    }

    [Fact]
    public async Task NothingElse_IsLeftBesideTheRenditions()
    {
        var file = darkroom.NewFile(".jpg");
        await File.WriteAllBytesAsync(file, TestPhotos.Jpeg(800, 600), TestContext.Current.CancellationToken);
        var folder = Directory.CreateDirectory(darkroom.NewStem()).FullName;

        await darkroom.Pool.DevelopAsync(file, Path.Combine(folder, "photo"), null, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["photo-1600.jpg", "photo-320.jpg", "photo-800.jpg"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static byte[] OnePixel()
    {
        using var pixel = Image.Black(1, 1, bands: 3);
        return pixel.PngsaveBuffer();
    }

    private async Task<DarkroomResult> DevelopAsync(byte[] content, string extension)
    {
        var file = darkroom.NewFile(extension);
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        var result = await darkroom.DevelopAsync(file);
        Assert.Null(result.Failure);
        return result;
    }

    private static (int Size, int Width, int Height)[] Sizes(DarkroomResult result) =>
        [.. result.Renditions.Select(rendition => (rendition.Size, rendition.Width, rendition.Height))];
}
