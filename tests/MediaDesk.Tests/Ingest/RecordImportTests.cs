using MediaDesk.Captions;
using MediaDesk.Check;
using MediaDesk.Export;
using MediaDesk.Ingest;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Search;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Ingest;

public sealed class RecordImportTests : IAsyncLifetime
{
    private DeskFixture desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await DeskFixture.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Records_AreOnTheDeskAndFound_ThoughThereIsNoFile()
    {
        var report = await ImportAsync(
            """{"id":"A1","fields":{"headline":"Flood in the harbour","creditLine":"AFP via Getty Images","cityName":"Idlib","countryCode":"SYR","dateCreated":"2020-02-24","keywords":["flood","rain"]},"gps":{"lat":35.93,"lon":36.63},"filename":"a.jpg"}""",
            "",
            """{"fields":{"headline":"Snow"},"gps":null}""",
            """{"id":17,"fields":{"description":"Кири"}}""");

        Assert.Equal((3, 0, 0, 0, 0), (report.Added, report.Updated, report.Unchanged, report.Skipped, report.RejectedTotal));
        Assert.Equal(["a.jpg"], await FindAsync("flood agency:AFP distributor:Getty in:Syria date:2020-02 near:Idlib~5km status:nofile missing:file"));
        Assert.Equal(["records.jsonl 3"], await FindAsync("snow"));
        Assert.Equal(["17"], await FindAsync("кири"));
        Assert.Empty(await desk.Get<DeskCheck>().RunAsync(null, Stop));
    }

    [Fact]
    public async Task Row_OfARecord_IsWhatASaveWouldWrite()
    {
        await ImportAsync(
            """{"id":"A1","fields":{"headline":"Überschwemmung “im” Hafen","keywords":["flood","Кири"],"creatorNames":[],"cityName":""},"gps":{"lat":35.93,"lon":36.63},"filename":""}""",
            """{"id":"A2","fields":{}}""");
        // What its texts propose is made when somebody looks at it.
        await using var db = desk.Rows();
        var items = await db.Media.AsNoTracking().OrderBy(item => item.Id).ToListAsync(Stop);
        foreach (var item in items)
        {
            (item.Id, item.SheetKey, item.ExternalId) = (0, item.SheetKey + 100, item.ExternalId + "-saved");
            db.Media.Add(item);
        }

        await db.SaveChangesAsync(Stop);
        await db.Database.OpenConnectionAsync(Stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var columns = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info('Media') WHERE name NOT IN ('Id', 'SheetKey', 'ExternalId', 'ProposalsVersion')").ToListAsync(Stop);
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(column => $"typeof({column}) || ' ' || ifnull({column}, '')"))} FROM Media ORDER BY Id";
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<string>();
        while (await reader.ReadAsync(Stop))
        {
            rows.Add(string.Join(" | ", columns.Select((column, number) => $"{column} {reader.GetString(number)}")));
        }

        Assert.Equal(rows[..2], rows[2..]);
    }

    [Fact]
    public async Task Id_ImportedAgain_UpdatesAndKeepsEdits()
    {
        await ImportAsync("""{"id":"A1","fields":{"headline":"Before","cityName":"Idlib","source":"AFP"}}""");
        await EditAsync("headline", "An editor's word");
        var report = await ImportAsync("""{"id":"A1","fields":{"headline":"After","cityName":"Aleppo","dateCreated":"2019-01-02"}}""");

        Assert.Equal((0, 1), (report.Added, report.Updated));
        var item = await SingleAsync();
        Assert.Equal(("An editor's word", "Aleppo", null), (item.Fields.Text("headline"), item.Fields.Text("cityName"), item.Fields.Text("source")));
        Assert.Equal("After", item.Imported!.Text("headline"));
        Assert.Equal(SheetKeys.First(new(2019, 1, 2)), item.SheetKey);
        Assert.Single(await FindAsync("aleppo editor date:2019-01-02"));
        Assert.Equal(1, (await ImportAsync("""{"id":"A1","fields":{"headline":"After","cityName":"Aleppo","dateCreated":"2019-01-02"}}""")).Unchanged);
        Assert.Empty(await desk.Get<DeskCheck>().RunAsync(null, Stop));
    }

    [Fact]
    public async Task Edit_TakenBack_UncoversWhatTheRecordSaid()
    {
        await ImportAsync("""{"id":"A1","fields":{"headline":"Before"}}""");
        var saved = Assert.IsType<SaveResult.Saved>(await EditAsync("headline", "An editor's word"));
        Assert.True((await desk.Get<global::MediaDesk.History.DeskHistory>().UndoAsync(saved.EntryId!.Value, "Mira", Stop)).Done);

        var item = await SingleAsync();
        Assert.Equal("Before", item.Fields.Text("headline"));
        Assert.Empty(item.Overlay.Values);
        Assert.Empty(await desk.Get<DeskCheck>().RunAsync(null, Stop));
    }

    [Fact]
    public async Task Id_TwiceInOneFile_IsOnePhotoThatSaysTheLater()
    {
        var report = await ImportAsync("""{"id":"A1","fields":{"headline":"One"}}""", """{"id":"A1","fields":{"headline":"Two"}}""");
        Assert.Equal((1, 1), (report.Added, report.Updated));
        Assert.Equal("Two", (await SingleAsync()).Fields.Text("headline"));
    }

    [Fact]
    public async Task Run_Interrupted_GoesOnWhereItWas()
    {
        var lines = Enumerable.Range(0, 4000).Select(n => $$$"""{"fields":{"headline":"Number {{{n}}}","dateCreated":"2020-02-24"}}""").ToArray();
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(lines, (_, _) => stopped.Cancel(), stopped.Token));
        var before = (await desk.Get<MediaSearch>().FindAsync(SearchQuery.All, 1, null, false, Stop)).Total;
        Assert.InRange(before, 1, 3999);

        var report = await ImportAsync(lines);

        Assert.Equal((4000 - before, before), (report.Added, report.Skipped));
        Assert.Equal(4000, (await ImportAsync(lines)).Skipped);
        await using var db = desk.Rows();
        Assert.Equal(4000, await db.Media.Select(item => item.SheetKey).Distinct().CountAsync(Stop));
        Assert.True(await db.Media.AllAsync(item => item.SheetKey < SheetKeys.First(new(2020, 2, 25)), Stop));
        Assert.Empty(await desk.Get<SearchIndex>().CheckAsync(Stop));
    }

    [Theory]
    [InlineData("{", "The line is not JSON: it is wrong at its byte 2.")]
    [InlineData("[]", "A record is an object")]
    [InlineData("""{"fields":[]}""", "A record is an object")]
    [InlineData("""{"fields":{"colour":"red"}}""", "“colour” is not a property")]
    [InlineData("""{"fields":{"headline":{"a":1}}}""", "“headline” is not a text, a structure")]
    [InlineData("""{"fields":{"countryCode":"Atlantis"}}""", "“Atlantis” is not the code")]
    [InlineData("""{"fields":{},"gps":{"lat":95,"lon":1}}""", "“gps” is null or")]
    [InlineData("""{"fields":{},"gps":"here"}""", "“gps” is null or")]
    [InlineData("""{"id":true,"fields":{}}""", "“id” is a text")]
    [InlineData("""{"id":"","fields":{}}""", "“id” is a text")]
    [InlineData("""{"fields":{}} {"fields":{}}""", "There is more than one")]
    public async Task Line_ThatIsNoRecord_IsRejectedWithTheReasonAndTheOthersTaken(string line, string reason)
    {
        var report = await ImportAsync("""{"fields":{"headline":"good"}}""", line, """{"fields":{"headline":"good too"}}""");
        Assert.Equal(2, report.Added);
        var rejected = Assert.Single(report.Rejected);
        Assert.Equal(2, rejected.Line);
        Assert.StartsWith(reason, rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Interrupted_TellsOfTheRejectedLinesAgain()
    {
        var lines = Enumerable.Range(0, 4000).Select(n => $$$"""{"fields":{"headline":"Number {{{n}}}"}}""").Prepend("no record").ToArray();
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(lines, (_, _) => stopped.Cancel(), stopped.Token));

        var report = await ImportAsync(lines);

        Assert.Equal(1, Assert.Single(report.Rejected).Line);
        Assert.Equal(4000, report.Added + report.Skipped);
    }

    [Fact]
    public async Task SignThatIsNoCharacter_IsTakenAndThePhotoFound()
    {
        var report = await ImportAsync("{\"id\":\"A1\",\"fields\":{\"headline\":\"flood \ufffe harbour é\",\"creatorNames\":[\"Jo \ufffe Roe\"],\"creditLine\":\"AFP\ufffe\"}}");

        Assert.Equal((1, 0), (report.Added, report.RejectedTotal));
        Assert.Single(await FindAsync("harbour"));
        Assert.Empty(await desk.Get<SearchIndex>().CheckAsync(Stop));
    }

    [Fact]
    public async Task Line_NotUtf8OrTooLong_IsRejected()
    {
        var path = Path.Combine(desk.DataFolder, "bad.jsonl");
        await File.WriteAllBytesAsync(path, [.. "{\"fields\":{\"headline\":\""u8, 0xFF, .. "\"}}\n"u8, .. Enumerable.Repeat((byte)'x', 3 << 20), .. "\n{\"fields\":{\"headline\":\"good\"}}"u8], Stop);
        var report = await desk.Get<RecordImport>().RunAsync(path, null, null, Stop);
        Assert.Equal((1, 2), (report.Added, report.RejectedTotal));
        Assert.Contains("UTF-8", report.Rejected[0].Reason, StringComparison.Ordinal);
        Assert.Contains("longer than", report.Rejected[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_DeliveredLater_JoinsItsRecord()
    {
        await using var arriving = await IngestDesk.OpenAsync(dataFolder: desk.DataFolder);
        await ImportAsync("""{"id":"000_1P64KO","fields":{"headline":"As corrected there","creditLine":"AFP","creatorNames":["Leila Haddad"],"dateCreated":"2020-02-24"},"filename":"000_1P64KO.jpg"}""");
        var photo = PhotoFiles.Jpeg(
            1, ("photoshop:TransmissionReference", "AFP_000_1P64KO"), ("photoshop:Headline", "As the wire sent it"), ("photoshop:Credit", "AFP"), ("photoshop:City", "Idlib"),
            ("photoshop:DateCreated", "2020-02-24"), ("photoshop:Source", "AFP"), ("photoshop:AuthorsPosition", "STR"), ("dc:creator", "Leila Haddad"));
        var report = await arriving.IngestAsync(arriving.Write("AFP_000_1P64KO.jpg", photo));

        Assert.Equal((0, 1), (report.Added, report.Versions));
        var item = await SingleAsync();
        Assert.Equal(("As corrected there", "Idlib", PictureState.Ready), (item.Fields.Text("headline"), item.Fields.Text("cityName"), item.Picture));
        Assert.Equal("000_1P64KO", item.ExternalId);
        Assert.Null(item.Imported);
        Assert.Empty(await desk.Get<DeskCheck>().RunAsync(null, Stop));
    }

    [Fact]
    public async Task Download_OfARecordWithoutAFile_SaysSo()
    {
        await ImportAsync("""{"id":"A1","fields":{"headline":"Flood"}}""");
        var id = (await SingleAsync()).Id;
        Assert.Null(await desk.Get<PhotoDownload>().PrepareAsync(id, null, Stop));
        Assert.True(await desk.Get<PhotoDownload>().IsAwaitedAsync(id, Stop));
        var export = new FolderExport(desk.Get<PhotoDownload>(), Path.Combine(desk.DataFolder, "out"));
        await export.AddAsync(id, "A1", null, Stop);
        Assert.Equal("There is no file for this photo yet.", Assert.Single(export.Report.Failed).Reason);
        var details = await desk.Get<MediaDetailsReader>().FindAsync(id, Stop);
        Assert.Equal((null, PictureState.Absent, "Flood"), (details!.Format, details.Picture, details.Reading.Fields.Text("headline")));
    }

    private Task<ImportReport> ImportAsync(params string[] lines) => ImportAsync(lines, null, Stop);

    private async Task<ImportReport> ImportAsync(string[] lines, Action<long, long>? progress, CancellationToken cancellationToken)
    {
        var path = Path.Combine(desk.DataFolder, "records.jsonl");
        await File.WriteAllTextAsync(path, string.Join('\n', lines), Stop);
        return await desk.Get<RecordImport>().RunAsync(path, progress, null, cancellationToken);
    }

    private Task<SaveResult> EditAsync(string property, string text) => SingleAsync().ContinueWith(
        item => desk.Get<CaptionEditor>().SaveAsync(item.Result.Id, new Dictionary<string, FieldValue?> { [property] = FieldValue.Of(text) }, null, "Mira", Stop),
        Stop, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap();

    private async Task<MediaItem> SingleAsync()
    {
        await using var db = desk.Rows();
        return await db.Media.AsNoTracking().SingleAsync(Stop);
    }

    private async Task<string[]> FindAsync(string query) =>
        [.. (await desk.Get<MediaSearch>().FindAsync(SearchQuery.Parse(query).Query!, 10, null, false, Stop)).Items.Select(photo => photo.FileName)];
}
