using System.Text;
using MediaDesk.Agencies;
using MediaDesk.Check;
using MediaDesk.Credits;
using MediaDesk.Data;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Cli;

/// <summary><c>mediadesk agencies export|import</c> as a process beside an open desk.</summary>
public sealed class AgenciesVerbTests : IAsyncLifetime
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"mediadesk-agencies-{Guid.NewGuid():N}.json");
    private DeskFixture desk = null!;

    public async ValueTask InitializeAsync() => desk = await DeskFixture.OpenAsync();

    public ValueTask DisposeAsync()
    {
        File.Delete(file);
        return desk.DisposeAsync();
    }

    [Fact]
    public async Task Export_WritesAllAgencies_AndImportOfThem_ChangesNothing()
    {
        var toFile = await RunAsync("export", file);
        var toOutput = await RunAsync("export");
        var back = await RunAsync("import", file);

        Assert.Equal((0, "", ""), (toFile.ExitCode, toFile.Output, toFile.Error));
        Assert.Equal(await File.ReadAllTextAsync(file, Stop), toOutput.Output);
        Assert.Equal(AgencyCatalogue.Seeded.Rules.Count, toOutput.Json.GetProperty("agencies").GetArrayLength());
        Assert.Equal((0, 0), (back.ExitCode, back.Json.GetProperty("changed").GetInt32()));
    }

    [Fact]
    public async Task Import_OfANewAgency_ChangesTheRules_AndThePhotosFollowBeforeItEnds()
    {
        var photo = await desk.Services.AddPhotoAsync(DeskPhotos.Fields(("creditLine", "NEXORA PICTURES/AFP")));
        await WriteAsync("""{"agencies":[{"name":"Nexora Pictures","kind":"agency","aliases":["Nexora"]}]}""");

        var run = await RunAsync("import", file);

        Assert.Equal((0, 1), (run.ExitCode, run.Json.GetProperty("changed").GetInt32()));
        await using var rows = desk.Rows();
        Assert.Contains("Nexora Pictures", await rows.Agencies.Select(agency => agency.Name).ToListAsync(Stop));
        Assert.Equal("Nexora Pictures/AFP", (await rows.Media.SingleAsync(item => item.Id == photo.Id, Stop)).Fields.Text("creditLine"));
        await desk.Get<DeskWriter>().LookElsewhereAsync(Stop);
        Assert.DoesNotContain(await desk.Get<DeskCheck>().RunAsync(null, Stop), finding => finding.Kind is "index" or "fields" or "cleaning");
    }

    [Fact]
    public async Task Import_WithAFault_ChangesNothing_AndNamesItsPlace()
    {
        await WriteAsync("""{"agencies":[{"name":"Nexora","kind":"agency"},{"name":"Veridian","kind":"circus"}]}""");

        var run = await RunAsync("import", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("agencies[1].kind", run.Json.GetProperty("faults")[0].GetProperty("where").GetString());
        await using var rows = desk.Rows();
        Assert.DoesNotContain("Nexora", await rows.Agencies.Select(agency => agency.Name).ToListAsync(Stop));
    }

    [Fact]
    public async Task Import_ThatBreaksASavedLine_NeedsToBeConfirmed()
    {
        await desk.Get<AgencyEditor>().SaveCasesAsync(["Jane Doe/Nexora/AFP"], "Ada", Stop);
        await WriteAsync("""{"agencies":[{"name":"Veridian","kind":"agency","aliases":["Nexora"]}]}""");

        var first = await RunAsync("import", file);
        var confirmed = await RunAsync("import", file, "--confirm");

        Assert.Equal((1, "Jane Doe/Nexora/AFP", 0), (first.ExitCode, first.Json.GetProperty("breaks")[0].GetString(), first.Json.GetProperty("changed").GetInt32()));
        Assert.Equal((0, 1), (confirmed.ExitCode, confirmed.Json.GetProperty("changed").GetInt32()));
    }

    [Fact]
    public async Task Import_OfNoFile_OrIntoNoDesk_Ends1_WithTheReason()
    {
        var missing = await RunAsync("import", file);
        await WriteAsync("""{"agencies":[]}""");
        var nowhere = await CliProcess.RunAsync(["agencies", "import", file, "--data", Path.Combine(Path.GetTempPath(), "no-such-desk")]);

        Assert.Equal((1, ""), (missing.ExitCode, missing.Output));
        Assert.Contains("There is no file", missing.Error, StringComparison.Ordinal);
        Assert.Equal((1, ""), (nowhere.ExitCode, nowhere.Output));
        Assert.Contains("There is no desk", nowhere.Error, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<CliProcess> RunAsync(params string[] arguments) => CliProcess.RunAsync(["agencies", .. arguments, "--data", desk.DataFolder]);

    private Task WriteAsync(string json) => File.WriteAllTextAsync(file, json, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Stop);
}
