using System.Text.Json;
using System.Text.Json.Nodes;
using MediaDesk.Metadata;
using MediaDesk.Tests.Darkroom;

namespace MediaDesk.Tests.SampleMedia;

/// <summary>The sample photos say what their <c>expected.json</c> says, are as varied as a news desk's day, and can all be shown.</summary>
public sealed class SampleMediaTests(DarkroomFixture darkroom)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> Photos => new(PhotoFiles().Select(path => Path.GetFileName(path)));

    [Theory]
    [MemberData(nameof(Photos))]
    public void MetadataReader_SamplePhoto_ReadsWhatItsExpectationSays(string photo)
    {
        var expected = JsonNode.Parse(File.ReadAllText(ExpectationOf(photo)))!.AsObject();

        var reading = Read(photo);

        var read = JsonSerializer.SerializeToNode(reading, Json)!.AsObject();
        foreach (var name in (string[])["format", "width", "height", "orientation", "fields", "sources", "conflicts"])
        {
            AssertSame(expected[name], read[name], name);
        }

        AssertSame(expected["languages"] ?? new JsonObject(), read["languages"], "languages");
        AssertSame(expected["camera"]?["make"], read["camera"]?["make"], "make");
        AssertSame(expected["camera"]?["model"], read["camera"]?["model"], "model");
        AssertPosition(expected["gps"], reading.Gps);
        Assert.Equal(expected["problems"]!.AsArray().Count, reading.Problems.Length);
        Assert.All(expected["problems"]!.AsArray(), problem => Assert.Contains(reading.Problems, found => found.Where.Contains((string)problem!["where"]!, StringComparison.Ordinal)));
        Assert.All(expected["agencyPhotoIds"]?.AsObject() ?? [], id => Assert.Contains(reading.AgencyPhotoIds, found => found.Id == (string)id.Value!));
    }

    [Theory]
    [MemberData(nameof(Photos))]
    public async Task Darkroom_SamplePhoto_IsDevelopedUpright(string photo)
    {
        var reading = Read(photo);

        var result = await darkroom.DevelopAsync(Path.Combine(Repository.Samples, photo));

        Assert.Null(result.Failure);
        Assert.Equal([1600, 800, 320], result.Renditions.Select(rendition => rendition.Size));
        var isTurned = reading.Orientation >= 5;
        var (width, height) = isTurned ? (reading.Height!.Value, reading.Width!.Value) : (reading.Width!.Value, reading.Height!.Value);
        Assert.All(result.Renditions, rendition => Assert.Equal((double)width / height, (double)rendition.Width / rendition.Height, tolerance: 0.02));
    }

    [Fact]
    public void Samples_TakenTogether_AreVaried()
    {
        var readings = PhotoFiles().Select(path => Read(Path.GetFileName(path))).ToList();

        Assert.True(readings.Count >= 24, $"{readings.Count} photos");
        // A sidecar is no picture and no layer inside one.
        Assert.Equal(Enum.GetValues<PhotoFormat>().Except([PhotoFormat.Sidecar]), readings.Select(reading => reading.Format!.Value).Distinct().Order());
        Assert.Equal(Enumerable.Range(1, 8), readings.Select(reading => reading.Orientation).Distinct().Order());
        Assert.Contains(readings, reading => reading.Gps is null);
        Assert.Contains(readings, reading => reading.Gps is not null);
        Assert.Contains(readings, reading => !reading.Conflicts.IsEmpty);
        Assert.Contains(readings, reading => reading.Languages.Count > 0);
        foreach (var layer in Enum.GetValues<FieldSource>().Except([FieldSource.Sidecar]))
        {
            Assert.Contains(readings, reading => reading.Sources.Count > 1 && reading.Sources.Values.All(source => source == layer));
        }

        var precisions = readings.Select(reading => PartialDate.TryParse(reading.Fields.Text("dateCreated"), out var date) ? date.Precision : (DatePrecision?)null);
        Assert.Equal(
            [null, DatePrecision.Year, DatePrecision.Month, DatePrecision.Day, DatePrecision.Time], precisions.Distinct().OrderBy(precision => precision));
        Assert.True(readings.Select(reading => reading.Fields.Text("creditLine")).Distinct().Count() >= 20, "credit lines of many shapes");
    }

    [Fact]
    public void SampleFolder_EveryFile_IsAPhotoItsExpectationOrTheLicences()
    {
        var others = Directory.EnumerateFiles(Repository.Samples)
            .Where(path => !path.EndsWith(".expected.json", StringComparison.Ordinal) && Path.GetFileName(path) != "LICENSES.md")
            .Where(path => !File.Exists(path + ".expected.json"));
        var orphans = Directory.EnumerateFiles(Repository.Samples, "*.expected.json").Where(path => !File.Exists(path[..^".expected.json".Length]));

        Assert.Empty(others);
        Assert.Empty(orphans);
    }

    [Fact]
    public void Licences_EveryPhoto_IsAttributed()
    {
        var licences = File.ReadAllText(Path.Combine(Repository.Samples, "LICENSES.md"));

        Assert.All(PhotoFiles(), path => Assert.Contains($"`{Path.GetFileName(path)}`", licences, StringComparison.Ordinal));
    }

    private static IEnumerable<string> PhotoFiles() =>
        Directory.EnumerateFiles(Repository.Samples, "*.expected.json").Select(path => path[..^".expected.json".Length]).Order(StringComparer.Ordinal);

    private static string ExpectationOf(string photo) => Path.Combine(Repository.Samples, photo + ".expected.json");

    private static MetadataReading Read(string photo)
    {
        using var file = File.OpenRead(Path.Combine(Repository.Samples, photo));
        return MetadataReader.Read(file);
    }

    private static void AssertSame(JsonNode? expected, JsonNode? read, string name) =>
        Assert.True(JsonNode.DeepEquals(expected, read), $"{name}\n  expected {Show(expected)}\n  read     {Show(read)}");

    private static string Show(JsonNode? node) =>
        node?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "nothing";

    /// <summary>EXIF keeps a position as fractions; to a metre is near enough.</summary>
    private static void AssertPosition(JsonNode? expected, GpsPosition? read)
    {
        Assert.Equal(expected is null, read is null);
        if (expected is not null && read is not null)
        {
            Assert.Equal((double)expected["lat"]!, read.Lat, tolerance: 1e-5);
            Assert.Equal((double)expected["lon"]!, read.Lon, tolerance: 1e-5);
        }
    }
}
