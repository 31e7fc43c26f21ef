using NetVips;

namespace MediaDesk.Tests.Darkroom;

public sealed class FirstPaintTests(DarkroomFixture darkroom)
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task ExifThumbnail_IsShownUprightBeforeThePhotoIsDeveloped(int orientation)
    {
        using var shown = orientation > 4 ? TestPhotos.Scene(2000, 3000) : TestPhotos.Scene(3000, 2000);
        using var thumbnail = orientation > 4 ? TestPhotos.Scene(107, 160) : TestPhotos.Scene(160, 107);

        var painted = await FirstPaintAsync(
            TestPhotos.Stored(shown, orientation).JpegsaveBuffer(keep: Enums.ForeignKeep.None),
            orientation,
            TestPhotos.Stored(thumbnail, orientation).JpegsaveBuffer());

        using var paint = Image.JpegloadBuffer(painted!);
        Assert.Equal((thumbnail.Width, thumbnail.Height), (paint.Width, paint.Height));
        var file = darkroom.NewFile(".jpg");
        await File.WriteAllBytesAsync(file, painted!, TestContext.Current.CancellationToken);
        TestPhotos.AssertIsScene(file, within: 12);
    }

    [Fact]
    public async Task ThumbnailWithBlackBars_LosesThem()
    {
        using var scene = TestPhotos.Scene(160, 107);
        using var barred = scene.Embed(0, 6, 160, 120);

        var painted = await FirstPaintAsync(TestPhotos.Jpeg(3000, 2000), 1, barred.JpegsaveBuffer());

        using var paint = Image.JpegloadBuffer(painted!);
        Assert.Equal((160, 107), (paint.Width, paint.Height));
    }

    [Fact]
    public async Task ThumbnailOfAnotherShape_IsNotShown() =>
        Assert.Null(await FirstPaintAsync(TestPhotos.Jpeg(3000, 2000), 1, TestPhotos.Jpeg(120, 160)));

    [Fact]
    public async Task TinyThumbnail_IsNotShown() =>
        Assert.Null(await FirstPaintAsync(TestPhotos.Jpeg(3000, 2000), 1, TestPhotos.Jpeg(60, 40)));

    [Fact]
    public async Task BrokenThumbnail_IsNotShownAndThePhotoIsDeveloped() =>
        Assert.Null(await FirstPaintAsync(TestPhotos.Jpeg(3000, 2000), 1, TestPhotos.Jpeg(160, 107)[..900]));

    /// <summary>What stood at the 320 when the reading was told; null when nothing was.</summary>
    private async Task<byte[]?> FirstPaintAsync(byte[] jpeg, int orientation, byte[] thumbnail)
    {
        var file = darkroom.NewFile(".jpg");
        await File.WriteAllBytesAsync(file, ExifSegment.Insert(jpeg, orientation, thumbnail), TestContext.Current.CancellationToken);
        var paints = new List<byte[]?>();
        var result = await darkroom.Pool.DevelopAsync(
            file,
            darkroom.NewStem(),
            progress =>
            {
                paints.Add(progress.FirstPaint is null ? null : File.ReadAllBytes(progress.FirstPaint));
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);
        Assert.Null(result.Failure);
        Assert.Equal(2, paints.Count);
        return paints[0];
    }
}
