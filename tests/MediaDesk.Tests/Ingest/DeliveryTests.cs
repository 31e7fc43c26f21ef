using MediaDesk.Captions;
using MediaDesk.Ingest;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Removal;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Ingest;

/// <summary>What becomes of a photo that arrives once, again, and again with other words.</summary>
public sealed class DeliveryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ingest_OnePhoto_IsOnTheDeskWithOriginalRenditionsAndHistory()
    {
        await using var desk = await IngestDesk.OpenAsync();
        var content = PhotoFiles.Jpeg(1, ("photoshop:City", "Idlib"), ("photoshop:DateCreated", "2020-02-20"));
        var report = await desk.IngestAsync(desk.Write("a.jpg", content));

        Assert.Equal(1, report.Added);
        Assert.Empty(report.Failed);
        await using var rows = desk.Desk.Rows();
        var item = await rows.Media.SingleAsync(Stop);
        var original = await rows.Originals.Include(x => x.Renditions).SingleAsync(Stop);
        Assert.Equal("a.jpg", item.FileName);
        Assert.Equal("Idlib", item.Fields.Text("cityName"));
        Assert.Equal(PictureState.Ready, item.Picture);
        Assert.Equal((656, 480), (item.Width, item.Height));
        Assert.Equal(new DateTime(2020, 2, 20), SheetKeys.Second(item.SheetKey));
        Assert.Equal(original.Id, item.CurrentOriginalId);
        Assert.Equal(3, original.Renditions.Count);
        Assert.Equal(content, await File.ReadAllBytesAsync(desk.Desk.Get<DeskFolder>().Original(original.Sha256), Stop));
        Assert.Equal(HistoryKind.Ingest, (await rows.History.SingleAsync(Stop)).Kind);
        Assert.Empty(Directory.EnumerateFiles(desk.Desk.Get<DeskFolder>().Incoming));
    }

    [Fact]
    public async Task Ingest_SameBytesTwice_AreOnePhoto()
    {
        await using var desk = await IngestDesk.OpenAsync();
        var content = PhotoFiles.Jpeg(1);
        var report = await desk.IngestAsync(desk.Write("a.jpg", content), desk.Write("b.jpg", content), desk.Write("sub/c.jpg", content));
        Assert.Equal((1, 2, 0), (report.Added, report.Duplicates, report.Failed.Count));
        Assert.Equal(1, (await desk.UploadAsync(("d.jpg", content))).Duplicates);
        await using var rows = desk.Desk.Rows();
        Assert.Equal(1, await rows.Originals.CountAsync(Stop));
        Assert.Empty(Directory.EnumerateFiles(desk.Desk.Get<DeskFolder>().Incoming));
    }

    [Fact]
    public async Task Ingest_SameBytesDamagedTwice_FailBothForTheSameReason()
    {
        await using var desk = await IngestDesk.OpenAsync();
        var content = PhotoFiles.Jpeg(1)[..2000];
        var report = await desk.IngestAsync(desk.Write("a.jpg", content), desk.Write("b.jpg", content));
        Assert.Equal(2, report.Failed.Count);
        Assert.Equal(report.Failed[0].Reason, report.Failed[1].Reason);
    }

    [Fact]
    public async Task Ingest_SameImageWithOtherWords_IsANewVersionAndKeepsEdits()
    {
        await using var desk = await IngestDesk.OpenAsync();
        await desk.IngestAsync(desk.Write("a.jpg", PhotoFiles.Jpeg(1, ("photoshop:City", "Idlb"), ("photoshop:Headline", "First"), ("photoshop:DateCreated", "2020-02-20"))));
        await using var rows = desk.Desk.Rows();
        var id = await rows.Media.Select(x => x.Id).SingleAsync(Stop);
        await desk.Desk.Get<CaptionEditor>().SaveAsync(
            id, new Dictionary<string, FieldValue?> { ["headline"] = FieldValue.Of("Edited") }, null, "Ann", Stop);

        var report = await desk.IngestAsync(
            desk.Write("b.jpg", PhotoFiles.Jpeg(1, ("photoshop:City", "Idlib"), ("photoshop:Headline", "Second"), ("photoshop:DateCreated", "2020-02-21"))));

        Assert.Equal((0, 1), (report.Added, report.Versions));
        var item = await rows.Media.AsNoTracking().SingleAsync(Stop);
        Assert.Equal("Edited", item.Fields.Text("headline"));
        Assert.Equal("Idlib", item.Fields.Text("cityName"));
        Assert.Equal(new DateTime(2020, 2, 21), SheetKeys.Second(item.SheetKey));
        Assert.Equal("b.jpg", item.FileName);
        Assert.Equal(2, await rows.Originals.CountAsync(Stop));
        var delivery = await rows.History.Include(x => x.Edits).SingleAsync(x => x.Kind == HistoryKind.Delivery, Stop);
        Assert.Equal(["cityName", "dateCreated"], delivery.Edits.Select(x => x.Property).Order());
        Assert.All(delivery.Edits, edit => Assert.True(edit is { AfterFromFile: true, BeforeFromFile: true } && edit.Revision == item.Revision));
    }

    [Fact]
    public async Task Ingest_SameAgencyPhotoInOtherPixels_IsANewVersion()
    {
        await using var desk = await IngestDesk.OpenAsync();
        (string, string)[] words = [("photoshop:Credit", "Getty Images"), ("GettyImagesGIFT:AssetID", "462093768")];
        await desk.IngestAsync(desk.Write("a.jpg", PhotoFiles.Jpeg(1, words)));
        Assert.Equal(1, (await desk.IngestAsync(desk.Write("b.jpg", PhotoFiles.Jpeg(2, words)))).Versions);
        await using var rows = desk.Desk.Rows();
        Assert.Equal("getty:462093768", (await rows.Media.SingleAsync(Stop)).AgencyPhotoKey);
    }

    [Fact]
    public async Task Ingest_PhotosOfOneEvent_StayApart()
    {
        await using var desk = await IngestDesk.OpenAsync();
        (string, string)[] words =
            [("photoshop:Credit", "Getty Images"), ("photoshop:TransmissionReference", "775012345"), ("photoshop:DateCreated", "2020-02-20")];
        Assert.Equal(2, (await desk.IngestAsync(desk.Write("a.jpg", PhotoFiles.Jpeg(1, words)), desk.Write("b.jpg", PhotoFiles.Jpeg(2, words)))).Added);
    }

    [Fact]
    public async Task Ingest_PhotoInTheBin_StaysThere()
    {
        await using var desk = await IngestDesk.OpenAsync();
        var content = PhotoFiles.Jpeg(1);
        await desk.IngestAsync(desk.Write("a.jpg", content));
        await using var rows = desk.Desk.Rows();
        var id = await rows.Media.Select(x => x.Id).SingleAsync(Stop);
        await desk.Desk.Get<MediaBin>().RemoveAsync([id], "Ann", Stop);

        Assert.Equal(1, (await desk.IngestAsync(desk.Write("b.jpg", content))).Duplicates);
        Assert.Equal(1, (await desk.IngestAsync(desk.Write("c.jpg", PhotoFiles.Jpeg(1, ("photoshop:City", "Oslo"))))).Versions);
        Assert.NotNull((await rows.Media.AsNoTracking().SingleAsync(Stop)).RemovedUtc);
        Assert.Contains("bin", (await rows.IngestJobs.SingleAsync(x => x.State == IngestState.Duplicate, Stop)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_Sidecar_CountsWithItsPhotoAndFailsAlone()
    {
        await using var desk = await IngestDesk.OpenAsync();
        var xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"u8.ToArray();
        var report = await desk.IngestAsync(
            desk.Write("a.xmp", xmp), desk.Write("a.jpg", PhotoFiles.Jpeg(1)), desk.Write("b.jpg.xmp", xmp), desk.Write("b.jpg", PhotoFiles.Jpeg(2)), desk.Write("c.xmp", xmp));
        Assert.Equal((2, 2, 1), (report.Added, report.Sidecars, report.Failed.Count));
        Assert.Equal(IngestReasons.SidecarAlone, report.Failed[0].Reason);
        Assert.EndsWith("c.xmp", report.Failed[0].File, StringComparison.Ordinal);
    }
}
