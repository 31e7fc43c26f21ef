using MediaDesk.Darkroom;
using NetVips;
using Xunit;

namespace MediaDesk.Tests.Darkroom;

public sealed class DevelopingTests(DarkroomFixture darkroom)
{
    [Fact]
    public async Task Jpeg_OfACamera_GivesThreeRenditionsOnADecoderStep()
    {
        var file = darkroom.NewFile(".jpg");
        using (var photo = TestPhotos.Scene(6000, 4000))
        {
            photo.Jpegsave(file, q: 90);
        }

        var result = await darkroom.DevelopAsync(file);

        Assert.Null(result.Failure);
        Assert.Equal([(1600, 1500, 1000), (800, 800, 533), (320, 320, 213)], result.Renditions.Select(r => (r.Size, r.Width, r.Height)));
        Assert.All(result.Renditions, rendition => Assert.Equal(rendition.ByteSize, new FileInfo(rendition.Path).Length));
    }
}
