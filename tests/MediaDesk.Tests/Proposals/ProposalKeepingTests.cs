using MediaDesk.Check;
using MediaDesk.History;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Proposals;
using MediaDesk.Search;
using MediaDesk.Tests.Ingest;
using MediaDesk.Tests.Search;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Proposals;

/// <summary>Proposals are made with a photo and follow what it says.</summary>
public sealed class ProposalKeepingTests
{
    private const string InIdlib = "fill cityName Idlib; fill countryCode SYR; fill countryName Syria; fill creatorNames Samir Naddaf; fill creditLine AFP; "
        + "fill dateCreated 2019-09-20; fill instructions RESTRICTED TO EDITORIAL USE; fill provinceState Idlib";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IngestedPhoto_HasProposals_ForItsEmptyFieldsAlone()
    {
        await using var desk = await IngestDesk.OpenAsync();
        var path = desk.Write("queue.jpg", PhotoFiles.Jpeg(1, ("photoshop:City", "Idlib"), ("dc:description", ProposalDesk.Caption)));

        var report = await desk.IngestAsync(path);

        Assert.Equal(1, report.Added);
        await using var db = desk.Desk.Rows();
        var photo = await db.Media.AsNoTracking().Include(item => item.Proposals).SingleAsync(Token);
        Assert.Equal("AFP", Assert.Single(photo.Proposals, row => row.Field == "creditLine").Value.Text);
        Assert.DoesNotContain(photo.Proposals, row => row.Field is "cityName" or "description");
        Assert.Equal(ProposedKinds.Fill, photo.Proposed);
        Assert.Equal("Idlib", photo.Fields.Text("cityName"));
        Assert.Null(photo.Fields.Text("countryName"));
        Assert.Empty(await desk.Desk.Get<DeskCheck>().RunAsync(null, Token));
    }

    [Fact]
    public async Task Proposal_SaysWhereItStands_ByWhichRule_AndHowSure()
    {
        await using var desk = await ProposalDesk.OpenAsync();

        var photo = await desk.AddAsync(("description", ProposalDesk.Caption));

        Assert.Equal(InIdlib, await desk.WaitingAsync(photo));
        var city = Assert.Single(await desk.RowsAsync(photo), row => row.Field == "cityName");
        Assert.Equal("Idlib", ProposalDesk.Caption.Substring(city.Start, city.Length));
        Assert.Equal(("description", "Idlib", false), (city.Source, city.Words, city.IsDismissed));
        Assert.NotEmpty(city.Rule);
        Assert.InRange(city.Confidence, 0.6, 1);
    }

    [Fact]
    public async Task CreditLineOfThePhoto_GivesTheByline()
    {
        await using var desk = await ProposalDesk.OpenAsync();

        var photo = await desk.AddAsync(("creditLine", "JANA ORTLIEB/AFP/Getty Images"));

        var byline = Assert.Single(await desk.RowsAsync(photo));
        Assert.Equal(("creatorNames", "Jana Ortlieb", "creditLine", 0, 12), (byline.Field, byline.Value.Text, byline.Source, byline.Start, byline.Length));
    }

    [Fact]
    public async Task CreditThatPointsToTheCaption_CountsAsEmpty()
    {
        await using var desk = await ProposalDesk.OpenAsync();

        var photo = await desk.AddAsync(("creditLine", "(Credit too long, see caption)"), ("description", "A tram. (Photo by Jana Ortlieb/AFP via Getty Images)"));

        Assert.Contains("fill creditLine AFP/Getty Images", await desk.WaitingAsync(photo), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Люди стоят в очереди за хлебом у пекарни в городе Идлиб, Сирия, 20 сентября 2019 года")]
    [InlineData("Mensen staan in de rij voor brood bij een bakkerij in de stad en dat is niet de eerste keer van het jaar")]
    [InlineData("-")]
    public async Task CaptionInALanguageThatIsNotRead_ProposesNothing(string caption)
    {
        await using var desk = await ProposalDesk.OpenAsync();

        var photo = await desk.AddAsync(("headline", "Bread"), ("description", caption));

        Assert.Empty(await desk.RowsAsync(photo));
    }

    [Theory]
    [InlineData("KESTREL DIGITAL CAMERA")]
    [InlineData("Jana Ortlieb")]
    public async Task WholeCaption_IsNoCredit(string caption)
    {
        await using var desk = await ProposalDesk.OpenAsync();

        var photo = await desk.AddAsync(("description", caption));

        Assert.Empty(await desk.RowsAsync(photo));
    }

    [Fact]
    public async Task DayWithoutAYear_IsOfTheTimeTheFileWasReleased()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var fields = DeskPhotos.Fields(("description", "People queue for bread in Idlib, Syria, on September 20."));
        var reading = new MetadataReading { Format = PhotoFormat.Jpeg, Fields = fields, Extras = DeskPhotos.Fields(("IIM:ReleaseDate", "2019-09-21")) };

        var dated = (await desk.Desk.Services.AddPhotoAsync(fields, reading: reading)).Id;
        var undated = (await desk.Desk.Services.AddPhotoAsync(fields)).Id;

        Assert.Contains("fill dateCreated 2019-09-20", await desk.WaitingAsync(dated), StringComparison.Ordinal);
        Assert.DoesNotContain("dateCreated", await desk.WaitingAsync(undated), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedCaption_ChangesTheProposals_AndSoDoesTakingItBack()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption), ("cityName", "Aleppo"));
        Assert.Contains("disagreement cityName Idlib", await desk.WaitingAsync(photo), StringComparison.Ordinal);

        await desk.SetAsync(photo, "description", "A tram in Lyon, France, on May 3, 2021.");
        Assert.Contains("disagreement cityName Lyon", await desk.WaitingAsync(photo), StringComparison.Ordinal);
        Assert.DoesNotContain("creditLine", await desk.WaitingAsync(photo), StringComparison.Ordinal);
        await desk.SetAsync(photo, "cityName", "Lyon");
        Assert.Equal(ProposedKinds.Fill, (await desk.PhotoAsync(photo)).Proposed);

        await desk.SetAsync(photo, "description", null);
        Assert.Empty(await desk.RowsAsync(photo));
        await using var db = desk.Desk.Rows();
        var cleared = await db.History.MaxAsync(entry => entry.Id, Token);
        Assert.True((await desk.Desk.Get<DeskHistory>().UndoAsync(cleared, "Ada", Token)).Done);
        Assert.Contains("fill countryName France", await desk.WaitingAsync(photo), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewDelivery_MakesThemAnew()
    {
        await using var desk = await IngestDesk.OpenAsync();
        await desk.IngestAsync(desk.Write("one.jpg", PhotoFiles.Jpeg(1, ("dc:description", ProposalDesk.Caption))));

        await desk.IngestAsync(desk.Write("two.jpg", PhotoFiles.Jpeg(1, ("dc:description", "A tram in Lyon, France, on May 3, 2021."), ("photoshop:Country", "France"))));

        await using var db = desk.Desk.Rows();
        var photo = await db.Media.AsNoTracking().Include(item => item.Proposals).SingleAsync(Token);
        Assert.Equal("Lyon", Assert.Single(photo.Proposals, row => row.Field == "cityName").Value.Text);
        Assert.DoesNotContain(photo.Proposals, row => row.Field is "countryName" or "creditLine");
    }

    [Fact]
    public async Task FieldThatAnEditorEmptied_IsOffered_NotFilled()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption), ("cityName", "Idlib"));

        await desk.SetAsync(photo, "cityName", null);

        Assert.Contains("offer cityName Idlib", await desk.WaitingAsync(photo), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DismissedProposal_StaysDismissed_UntilItsWordsChange()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption));
        var city = Assert.Single(await desk.RowsAsync(photo), row => row.Field == "cityName");

        Assert.Equal(1, await desk.Desk.Get<ProposalDismissal>().DismissAsync(photo, [city.Id], Token));
        await desk.SetAsync(photo, "headline", "Bread");
        await desk.SetAsync(photo, "description", "Again: " + ProposalDesk.Caption);
        await desk.SetAsync(photo, "cityName", "Idlib");
        await desk.SetAsync(photo, "cityName", null);
        Assert.DoesNotContain("cityName", await desk.WaitingAsync(photo), StringComparison.Ordinal);
        Assert.True(Assert.Single(await desk.RowsAsync(photo), row => row.Field == "cityName").IsDismissed);

        await desk.SetAsync(photo, "description", ProposalDesk.Caption.Replace("Idlib", "Homs", StringComparison.Ordinal));
        Assert.Contains("cityName Homs", await desk.WaitingAsync(photo), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllDismissed_NothingWaits_AndTheSearchKnows()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption));
        Assert.Equal([photo], await FoundAsync(desk, "is:proposed"));

        Assert.Equal(8, await desk.Desk.Get<ProposalDismissal>().DismissAsync(photo, null, Token));

        Assert.Empty(await FoundAsync(desk, "is:proposed"));
        Assert.Equal(ProposedKinds.None, (await desk.PhotoAsync(photo)).Proposed);
        Assert.DoesNotContain(await desk.Desk.Get<DeskCheck>().RunAsync(null, Token), finding => finding.Kind == "index");
        Assert.Null(await desk.Desk.Get<ProposalDismissal>().DismissAsync(photo + 1, null, Token));
    }

    [Fact]
    public async Task Search_FindsPhotosThatDisagree_AsLongAsTheyDo()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption), ("cityName", "Aleppo"));
        await desk.AddAsync(("description", "A tram."));

        Assert.Equal([photo], await FoundAsync(desk, "is:disagreeing"));
        await desk.SetAsync(photo, "cityName", "Idlib");
        Assert.Empty(await FoundAsync(desk, "is:disagreeing"));
        Assert.Equal([photo], await FoundAsync(desk, "is:proposed"));
        Assert.DoesNotContain(await desk.Desk.Get<DeskCheck>().RunAsync(null, Token), finding => finding.Kind == "index");
    }

    [Fact]
    public async Task PhotosFromBeforeTheUpgrade_GetTheirsInTheBackground()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption));
        await desk.ChangeAsync(async db =>
        {
            await db.Proposals.ExecuteDeleteAsync(Token);
            (await db.Media.SingleAsync(Token)).Proposed = ProposedKinds.None;
            (await db.Media.SingleAsync(Token)).ProposalsVersion = 0;
        });
        Assert.Empty(await FoundAsync(desk, "is:proposed"));

        await desk.Desk.StartAsync();

        await Eventually.TrueAsync(async () => await desk.WaitingAsync(photo) == InIdlib);
        Assert.Equal([photo], await FoundAsync(desk, "is:proposed"));
        Assert.Equal(0, await desk.Desk.Get<ProposalFollowing>().RunAsync(Token));
        Assert.DoesNotContain(await desk.Desk.Get<DeskCheck>().RunAsync(null, Token), finding => finding.Kind == "index");
    }

    [Fact]
    public async Task RulesOfAnOlderVersion_AreFollowedUp_AndDismissalsHold()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var photo = await desk.AddAsync(("description", ProposalDesk.Caption));
        var following = desk.Desk.Get<ProposalFollowing>();
        Assert.Equal(1, await following.RunAsync(Token));
        var city = Assert.Single(await desk.RowsAsync(photo), row => row.Field == "cityName");
        await desk.Desk.Get<ProposalDismissal>().DismissAsync(photo, [city.Id], Token);
        await desk.ChangeAsync(async db =>
        {
            (await db.ProposalStates.SingleAsync(Token)).Version = 0;
            db.Proposals.Add(new() { MediaItemId = photo, Field = "headline", Value = FieldValue.Of("Old")!, Source = "description", Words = "Old", Rule = "old" });
        });

        Assert.Equal(1, await following.RunAsync(Token));

        Assert.DoesNotContain("cityName", await desk.WaitingAsync(photo), StringComparison.Ordinal);
        Assert.DoesNotContain("headline", await desk.WaitingAsync(photo), StringComparison.Ordinal);
        Assert.Equal(0, await following.RunAsync(Token));
    }

    [Fact]
    public async Task RecordWithoutAFile_GetsItsProposals_WhenItIsOpened()
    {
        await using var search = await SearchDesk.OpenAsync();
        var desk = new ProposalDesk(search.Desk);
        await search.AddAsync(new MediaItem { FileName = "record", Picture = PictureState.Absent, Fields = DeskPhotos.Fields(("description", ProposalDesk.Caption)) });
        await desk.ChangeAsync(async db =>
        {
            await db.Media.ExecuteUpdateAsync(set => set.SetProperty(item => item.ProposalsVersion, 0).SetProperty(item => item.Proposed, ProposedKinds.None), Token);
            await db.Proposals.ExecuteDeleteAsync(Token);
        });

        await desk.Desk.Get<ProposalFollowing>().FreshenAsync(1, Token);

        Assert.Equal(InIdlib, await desk.WaitingAsync(1));
    }

    [Fact]
    public async Task RecordOpenedOnAFullDisk_IsShownWithoutThem()
    {
        await using var desk = await ProposalDesk.OpenAsync();
        var file = Path.Combine(desk.Desk.DataFolder, "records.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, 60).Select(number => $$$"""{"id":"{{{number}}}","fields":{"description":"{{{ProposalDesk.Caption}}}"}}"""), Token);
        Assert.Equal(60, (await desk.Desk.Get<global::MediaDesk.Ingest.RecordImport>().RunAsync(file, null, null, Token)).Added);
        // As on a disk without room: the database cannot grow any more.
        await desk.ChangeAsync(async db => await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1", Token));

        for (var id = 1; id <= 60; id++)
        {
            await desk.Desk.Get<ProposalFollowing>().FreshenAsync(id, Token);
        }

        await using var db = desk.Desk.Rows();
        Assert.NotEmpty(await db.Media.Where(item => item.ProposalsVersion == 0).ToListAsync(Token));
        Assert.NotNull(await desk.Desk.Get<global::MediaDesk.Captions.MediaDetailsReader>().FindAsync(60, Token));
    }

    private static async Task<long[]> FoundAsync(ProposalDesk desk, string query) =>
        [.. (await desk.Desk.Get<MediaSearch>().FindAsync(SearchDesk.Parsed(query), 60, null, false, Token)).Items.Select(photo => photo.Id)];
}
