using System.Numerics;
using NetVips;

namespace MediaDesk.Tests.Darkroom;

public sealed class PictureHashTests(DarkroomFixture darkroom)
{
    private const int Alike = 8;

    private static readonly string[] Photos =
        ["aizkorri-meadow.jpg", "aizkorri-ridge.jpg", "coffee-beirut.jpg", "creek.jpg", "creek-cascade.jpg", "dragonfly.jpg", "estuary-bridge.jpg", "fig-bowl.jpg", "nuthatch.jpg", "sunset-summit.jpg"];

    [Fact]
    public async Task DifferentPhotos_DifferInMoreBitsThanCopiesOfOne()
    {
        var hashes = new List<long>();
        foreach (var photo in Photos)
        {
            hashes.Add(await HashAsync(Sample(photo)));
        }

        for (var n = 0; n < hashes.Count; n++)
        {
            Assert.All(hashes.Take(n), other => Assert.InRange(Apart(hashes[n], other), Alike + 1, 64));
        }
    }

    public static TheoryData<string, Func<Image, Image>> Changes => new()
    {
        { "compressed hard", picture => Image.JpegloadBuffer(picture.JpegsaveBuffer(q: 30)) },
        { "made small", picture => picture.Resize(0.4) },
        { "brighter", picture => (picture * 1.1 + 10).Cast(Enums.BandFormat.Uchar) },
        { "more contrast", picture => ((picture - 128) * 1.2 + 128).Cast(Enums.BandFormat.Uchar) },
        { "without colour", picture => picture.Colourspace(Enums.Interpretation.Bw) },
        { "trimmed", picture => picture.Crop(picture.Width / 100, picture.Height / 100, picture.Width * 98 / 100, picture.Height * 98 / 100) },
        { "sharpened", picture => picture.Sharpen() },
    };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public async Task Copy_ThatWasChangedALittle_LooksLikeThePhoto(string change, Func<Image, Image> apply)
    {
        foreach (var photo in Photos.Take(4))
        {
            using var picture = Image.NewFromFile(Sample(photo)).CopyMemory();
            using var changed = apply(picture);
            var copy = darkroom.NewFile(".jpg");
            changed.Jpegsave(copy, q: 85, keep: Enums.ForeignKeep.None);
            using var plain = picture.Copy();
            var same = darkroom.NewFile(".jpg");
            plain.Jpegsave(same, q: 95, keep: Enums.ForeignKeep.None);

            Assert.True(Apart(await HashAsync(same), await HashAsync(copy)) <= Alike, $"{photo} {change}");
        }
    }

    [Fact]
    public async Task StoredInAnyOrientation_ThePictureLooksTheSame()
    {
        var hashes = new List<long>();
        using var shown = Image.NewFromFile(Sample("creek.jpg")).Autorot().CopyMemory();
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            using var stored = TestPhotos.Stored(shown, orientation).Mutate(picture => picture.Set(GValue.GIntType, "orientation", orientation));
            var file = darkroom.NewFile(".jpg");
            stored.Jpegsave(file, q: 95, keep: Enums.ForeignKeep.Exif);
            hashes.Add(await HashAsync(file));
        }

        Assert.All(hashes, hash => Assert.InRange(Apart(hashes[0], hash), 0, 4));
    }

    [Theory]
    [InlineData(600, 400)]
    [InlineData(20, 20)]
    public async Task PictureOfOneTone_ShowsNothingToTellItBy(int width, int height)
    {
        var file = darkroom.NewFile(".jpg");
        using var picture = Image.Black(width, height, bands: 3) + 120;
        picture.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb).Jpegsave(file);

        Assert.Equal(0, await HashAsync(file));
    }

    [Fact]
    public async Task Rendition_LooksLikeThePhotoItWasMadeFrom()
    {
        var developed = await darkroom.DevelopAsync(Sample("coffee-beirut.jpg"));

        var looked = await darkroom.Pool.LookAsync(developed.Renditions.Single(rendition => rendition.Size == 320).Path, TestContext.Current.CancellationToken);

        Assert.InRange(Apart(developed.PerceptualHash!.Value, looked!.Value), 0, 4);
    }

    [Fact]
    public async Task RenditionThatIsBroken_HasNoHash_AndTheNextOneHas()
    {
        var broken = darkroom.NewFile(".jpg");
        await File.WriteAllTextAsync(broken, "no picture", TestContext.Current.CancellationToken);

        Assert.Null(await darkroom.Pool.LookAsync(broken, TestContext.Current.CancellationToken));
        Assert.NotEqual(0, await HashAsync(Sample("creek.jpg")));
    }

    private async Task<long> HashAsync(string file) => (await darkroom.DevelopAsync(file)).PerceptualHash!.Value;

    private static int Apart(long one, long other) => BitOperations.PopCount((ulong)(one ^ other));

    private static string Sample(string name) => Path.Combine(Repository.Root, "sample-media", name);
}
