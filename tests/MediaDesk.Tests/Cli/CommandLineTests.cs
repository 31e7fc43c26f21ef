using System.Text.Json;

namespace MediaDesk.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mediadesk-cli-").FullName;

    private string Data => Path.Combine(folder, "desk");

    [Theory]
    [InlineData]
    [InlineData("develop")]
    [InlineData("read")]
    [InlineData("ingest")]
    [InlineData("search", "a", "--limit", "0")]
    [InlineData("search", "a", "--limit", "many")]
    [InlineData("search", "a", "--format", "csv", "--limit", "5")]
    [InlineData("search", "a", "--format", "csv", "--sort", "oldest")]
    [InlineData("check", "--colour")]
    [InlineData("read", "--colour", "a.jpg")]
    [InlineData("read", "--order", "alphabetical", "a.jpg")]
    [InlineData("ingest", "a.jpg", "--colour")]
    [InlineData("search", "--colour")]
    public async Task BadUsage_Ends2_WithTheUsageOnStandardError(params string[] arguments)
    {
        var run = await CliProcess.RunAsync(arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("Usage:", run.Error, StringComparison.Ordinal);
        Assert.Contains("mediadesk", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WithRejectsOverItsOwnFile_Ends2AndLeavesTheFile()
    {
        var file = Path.Combine(folder, "records.jsonl");
        await File.WriteAllTextAsync(file, "{\"fields\":{\"headline\":\"flood\"}}\n", TestContext.Current.CancellationToken);
        var link = Path.Combine(folder, "link.jsonl");
        File.CreateSymbolicLink(link, file);

        foreach (var rejects in (string[])[file, Path.Combine(folder, ".", "records.jsonl"), link])
        {
            var run = await CliProcess.RunAsync(["import", file, "--rejects", rejects, "--data", Data]);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("another name", run.Error, StringComparison.Ordinal);
            Assert.StartsWith("{", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Help_Ends0_OnStandardOutput()
    {
        var run = await CliProcess.RunAsync(["--help"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All((string[])["read", "ingest", "search", "check"], verb => Assert.Contains(verb, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_GivesOneEntryForEachFile_InTheOrderGiven()
    {
        var empty = Write("empty.jpg", []);
        var text = Write("text.jpg", "not a photo"u8.ToArray());
        var photo = Write("ünïcode صورة.png", OnePixelPng);
        var run = await CliProcess.RunAsync(["read", empty, photo, Path.Combine(folder, "missing.jpg"), text, folder, ""]);

        Assert.Equal(1, run.ExitCode);
        var entries = run.Json.EnumerateArray().ToArray();
        Assert.Equal([empty, photo, Path.Combine(folder, "missing.jpg"), text, folder, ""], entries.Select(entry => entry.GetProperty("file").GetString()));
        Assert.Equal([null, "png", null, null, null, null], entries.Select(entry => entry.GetProperty("format").GetString()));
        Assert.All(entries, entry => Assert.Equal(
            ["file", "format", "width", "height", "orientation", "fields", "languages", "sources", "conflicts", "extras", "camera", "gps", "contentCredentials", "problems"],
            entry.EnumerateObject().Select(property => property.Name)));
        Assert.All(entries.Where((_, index) => index != 1), entry => Assert.NotEqual(0, entry.GetProperty("problems").GetArrayLength()));
        Assert.Equal((1, 1), (entries[1].GetProperty("width").GetInt32(), entries[1].GetProperty("height").GetInt32()));
        Assert.Equal(JsonValueKind.Null, entries[1].GetProperty("gps").ValueKind);
        Assert.Contains("ünïcode صورة", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_OfPhotosOnly_Ends0()
    {
        var run = await CliProcess.RunAsync(["read", Write("a.png", OnePixelPng), "--json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("newsroom", "Written by the desk")]
    [InlineData("mwg", "Written by the camera")]
    public async Task Read_InAnOrder_BelievesItsFirstLayer(string order, string expected)
    {
        var photo = Write("two.jpg", 
        [
            0xFF, 0xD8,
            // A directory with ImageDescription alone.
            .. Segment([.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x0E, 1, 2, 0, 22, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, .. "Written by the camera\0"u8]),
            .. Segment([
                .. "http://ns.adobe.com/xap/1.0/\0<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description dc:description='Written by the desk' "u8,
                .. "photoshop:Urgency='5' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'/></rdf:RDF>"u8]),
            0xFF, 0xD9,
        ]);

        var entry = (await CliProcess.RunAsync(["read", photo, "--order", order])).Json[0];

        Assert.Equal(expected, entry.GetProperty("fields").GetProperty("description").GetString());
        Assert.Equal(2, entry.GetProperty("conflicts")[0].GetProperty("values").EnumerateObject().Count());
        Assert.Equal("5", entry.GetProperty("extras").GetProperty("photoshop:Urgency").GetString());
    }

    [Fact]
    public async Task SearchAndCheck_WithoutADesk_End1_AndMakeNone()
    {
        foreach (var arguments in (string[][])[["search", "flood", "--data", Data], ["check", "--data", Data]])
        {
            var run = await CliProcess.RunAsync(arguments);
            Assert.Equal((1, ""), (run.ExitCode, run.Output));
            Assert.Contains(Data, run.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Data));
        }
    }

    [Fact]
    public async Task Search_NotUnderstood_Ends2_WithACaretUnderThePlace()
    {
        var run = await CliProcess.RunAsync(["search", "flood agancy:AFP"]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(["flood agancy:AFP", "      ^^^^^^^^^^", "There is no field agancy: here. Did you mean agency:?", "Try: agency:AFP"], run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task IngestSearchCheck_AccountForEveryFile()
    {
        var photos = Directory.CreateDirectory(Path.Combine(folder, "photos", "deep")).FullName;
        Write("photos/a.png", OnePixelPng);
        Write("photos/deep/b.png", OnePixelPng);
        Write("photos/c.jpg", []);
        Write("photos/notes.txt", "words"u8.ToArray());
        Directory.CreateSymbolicLink(Path.Combine(photos, "loop"), Path.Combine(folder, "photos"));

        var ingest = await CliProcess.RunAsync(["ingest", Path.Combine(folder, "photos"), Path.Combine(folder, "nowhere"), "--data", Data]);
        Assert.Equal(1, ingest.ExitCode);
        Assert.Equal(
            (1, 1, 0, 0),
            (Number(ingest, "added"), Number(ingest, "duplicates"), Number(ingest, "versions"), Number(ingest, "sidecars")));
        var failed = ingest.Json.GetProperty("failed").EnumerateArray().ToDictionary(
            failure => Path.GetFileName(failure.GetProperty("file").GetString()!), failure => failure.GetProperty("reason").GetString()!);
        Assert.Equal(["c.jpg", "notes.txt", "nowhere"], failed.Keys.Order(StringComparer.Ordinal));
        Assert.All(failed.Values, reason => Assert.EndsWith(".", reason, StringComparison.Ordinal));

        // The folder from the environment, and a query that begins like an option.
        var search = await CliProcess.RunAsync(["search", "-agency:AFP", "missing:credit", "--facets"], Data);
        Assert.Equal((0, ""), (search.ExitCode, search.Error));
        Assert.Equal(["total", "totalIsExact", "items", "next", "facets"], search.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(1, Number(search, "total"));
        var item = search.Json.GetProperty("items")[0];
        Assert.Equal(["id", "filename", "fields"], item.EnumerateObject().Select(property => property.Name));
        string[] promised = ["agency", "by", "country"];
        Assert.Equal(promised, search.Json.GetProperty("facets").EnumerateObject().Select(property => property.Name).Intersect(promised));

        var plain = await CliProcess.RunAsync(["search", "--data", Data, "--limit", "1"]);
        Assert.Equal(["total", "totalIsExact", "items", "next"], plain.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(2, (await CliProcess.RunAsync(["search", "--data", Data, "--after", "nonsense"])).ExitCode);

        var check = await CliProcess.RunAsync(["check", "--data", Data]);
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static byte[] Segment(byte[] body) => [0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] OnePixelPng { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static int Number(CliProcess run, string name) => run.Json.GetProperty(name).GetInt32();

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
