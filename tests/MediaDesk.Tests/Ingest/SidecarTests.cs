using System.Diagnostics;
using MediaDesk.Captions;
using MediaDesk.Export;
using MediaDesk.Ingest;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Ingest;

/// <summary>What an XMP sidecar says becomes part of what is known of its photo, whenever and however it comes.</summary>
public sealed class SidecarTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a.xmp")]
    [InlineData("a.jpg.xmp")]
    [InlineData("A.XMP")]
    public async Task Sidecar_WithItsPhoto_IsRead(string name)
    {
        await using var desk = await IngestDesk.OpenAsync();
        var photo = PhotoFiles.Jpeg(1, ("photoshop:City", "Oslo"), ("photoshop:Headline", "Of the photo"));
        var report = await desk.IngestAsync(desk.Write(name, Xmp(("photoshop:City", "Idlib"), ("photoshop:Credit", "AFP"))), desk.Write("a.jpg", photo));

        Assert.Equal((1, 1, 0), (report.Added, report.Sidecars, report.Failed.Count));
        await using var rows = desk.Desk.Rows();
        var item = await rows.Media.SingleAsync(Stop);
        var reading = (await rows.Originals.SingleAsync(Stop)).Reading;
        Assert.Equal(("Idlib", "AFP", "Of the photo"), (item.Fields.Text("cityName"), item.Fields.Text("creditLine"), item.Fields.Text("headline")));
        Assert.Equal((FieldSource.Sidecar, FieldSource.Xmp), (reading.Sources["cityName"], reading.Sources["headline"]));
        var conflict = Assert.Single(reading.Conflicts);
        Assert.Equal(("Oslo", "Idlib"), (conflict.Values[FieldSource.Xmp].Text, conflict.Values[FieldSource.Sidecar].Text));
        var change = await rows.History.Include(x => x.Edits).SingleAsync(x => x.Kind == HistoryKind.Delivery, Stop);
        Assert.Equal(["cityName", "creditLine"], change.Edits.Select(x => x.Property).Order());
        Assert.Equal(photo, await File.ReadAllBytesAsync(desk.Desk.Get<DeskFolder>().Original((await rows.Originals.SingleAsync(Stop)).Sha256), Stop));
    }

    [Fact]
    public async Task Upload_OfBoth_InEitherOrder_IsRead()
    {
        await using var desk = await IngestDesk.OpenAsync();
        await desk.UploadAsync(("a.xmp", Xmp(("photoshop:City", "Idlib"))), ("a.jpg", PhotoFiles.Jpeg(1)), ("b.jpg", PhotoFiles.Jpeg(2)), ("b.jpg.xmp", Xmp(("photoshop:City", "Oslo"))));

        await using var rows = desk.Desk.Rows();
        Assert.Equal(["Idlib", "Oslo"], (await rows.Media.OrderBy(x => x.FileName).ToListAsync(Stop)).Select(x => x.Fields.Text("cityName")));
        Assert.Empty(Directory.EnumerateFiles(desk.Desk.Get<DeskFolder>().Incoming));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sidecar_DeliveredLater_GivesANewReadingBelowTheEdits(bool isUpload)
    {
        await using var desk = await IngestDesk.OpenAsync();
        var photo = PhotoFiles.Jpeg(1, ("photoshop:City", "Oslo"), ("photoshop:Headline", "Of the photo"));
        var sidecar = Xmp(("photoshop:City", "Idlib"), ("photoshop:Headline", "Of the sidecar"));
        await (isUpload ? desk.UploadAsync(("a.jpg", photo)) : desk.IngestAsync(desk.Write("a.jpg", photo)));
        await using var rows = desk.Desk.Rows();
        var before = await rows.Media.AsNoTracking().SingleAsync(Stop);
        await desk.Desk.Get<CaptionEditor>().SaveAsync(
            before.Id, new Dictionary<string, FieldValue?> { ["headline"] = FieldValue.Of("Edited") }, null, "Ann", Stop);

        var report = await (isUpload ? desk.UploadAsync(("a.xmp", sidecar)) : desk.IngestAsync(desk.Write("a.xmp", sidecar)));

        Assert.Equal((1, 0), (report.Sidecars, report.Failed.Count));
        var item = await rows.Media.AsNoTracking().SingleAsync(Stop);
        Assert.Equal(("Idlib", "Edited"), (item.Fields.Text("cityName"), item.Fields.Text("headline")));
        Assert.True(item.Revision > before.Revision);
        Assert.Equal("Of the sidecar", (await rows.Originals.AsNoTracking().SingleAsync(Stop)).Reading.Fields.Text("headline"));
        Assert.Equal(["cityName"], (await rows.History.Include(x => x.Edits).SingleAsync(x => x.Kind == HistoryKind.Delivery, Stop)).Edits.Select(x => x.Property));
        Assert.Equal((before.Width, before.Height, PictureState.Ready), (item.Width, item.Height, item.Picture));

        // The same words again change nothing.
        await (isUpload ? desk.UploadAsync(("a.xmp", sidecar)) : desk.IngestAsync(desk.Write("a.xmp", sidecar)));
        Assert.Equal(item.Revision, (await rows.Media.AsNoTracking().SingleAsync(Stop)).Revision);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sidecar_DeliveredBeforeItsPhoto_WaitsForIt(bool isUpload)
    {
        await using var desk = await IngestDesk.OpenAsync();
        var (sidecar, photo) = (Xmp(("photoshop:City", "Idlib")), PhotoFiles.Jpeg(1));
        var alone = await (isUpload ? desk.UploadAsync(("a.xmp", sidecar)) : desk.IngestAsync(desk.Write("a.xmp", sidecar)));
        Assert.Equal(IngestReasons.SidecarAlone, Assert.Single(alone.Failed).Reason);

        await (isUpload ? desk.UploadAsync(("a.jpg", photo)) : desk.IngestAsync(desk.Write("a.jpg", photo)));

        await using var rows = desk.Desk.Rows();
        var clock = Stopwatch.StartNew();
        while ((await rows.Media.AsNoTracking().SingleAsync(Stop)).Fields.Text("cityName") is null && clock.Elapsed < TimeSpan.FromSeconds(20))
        {
            await Task.Delay(50, Stop);
        }

        Assert.Equal("Idlib", (await rows.Media.AsNoTracking().SingleAsync(Stop)).Fields.Text("cityName"));
        Assert.Empty(await desk.Desk.Get<IngestProblems>().OpenAsync(10, Stop));
    }

    [Fact]
    public async Task Upload_OfASidecarForSeveralPhotosOfOneName_IsLaidOverNone()
    {
        await using var desk = await IngestDesk.OpenAsync();
        await desk.UploadAsync(("a.jpg", PhotoFiles.Jpeg(1)));
        await desk.UploadAsync(("a.jpg", PhotoFiles.Jpeg(2)));

        var report = await desk.UploadAsync(("a.xmp", Xmp(("photoshop:City", "Idlib"))));

        Assert.Equal(IngestReasons.SidecarOfSeveral, Assert.Single(report.Failed).Reason);
        await using var rows = desk.Desk.Rows();
        Assert.All(await rows.Media.ToListAsync(Stop), item => Assert.Null(item.Fields.Text("cityName")));
    }

    [Fact]
    public async Task Sidecar_OfAnotherFolder_IsNotLaidOverAPhotoOfItsName()
    {
        await using var desk = await IngestDesk.OpenAsync();
        await desk.IngestAsync(desk.Write("one/a.jpg", PhotoFiles.Jpeg(1)));

        Assert.Equal(IngestReasons.SidecarAlone, Assert.Single((await desk.IngestAsync(desk.Write("two/a.xmp", Xmp(("photoshop:City", "Idlib"))))).Failed).Reason);
    }

    [Theory]
    [InlineData("This is no XMP.", "no XMP")]
    [InlineData("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Descr", "not well-formed")]
    public async Task BrokenSidecar_IsAProblemInWordsAndKept(string content, string why)
    {
        await using var desk = await IngestDesk.OpenAsync();
        var sidecar = System.Text.Encoding.UTF8.GetBytes(content);
        var report = await desk.UploadAsync(("a.jpg", PhotoFiles.Jpeg(1, ("photoshop:City", "Oslo"))), ("a.xmp", sidecar));

        Assert.Equal((1, 1, 0), (report.Added, report.Sidecars, report.Failed.Count));
        Assert.Contains(why, Assert.Single(await desk.Desk.Get<IngestProblems>().OpenAsync(10, Stop)).Reason, StringComparison.Ordinal);
        await using var rows = desk.Desk.Rows();
        var original = await rows.Originals.SingleAsync(Stop);
        Assert.Contains(original.Reading.Problems, problem => problem.Where == "Sidecar" && problem.What.Contains(why, StringComparison.Ordinal));
        Assert.Equal("Oslo", original.Reading.Fields.Text("cityName"));
        Assert.Equal(sidecar, await File.ReadAllBytesAsync(desk.Desk.Get<DeskFolder>().Sidecar(original.Sha256), Stop));
    }

    [Fact]
    public async Task Sidecar_OfARawFileWithAJpegBesideIt_BelongsToTheRawFile()
    {
        await using var desk = await IngestDesk.OpenAsync();
        var raf = new byte[0x94 + 40_000];
        "FUJIFILMCCD-RAW 0201FF383501X-T2"u8.CopyTo(raf);
        var preview = PhotoFiles.Jpeg(2);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(raf.AsSpan(0x54), 0x94);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(raf.AsSpan(0x58), preview.Length);
        Array.Resize(ref raf, 0x94 + preview.Length);
        preview.CopyTo(raf, 0x94);

        var report = await desk.IngestAsync(desk.Write("a.raf", raf), desk.Write("a.jpg", PhotoFiles.Jpeg(1)), desk.Write("a.xmp", Xmp(("photoshop:City", "Idlib"))));

        Assert.Equal((2, 1), (report.Added, report.Sidecars));
        await using var rows = desk.Desk.Rows();
        Assert.Equal("Idlib", (await rows.Media.SingleAsync(x => x.FileName == "a.raf", Stop)).Fields.Text("cityName"));
        Assert.Null((await rows.Media.SingleAsync(x => x.FileName == "a.jpg", Stop)).Fields.Text("cityName"));
    }

    [Fact]
    public async Task Download_CarriesTheWordsOfTheSidecar()
    {
        await using var desk = await IngestDesk.OpenAsync();
        await desk.IngestAsync(desk.Write("a.jpg", PhotoFiles.Jpeg(1)), desk.Write("a.xmp", Xmp(("photoshop:City", "Idlib"))));
        await using var rows = desk.Desk.Rows();

        var leaving = await desk.Desk.Get<PhotoDownload>().PrepareAsync(await rows.Media.Select(x => x.Id).SingleAsync(Stop), null, Stop);

        await using var content = leaving!.Content;
        Assert.Equal("Idlib", MetadataReader.Read(content).Fields.Text("cityName"));
    }

    private static byte[] Xmp(params (string Name, string Value)[] properties) => PhotoFiles.Xmp(properties);
}
