using System.Net;
using System.Text;
using MediaDesk.Agencies;
using MediaDesk.Credits;
using Microsoft.Extensions.DependencyInjection;
using static MediaDesk.Tests.Web.DeskSite;

namespace MediaDesk.Tests.Web;

/// <summary>The agencies' rules over HTTP.</summary>
public sealed class AgencyEndpointsTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task Export_IsWhatImportTakes_AndChangesNothing()
    {
        var (response, body) = await site.SendAsync(HttpMethod.Get, "/api/agencies");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(body.GetProperty("agencies").GetArrayLength() >= AgencyCatalogue.Seeded.Rules.Count);

        var (back, changed) = await ImportAsync(body.GetRawText(), "editor=Ada");

        Assert.Equal((HttpStatusCode.OK, 0), (back.StatusCode, changed.GetProperty("changed").GetInt32()));
    }

    [Fact]
    public async Task Import_AddsAndReplaces_AndCreditsAreReadByIt()
    {
        var (response, body) = await ImportAsync("""{"agencies":[{"name":"Nexora Pictures","kind":"agency","aliases":["Nexora"]}]}""", "editor=Ada");

        Assert.Equal((HttpStatusCode.OK, 1), (response.StatusCode, body.GetProperty("changed").GetInt32()));
        Assert.Equal("Nexora Pictures", site.Services.GetRequiredService<CurrentAgencies>().Catalogue.Find("NEXORA")?.Name);
        var (_, replaced) = await ImportAsync("""{"agencies":[{"name":"Nexora Pictures","kind":"wire"}]}""", "editor=Ada");
        Assert.Equal(1, replaced.GetProperty("changed").GetInt32());
        Assert.Null(site.Services.GetRequiredService<CurrentAgencies>().Catalogue.Find("NEXORA"));
    }

    [Theory]
    [InlineData("{", "editor=Ada", "line 1")]
    [InlineData("""{"agencies":[{"name":"Ab","kind":"circus"}]}""", "editor=Ada", "agencies[0].kind")]
    [InlineData("""{"agencies":[{"name":"Abcd","kind":"wire","aliases":["AFP"]}]}""", "editor=Ada", null)]
    [InlineData("""{"agencies":[{"name":"Abcd","kind":"wire"}]}""", "", "editor")]
    public async Task Import_WithAFault_ChangesNothing_AndNamesItsPlace(string json, string query, string? where)
    {
        var answer = await ImportAsync(json, query);

        AssertProblem(HttpStatusCode.UnprocessableEntity, answer);
        var fault = Assert.Single(answer.Body.GetProperty("errors").EnumerateObject());
        Assert.True(where is null || fault.Name == where, fault.Name);
        Assert.Null(site.Services.GetRequiredService<CurrentAgencies>().Catalogue.Find("Abcd"));
    }

    [Fact]
    public async Task Import_ThatBreaksASavedLine_NeedsToBeConfirmed()
    {
        const string json = """{"agencies":[{"name":"Veridian","kind":"agency","aliases":["Quantor"]}]}""";
        await site.Services.GetRequiredService<AgencyEditor>().SaveCasesAsync(["Jane Doe/Quantor/AFP"], "Ada", Token);

        var first = await ImportAsync(json, "editor=Ada");
        var (confirmed, _) = await ImportAsync(json, "editor=Ada&confirm=true");

        AssertProblem(HttpStatusCode.Conflict, first);
        Assert.Equal("Jane Doe/Quantor/AFP", first.Body.GetProperty("breaks")[0].GetString());
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
    }

    [Fact]
    public async Task Import_OfTooMuch_IsRefusedBeforeItIsRead() =>
        // The client asks first: the desk answers without taking the body.
        AssertProblem(HttpStatusCode.RequestEntityTooLarge, await ImportAsync(new string(' ', AgencyFile.MostBytes + 1), "editor=Ada", ("Expect", "100-continue")));

    private async Task<(HttpResponseMessage Response, System.Text.Json.JsonElement Body)> ImportAsync(string json, string query, params (string Name, string Value)[] headers)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await site.SendAsync(HttpMethod.Post, $"/api/agencies?{query}", content, headers);
    }
}
