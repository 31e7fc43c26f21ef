using MediaDesk.Darkroom;
using NetVips;

namespace MediaDesk.Tests.Darkroom;

public sealed class HostileFilesTests(DarkroomFixture darkroom)
{
    [Fact]
    public async Task EmptyFile_IsSaidToBeEmpty() =>
        Assert.Equal(new(DarkroomFailureKind.Damaged, "The file is empty."), await FailureAsync([], ".jpg"));

    [Fact]
    public async Task TextNamedJpg_IsNotAPhoto() => Assert.Equal(
        new(DarkroomFailureKind.NotAPhoto, "MediaDesk takes JPEG, PNG, WebP, TIFF, HEIC, AVIF, JPEG XL, JPEG 2000 and Photoshop files, and raw files with a preview."),
        await FailureAsync("Dear desk, please find the photo attached."u8.ToArray(), ".jpg"));

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")]
    [InlineData("GIF89a\u0001\0\u0001\0")]
    [InlineData("%PDF-1.7")]
    public async Task FormatOutsideTheList_IsNotAPhoto(string content) =>
        Assert.Equal(DarkroomFailureKind.NotAPhoto, (await FailureAsync(System.Text.Encoding.Latin1.GetBytes(content), ".png")).Kind);

    [Theory]
    [InlineData(".jpg", 5)]
    [InlineData(".jpg", 50)]
    [InlineData(".jpg", 99)]
    [InlineData(".png", 5)]
    [InlineData(".png", 50)]
    [InlineData(".png", 99)]
    [InlineData(".webp", 5)]
    [InlineData(".webp", 50)]
    [InlineData(".webp", 99)]
    [InlineData(".tif", 5)]
    [InlineData(".tif", 50)]
    [InlineData(".tif", 99)]
    public async Task TruncatedFile_IsSaidToEndInTheMiddle(string extension, int percent)
    {
        using var scene = TestPhotos.Scene(1800, 1200);
        var whole = scene.WriteToBuffer(extension);

        var failure = await FailureAsync(whole[..(int)(whole.Length * (long)percent / 100)], extension);

        Assert.Equal(DarkroomFailureKind.Damaged, failure.Kind);
        Assert.StartsWith("The file ends in the middle of the picture", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TruncatedProgressiveJpeg_IsDamaged()
    {
        using var scene = TestPhotos.Scene(1800, 1200);
        var whole = scene.JpegsaveBuffer(interlace: true);

        Assert.Equal("The file ends in the middle of the picture.", (await FailureAsync(whole[..(whole.Length / 2)], ".jpg")).Reason);
    }

    [Fact]
    public async Task TruncatedWebP_IsSaidHowMuchArrived()
    {
        using var scene = TestPhotos.Scene(1800, 1200);
        var whole = scene.WebpsaveBuffer(lossless: true);

        var failure = await FailureAsync(whole[..(whole.Length / 2)], ".webp");

        Assert.Matches(@"^The file ends in the middle of the picture: \d+ of \d+ KB arrived\.$", failure.Reason);
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".tif")]
    public async Task OverwrittenMiddle_IsDamaged(string extension)
    {
        using var scene = TestPhotos.Scene(1800, 1200);
        var content = extension == ".tif" ? scene.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate) : scene.WriteToBuffer(extension);
        content.AsSpan(content.Length / 2, content.Length / 10).Fill(0x5A);

        Assert.Equal(DarkroomFailureKind.Damaged, (await FailureAsync(content, extension)).Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PngWithADamagedNote_IsAWholePhoto_UnlessItIsCutOff(bool isCut)
    {
        using var scene = TestPhotos.Scene(900, 600);
        var png = scene.PngsaveBuffer(keep: Enums.ForeignKeep.None);
        // A gamma of 1/2.2 with a checksum that is wrong, behind the header.
        byte[] gamma = [0, 0, 0, 4, .. "gAMA"u8, 0, 0, 0xB1, 0x8F, 1, 2, 3, 4];
        byte[] noted = [.. png[..33], .. gamma, .. png[33..]];
        var file = darkroom.NewFile(".png");
        await File.WriteAllBytesAsync(file, isCut ? noted[..^2000] : noted, TestContext.Current.CancellationToken);

        Assert.Equal(isCut ? "The file ends in the middle of the picture." : null, (await darkroom.DevelopAsync(file)).Failure?.Reason);
    }

    [Fact]
    public async Task TiffOfMeasurements_IsNotAPhoto_AndSaysWhatItHolds()
    {
        using var scene = TestPhotos.Scene(90, 60);
        using var heights = scene.Cast(Enums.BandFormat.Float);
        using var layers = scene.Bandjoin(scene);

        Assert.Equal(
            new(DarkroomFailureKind.NotAPhoto, "The file holds floating-point numbers instead of an ordinary photo. MediaDesk takes photos with 8 or 16 bits."),
            await FailureAsync(heights.TiffsaveBuffer(), ".tif"));
        Assert.StartsWith("The file holds 6 channels", (await FailureAsync(layers.TiffsaveBuffer(), ".tif")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JpegWithAFewStrayBytesBeforeItsEnd_IsAWholePhoto()
    {
        var jpeg = TestPhotos.Jpeg(1800, 1200);
        var file = darkroom.NewFile(".jpg");
        await File.WriteAllBytesAsync(file, [.. jpeg[..^2], 0, 0, 0, .. jpeg[^2..], .. new byte[500]], TestContext.Current.CancellationToken);

        Assert.Null((await darkroom.DevelopAsync(file)).Failure);
    }

    [Fact]
    public async Task PngOf900Megapixels_IsRefusedWithItsSize() => Assert.Equal(
        new(DarkroomFailureKind.TooLarge, "The picture claims 30,000 × 30,000 pixels (900 megapixels). MediaDesk takes pictures up to 200 megapixels."),
        await FailureAsync(HostileFiles.PngClaiming(30_000, 30_000), ".png"));

    [Fact]
    public async Task ProgressiveJpegOf4Gigapixels_IsRefusedWithItsSize() => Assert.Equal(
        new(DarkroomFailureKind.TooLarge, "The picture claims 65,000 × 65,000 pixels (4,225 megapixels). MediaDesk takes progressive JPEGs up to 100 megapixels."),
        await FailureAsync(HostileFiles.ProgressiveJpegClaiming(65_000, 65_000), ".jpg"));

    [Fact]
    public async Task VeryLongSide_IsRefusedWithItsSize() => Assert.Equal(
        new(DarkroomFailureKind.TooLarge, "The picture claims 100,000 × 10 pixels. MediaDesk takes pictures up to 65,535 pixels on a side."),
        await FailureAsync(HostileFiles.PngClaiming(100_000, 10), ".png"));

    [Fact]
    public async Task MissingFile_IsUnreachable()
    {
        var result = await darkroom.DevelopAsync(Path.Combine(darkroom.Folder, "gone.jpg"));

        Assert.Equal(new(DarkroomFailureKind.Unreachable, "The file is no longer there."), result.Failure);
    }

    [Fact]
    public async Task FailedFile_LeavesNothingBehind()
    {
        var folder = Directory.CreateDirectory(darkroom.NewStem()).FullName;
        var file = darkroom.NewFile(".jpg");
        var jpeg = ExifSegment.Insert(TestPhotos.Jpeg(1800, 1200), 1, TestPhotos.Jpeg(160, 107));
        await File.WriteAllBytesAsync(file, jpeg[..(jpeg.Length / 2)], TestContext.Current.CancellationToken);

        var result = await darkroom.Pool.DevelopAsync(file, Path.Combine(folder, "photo"), null, TestContext.Current.CancellationToken);

        Assert.NotNull(result.Failure);
        Assert.NotNull(result.Reading);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("exiv2")]
    [InlineData("metadata-extractor-images/png")]
    [InlineData("metadata-extractor-images/jpg/ImageTestSuite")]
    [InlineData("metadata-extractor-images/tif")]
    public async Task EveryFileOfACollection_EndsInRenditionsOrAReason(string folder)
    {
        var files = SharedCorpus.Files(folder);

        await Parallel.ForEachAsync(files, TestContext.Current.CancellationToken, async (file, cancellationToken) =>
        {
            var result = await darkroom.Pool.DevelopAsync(file, darkroom.NewStem(), null, cancellationToken);

            Assert.True(result.Renditions.Count == 3 ^ result.Failure is not null, file);
            Assert.False(result.Failure?.Kind is DarkroomFailureKind.TooLong or DarkroomFailureKind.TooMuchMemory, $"{file}: {result.Failure}");
        });

        await AssertGoodPhotoIsDevelopedAsync();
    }

    [Theory]
    [InlineData("exif-samples")]
    [InlineData("grid/rest-lib")]
    [InlineData("c2pa")]
    public async Task EveryWholePhotoOfACollection_IsDeveloped(string folder)
    {
        var files = SharedCorpus.Files(folder).Where(file => Path.GetExtension(file).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".webp" or ".tif" or ".tiff");

        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(files, TestContext.Current.CancellationToken, async (file, cancellationToken) =>
        {
            var result = await darkroom.Pool.DevelopAsync(file, darkroom.NewStem(), null, cancellationToken);

            if (result.Failure is { } failure)
            {
                failures.Add($"{file}: {failure}");
            }
        });

        Assert.Empty(failures);
    }

    private async Task<DarkroomFailure> FailureAsync(byte[] content, string extension)
    {
        var file = darkroom.NewFile(extension);
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        var result = await darkroom.DevelopAsync(file);
        Assert.NotNull(result.Failure);
        Assert.Empty(result.Renditions);
        await AssertGoodPhotoIsDevelopedAsync();
        return result.Failure;
    }

    private async Task AssertGoodPhotoIsDevelopedAsync()
    {
        var file = darkroom.NewFile(".jpg");
        await File.WriteAllBytesAsync(file, TestPhotos.Jpeg(400, 300), TestContext.Current.CancellationToken);
        Assert.Null((await darkroom.DevelopAsync(file)).Failure);
    }
}
