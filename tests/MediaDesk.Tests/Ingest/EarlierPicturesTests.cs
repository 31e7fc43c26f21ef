using MediaDesk.Data;
using MediaDesk.Ingest;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Ingest;

public sealed class EarlierPicturesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PhotosDevelopedBefore_AreLookedAtOnce()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var creek = await desk.Services.AddPhotoAsync(DeskPhotos.Fields(), "creek.jpg");
        var broken = await desk.Services.AddPhotoAsync(DeskPhotos.Fields(), "broken.jpg");
        await using (var rows = desk.Rows())
        {
            var sha256 = (await rows.Originals.SingleAsync(original => original.MediaItemId == creek.Id, Cancellation)).Sha256;
            File.Copy(Path.Combine(Repository.Root, "sample-media", "creek.jpg"), desk.Get<Storage.DeskFolder>().Rendition(sha256, 320), overwrite: true);
        }

        Assert.Equal(2, await desk.Get<EarlierPictures>().LookAsync(Cancellation));
        Assert.Equal(0, await desk.Get<EarlierPictures>().LookAsync(Cancellation));

        await using var after = desk.Rows();
        Assert.NotEqual(0, (await after.Media.SingleAsync(item => item.Id == creek.Id, Cancellation)).PerceptualHash!.Value);
        Assert.Equal(0, (await after.Media.SingleAsync(item => item.Id == broken.Id, Cancellation)).PerceptualHash);
    }

    [Fact]
    public async Task RecordWithoutAFile_IsNotLookedAt()
    {
        await using var desk = await DeskFixture.OpenAsync();
        await desk.Get<DeskWriter>().WriteAsync(
            db =>
            {
                db.Media.Add(new() { FileName = "record", SheetKey = 1, Picture = PictureState.Absent });
                return Task.CompletedTask;
            },
            Cancellation);

        Assert.Equal(0, await desk.Get<EarlierPictures>().LookAsync(Cancellation));
    }
}
