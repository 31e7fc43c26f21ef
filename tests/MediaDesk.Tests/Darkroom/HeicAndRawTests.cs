using System.Buffers.Binary;
using MediaDesk.Darkroom;
using MediaDesk.Metadata;
using NetVips;

namespace MediaDesk.Tests.Darkroom;

public sealed class HeicAndRawTests(DarkroomFixture darkroom)
{
    [Theory]
    [InlineData("cheers_1440x960.heic")]
    [InlineData("exif-at-eof.heic")]
    public async Task Heic_IsDeveloped(string name)
    {
        var file = SharedCorpus.Files("metadata-extractor-images/heic").Single(file => Path.GetFileName(file) == name);

        var result = await darkroom.DevelopAsync(file);

        Assert.Null(result.Failure);
        Assert.Equal(PhotoFormat.Heic, result.Reading!.Format);
        using var rendition = Image.NewFromFile(result.Renditions[0].Path);
        Assert.True(rendition.Deviate() > 10, "a photo, not an empty frame");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    [InlineData(99)]
    public async Task TruncatedHeic_IsSaidToEndInTheMiddle(int percent)
    {
        var whole = await File.ReadAllBytesAsync(
            SharedCorpus.Files("metadata-extractor-images/heic").Single(file => Path.GetFileName(file) == "cheers_1440x960.heic"),
            TestContext.Current.CancellationToken);
        var file = darkroom.NewFile(".heic");
        await File.WriteAllBytesAsync(file, whole[..(whole.Length * percent / 100)], TestContext.Current.CancellationToken);

        var result = await darkroom.DevelopAsync(file);

        Assert.Equal(DarkroomFailureKind.Damaged, result.Failure?.Kind);
        Assert.StartsWith("The file ends in the middle of the picture", result.Failure?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HeicOverThePixelLimit_IsRefusedWithItsSize()
    {
        await using var pool = DarkroomFixture.NewPool(new() { Children = 1, PixelLimit = 1_000_000 });
        var file = SharedCorpus.Files("metadata-extractor-images/heic").Single(file => Path.GetFileName(file) == "cheers_1440x960.heic");

        var result = await pool.DevelopAsync(file, darkroom.NewStem(), null, TestContext.Current.CancellationToken);

        Assert.Equal(DarkroomFailureKind.TooLarge, result.Failure?.Kind);
        Assert.Contains("1,440 × 960", result.Failure?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RawFile_IsShownUprightByItsPreview()
    {
        using var shown = TestPhotos.Scene(1200, 1800);
        using var stored = TestPhotos.Stored(shown, 6).Mutate(image => image.Set(GValue.GIntType, "orientation", 6));

        var result = await DevelopRafAsync(stored.JpegsaveBuffer());

        Assert.Null(result.Failure);
        Assert.Equal(PhotoFormat.Raw, result.Reading!.Format);
        Assert.Equal((1067, 1600), (result.Renditions[0].Width, result.Renditions[0].Height));
        TestPhotos.AssertIsScene(result.Renditions[0].Path);
    }

    [Fact]
    public async Task RawFileWithoutPreview_IsRefusedWithTheReason() => Assert.Equal(
        new(DarkroomFailureKind.NotAPhoto, "This raw file has no preview inside, and MediaDesk shows raw files by their preview."),
        (await DevelopRafAsync([])).Failure);

    /// <summary>Fujifilm RAF: the place of the preview stands big-endian at 0x54.</summary>
    private async Task<DarkroomResult> DevelopRafAsync(byte[] preview)
    {
        const int start = 0x94;
        var raf = new byte[start + preview.Length + 4096];
        "FUJIFILMCCD-RAW 0201FF383501X-T2"u8.CopyTo(raf);
        BinaryPrimitives.WriteInt32BigEndian(raf.AsSpan(0x54), start);
        BinaryPrimitives.WriteInt32BigEndian(raf.AsSpan(0x58), preview.Length);
        preview.CopyTo(raf, start);
        var file = darkroom.NewFile(".raf");
        await File.WriteAllBytesAsync(file, raf, TestContext.Current.CancellationToken);
        return await darkroom.DevelopAsync(file);
    }
}
