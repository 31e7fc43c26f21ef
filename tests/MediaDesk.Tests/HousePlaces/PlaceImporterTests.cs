using System.IO.Compression;
using System.Text;
using MediaDesk.HousePlaces;
using MediaDesk.Places;

namespace MediaDesk.Tests.HousePlaces;

/// <summary>Tables in the shapes of the official dump; the places in them are invented.</summary>
public sealed class PlaceImporterTests : IAsyncLifetime
{
    private DeskFixture desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Gazetteer Gazetteer => desk.Get<Gazetteer>();

    public async ValueTask InitializeAsync() => desk = await DeskFixture.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task TableOfACountry_GivesPlaces_WithTheirHierarchyAndNames()
    {
        var report = await ImportAsync("SY.txt",
            Row("90000001", "Umm al Quzlah", "P", "PPL", "SY", "12", people: 0, others: "Om Qozla,أم القزلة"),
            Row("90000002", "Nahr al Quzlah", "H", "STM", "SY", "12"),
            Row("90000003", "Quzlah Crossing", "S", "PSTB", "SY", "12"));

        Assert.Equal((2, 1, 0, null), (report.Taken, report.PassedOver, report.Rejected, report.Fault));
        var village = Gazetteer.FindWritten("أم القزلة")[0];
        Assert.Equal(("90000001", "Umm al Quzlah", PlaceKind.City, "Idlib", "SYR"), (village.Id, village.Name, village.Kind, village.Region, village.CountryCode));
        Assert.Equal(PlaceKind.Site, Gazetteer.FindWritten("Quzlah Crossing")[0].Kind);
        Assert.Equal("90000001", Gazetteer.Nearest(35.5, 36.5)!.Place.Id);
        Assert.Contains(Gazetteer.Complete("umm al quz", 3), suggestion => suggestion.Place == village);
    }

    [Fact]
    public async Task PlaceThatIsKnown_IsRenewed_AndKeepsItsNamesAndItsOneEntry()
    {
        await ImportAsync("SY.txt", Row("169389", "Idlib", "P", "PPLA", "SY", "12", people: 165_000, others: "Idlibopolis"));

        var idlib = Gazetteer.FindWritten("Idlibopolis")[0];
        Assert.Equal((169389.ToString(null as IFormatProvider), 165_000), (idlib.Id, idlib.Population));
        Assert.Equal(idlib, Assert.Single(Gazetteer.FindWritten("إدلب"), place => place.Kind is PlaceKind.City));
        Assert.Equal("SY.12", Gazetteer.Ancestors(idlib)[0].Id);
    }

    [Fact]
    public async Task SecondImport_AddsToTheFirst()
    {
        await ImportAsync("SY.txt", Row("90000001", "Firstville", "P", "PPL", "SY", "12"));
        await ImportAsync("LY.txt", Row("90000009", "Secondville", "P", "PPL", "LY", "76"));

        Assert.Single(Gazetteer.FindWritten("Firstville"));
        Assert.Equal("LBY", Gazetteer.FindWritten("Secondville")[0].CountryCode);
        Assert.Single(Directory.GetFiles(Path.Combine(desk.DataFolder, "places"), "*.places"));
    }

    [Fact]
    public async Task TablesOfRegionsAndDistricts_GiveTheHierarchyTheirCodesName()
    {
        await ImportAsync("admin1CodesASCII.txt", "SY.77\tQuzlah Governorate\tQuzlah Governorate\t91000001");
        await ImportAsync("admin2Codes.txt", "SY.77.7701\tLower Quzlah\tLower Quzlah\t91000002");
        await ImportAsync("SY.txt", Row("90000001", "Firstville", "P", "PPL", "SY", "77", "7701"));

        var place = Gazetteer.FindWritten("Firstville")[0];
        Assert.Equal(("Lower Quzlah", "Quzlah Governorate", "Syria"), (place.District, place.Region, place.Country));
        Assert.Equal(["SY.77.7701", "SY.77", "SY"], Gazetteer.Ancestors(place).Select(above => above.Id));
        Assert.Equal("SY.77", Gazetteer.FindWritten("Quzlah")[0].Id);
    }

    [Fact]
    public async Task TableOfNames_GivesThemToPlacesThatAreKnown_AlsoToRegionsByTheirGeonameid()
    {
        await ImportAsync("admin1CodesASCII.txt", "SY.12\tIdlib\tIdlib\t169387");
        var report = await ImportAsync("alternateNamesV2.txt",
            "1\t169389\tcs\tIdlibek Městský\t\t\t\t\t\t",
            "2\t169387\tfi\tIdlibin kuvernoraatti\t1\t\t\t\t\t",
            "3\t169389\tlink\thttps://example.org/idlib\t\t\t\t\t\t",
            "4\t99999999\ten\tNowhere Known\t\t\t\t\t\t");

        Assert.Equal((2, 2, 0), (report.Taken, report.PassedOver, report.Rejected));
        Assert.Equal("169389", Gazetteer.FindWritten("idlibek mestsky")[0].Id);
        Assert.Equal("SY.12", Gazetteer.FindWritten("Idlibin kuvernoraatti")[0].Id);
        Assert.Empty(Gazetteer.FindWritten("Nowhere Known"));
    }

    [Fact]
    public async Task BadLines_AreRejectedWithNumberAndReason_AndTheOthersTaken()
    {
        var report = await ImportAsync("SY.txt",
            Row("90000001", "Goodville", "P", "PPL", "SY", "12"),
            "# a comment",
            "too\tfew\tcolumns",
            Row("ninety", "Noid", "P", "PPL", "SY", "12"),
            Row("90000002", "Farnorth", "P", "PPL", "SY", "12").Replace("\t35.5\t", "\t95.5\t", StringComparison.Ordinal),
            Row("90000003", "Nocountry", "P", "PPL", "QX", "12"),
            Row("90000004", "Zero\0byte", "P", "PPL", "SY", "12"),
            Row("90000005", "", "P", "PPL", "SY", "12"),
            new string('x', 70_000),
            Row("90000006", "Lastville", "P", "PPL", "SY", "12"));

        Assert.Equal(2, report.Taken);
        Assert.Equal([3L, 4, 5, 6, 7, 8, 9], report.RejectedLines.Select(line => line.Number));
        Assert.Equal("3 columns instead of 19.", report.RejectedLines[0].Reason);
        Assert.Contains("no latitude", report.RejectedLines[2].Reason, StringComparison.Ordinal);
        Assert.Contains("“QX” is no country", report.RejectedLines[3].Reason, StringComparison.Ordinal);
        Assert.All(report.RejectedLines, line => Assert.EndsWith(".", line.Reason, StringComparison.Ordinal));
        Assert.Single(Gazetteer.FindWritten("Lastville"));
    }

    [Fact]
    public async Task FileThatIsNoTable_ChangesNothing_AndSaysSo()
    {
        var random = new byte[200_000];
        new Random(1).NextBytes(random);
        var noise = Path.Combine(desk.DataFolder, "noise.bin");
        await File.WriteAllBytesAsync(noise, random, Stop);

        var report = await desk.Get<PlaceImporter>().ImportAsync(noise, "noise.bin", "test", null, Stop);
        var empty = await ImportAsync("empty.txt");
        var prose = await ImportAsync("prose.txt", [.. Enumerable.Repeat("Nothing but words in here", 2000)]);

        Assert.NotNull(report.Fault);
        Assert.NotNull(empty.Fault);
        Assert.Contains("not one of its first", prose.Fault, StringComparison.Ordinal);
        Assert.Equal(ImportReport.MostLines, prose.RejectedLines.Count);
        Assert.Empty(Directory.GetFiles(Path.Combine(desk.DataFolder, "places")));
    }

    [Fact]
    public async Task Zip_AsGeoNamesServesIt_IsRead_AndADamagedOneRefused()
    {
        var path = Path.Combine(desk.DataFolder, "SY.zip");
        await using (var file = File.Create(path))
        await using (var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: false, Encoding.UTF8, Stop))
        {
            await WriteAsync(zip, "readme.txt", string.Concat(Enumerable.Repeat("Words about the dump.\n", 500)));
            await WriteAsync(zip, "SY.txt", Row("90000001", "Zipville", "P", "PPL", "SY", "12"));
        }

        var report = await desk.Get<PlaceImporter>().ImportAsync(path, "SY.zip", "test", null, Stop);
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        await File.WriteAllBytesAsync(path, bytes[..(bytes.Length / 2)], Stop);
        var damaged = await desk.Get<PlaceImporter>().ImportAsync(path, "SY.zip", "test", null, Stop);

        Assert.Null(report.Fault);
        Assert.Single(Gazetteer.FindWritten("Zipville"));
        Assert.Contains("damaged", damaged.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imports_AreListed_AndAllRemovedTogether()
    {
        await ImportAsync("SY.txt", Row("90000001", "Firstville", "P", "PPL", "SY", "12"), "broken");
        var importer = desk.Get<PlaceImporter>();

        var row = Assert.Single(await importer.ListAsync(Stop));
        await importer.RemoveAllAsync(Stop);

        Assert.Equal(("SY.txt", 1, 1, "test"), (row.FileName, row.Taken, row.Rejected, row.ImportedBy));
        Assert.Equal(2, Assert.Single(row.RejectedLines).Number);
        Assert.Empty(Gazetteer.FindWritten("Firstville"));
        Assert.Empty(await importer.ListAsync(Stop));
        Assert.Empty(Directory.GetFiles(Path.Combine(desk.DataFolder, "places")));
    }

    [Fact]
    public async Task ImportedPlaces_AreThereAfterARestart_AndADamagedFileIsSaid()
    {
        await ImportAsync("SY.txt", Row("90000001", "Firstville", "P", "PPL", "SY", "12"));
        await using (var again = await DeskFixture.OpenAsync(dataFolder: desk.DataFolder))
        {
            await again.Get<HousePlaceOverlay>().ReloadAsync(Stop);
            Assert.Single(again.Get<Gazetteer>().FindWritten("Firstville"));
        }

        var file = Directory.GetFiles(Path.Combine(desk.DataFolder, "places"), "*.places").Single();
        var copy = await File.ReadAllBytesAsync(file, Stop);
        File.Delete(file);
        await File.WriteAllBytesAsync(file, copy[..^8], Stop);
        await using var damaged = await DeskFixture.OpenAsync(dataFolder: desk.DataFolder);
        await damaged.Get<HousePlaceOverlay>().ReloadAsync(Stop);

        Assert.Contains("Import them again", damaged.Get<HousePlaceOverlay>().Problem, StringComparison.Ordinal);
        Assert.NotEmpty(damaged.Get<Gazetteer>().FindWritten("Idlib"));
    }

    private static string Row(
        string id, string name, string featureClass, string feature, string country, string region, string district = "", long people = 0, string others = "") =>
        $"{id}\t{name}\t{name}\t{others}\t35.5\t36.5\t{featureClass}\t{feature}\t{country}\t\t{region}\t{district}\t\t\t{people}\t\t300\tAsia/Damascus\t2024-01-01";

    private static async Task WriteAsync(ZipArchive zip, string name, string text)
    {
        await using var stream = await zip.CreateEntry(name).OpenAsync(Stop);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), Stop);
    }

    private async Task<ImportReport> ImportAsync(string name, params string[] lines)
    {
        var path = Path.Combine(desk.DataFolder, name);
        await File.WriteAllTextAsync(path, string.Join('\n', lines), Stop);
        return await desk.Get<PlaceImporter>().ImportAsync(path, name, "test", null, Stop);
    }
}
