using ImageMagick;
using MediaDesk.Darkroom;
using MediaDesk.Metadata;

namespace MediaDesk.Tests.Darkroom;

/// <summary>AVIF, JPEG XL, JPEG 2000 and Photoshop documents.</summary>
public sealed class LaterFormatsTests(DarkroomFixture darkroom)
{
    private const int Width = 1200, Height = 900;

    public static TheoryData<MagickFormat, PhotoFormat> Formats() => new()
    {
        { MagickFormat.Avif, PhotoFormat.Avif },
        { MagickFormat.Jxl, PhotoFormat.JpegXl },
        { MagickFormat.Jp2, PhotoFormat.Jpeg2000 },
        { MagickFormat.Psd, PhotoFormat.Psd },
        { MagickFormat.Psb, PhotoFormat.Psd },
    };

    public static TheoryData<MagickFormat, int> Cuts() =>
        [.. from format in Formats() from percent in new[] { 5, 50, 99 } select (format.Data.Item1, percent)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Photo_IsDevelopedInItsColours(MagickFormat coder, PhotoFormat format)
    {
        var result = await DevelopAsync(Scene(coder));

        Assert.Null(result.Failure);
        Assert.Equal((format, Width, Height), (result.Reading!.Format, result.Reading.Width, result.Reading.Height));
        Assert.Equal((Width, Height), (result.Renditions[0].Width, result.Renditions[0].Height));
        TestPhotos.AssertIsScene(result.Renditions[0].Path);
    }

    [Theory]
    [InlineData(MagickFormat.Avif)]
    [InlineData(MagickFormat.Jxl)]
    public async Task PhotoTurnedByItsContainer_IsShownUprightOnce(MagickFormat coder)
    {
        var result = await DevelopAsync(Scene(coder, picture =>
        {
            picture.Rotate(270);
            picture.Orientation = Orientation.RightTop;
        }));

        Assert.Null(result.Failure);
        Assert.Equal((Width, Height, 1), (result.Reading!.Width, result.Reading.Height, result.Reading.Orientation));
        Assert.Equal((Width, Height), (result.Renditions[0].Width, result.Renditions[0].Height));
        TestPhotos.AssertIsScene(result.Renditions[0].Path);
    }

    [Fact]
    public async Task DocumentForPrint_IsShownInItsColours()
    {
        var result = await DevelopAsync(Scene(MagickFormat.Psd, picture => picture.TransformColorSpace(ColorProfiles.SRGB, ColorProfiles.CoatedFOGRA39)));

        Assert.Null(result.Failure);
        // Coated paper does not reach this blue.
        TestPhotos.AssertIsScene(result.Renditions[0].Path, within: 34);
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task TruncatedFile_IsSaidToEndInTheMiddle(MagickFormat coder, int percent)
    {
        var whole = Scene(coder);

        var result = await DevelopAsync(whole[..(int)(whole.Length * (long)percent / 100)]);

        Assert.Equal(DarkroomFailureKind.Damaged, result.Failure?.Kind);
        Assert.StartsWith("The file ends in the middle of the picture", result.Failure?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PackedDocumentCutOff_IsSaidToEndInTheMiddle()
    {
        var whole = Scene(MagickFormat.Psd, picture => picture.Settings.Compression = CompressionMethod.RLE);
        Assert.Null((await DevelopAsync(whole)).Failure);

        Assert.StartsWith(
            "The file ends in the middle of the picture", (await DevelopAsync(whole[..^200])).Failure?.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task PhotoOverThePixelLimit_IsRefusedWithItsSize(MagickFormat coder, PhotoFormat format)
    {
        await using var pool = DarkroomFixture.NewPool(new() { Children = 1, PixelLimit = 1_000_000 });
        var file = darkroom.NewFile("." + format);
        await File.WriteAllBytesAsync(file, Scene(coder), TestContext.Current.CancellationToken);

        var result = await pool.DevelopAsync(file, darkroom.NewStem(), null, TestContext.Current.CancellationToken);

        Assert.Equal(DarkroomFailureKind.TooLarge, result.Failure?.Kind);
        Assert.Contains("1,200 × 900", result.Failure?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SidecarAlone_IsNoPhoto() =>
        Assert.Equal(DarkroomFailureKind.NotAPhoto, (await DevelopAsync("<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"u8.ToArray())).Failure?.Kind);

    [Fact]
    public async Task CorpusFiles_EndWithARenditionOrAReason()
    {
        string[] endings = [".avif", ".jxl", ".jp2", ".j2c", ".psd"];
        foreach (var file in SharedCorpus.Files("").Where(file => endings.Contains(Path.GetExtension(file))))
        {
            var result = await darkroom.DevelopAsync(file);

            Assert.True(result.Renditions.Count == 3 || result.Failure is { Kind: not DarkroomFailureKind.Died }, $"{file}: {result.Failure}");
        }
    }

    private async Task<DarkroomResult> DevelopAsync(byte[] content)
    {
        var file = darkroom.NewFile(".bin");
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        return await darkroom.DevelopAsync(file);
    }

    private static byte[] Scene(MagickFormat coder, Action<MagickImage>? change = null)
    {
        using var scene = TestPhotos.Scene(Width, Height);
        using var picture = new MagickImage(scene.PngsaveBuffer());
        picture.Quality = 95;
        change?.Invoke(picture);
        return picture.ToByteArray(coder);
    }
}
