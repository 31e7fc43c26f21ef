using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MediaDesk.Cleaning;

namespace MediaDesk.Tests.Web;

public sealed class CleaningEndpointsTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task Set_OrdersAndSwitchesTheRules_AndTheListSaysSo()
    {
        var (response, body) = await site.SendAsync(
            HttpMethod.Put, "/api/cleaning", JsonContent.Create(new { rules = new[] { new { id = "said-twice", on = false }, new { id = "name-lists", on = true } }, editor = "Ada" }));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var (_, list) = await site.SendAsync(HttpMethod.Get, "/api/cleaning");
        Assert.Equal(body.GetRawText(), list.GetRawText());
        Assert.Equal(["said-twice", "name-lists"], list.EnumerateArray().Take(2).Select(rule => rule.GetProperty("id").GetString()));
        Assert.Equal([false, true], list.EnumerateArray().Take(2).Select(rule => rule.GetProperty("on").GetBoolean()));
        Assert.Equal(CleaningRules.All.Count, list.GetArrayLength());
        Assert.All(list.EnumerateArray(), rule => Assert.NotEmpty(rule.GetProperty("example").GetProperty("after").EnumerateObject()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"rules\":[],\"editor\":\"Ada\"}")]
    [InlineData("{\"rules\":[{\"id\":\"no-such-rule\",\"on\":true}],\"editor\":\"Ada\"}")]
    [InlineData("{\"rules\":[{\"id\":\"said-twice\",\"on\":true}],\"editor\":\" \"}")]
    [InlineData("{\"rules\":[null],\"editor\":\"Ada\"}")]
    public async Task Set_WhatCannotBe_IsRefusedWithTheReason(string json) =>
        DeskSite.AssertProblem(HttpStatusCode.BadRequest, await site.SendAsync(HttpMethod.Put, "/api/cleaning", Json(json)));

    [Fact]
    public async Task Try_TellsWhatEachRuleDoes_AndStoresNothing()
    {
        var (response, body) = await site.SendAsync(
            HttpMethod.Post, "/api/cleaning/try", Json("""{"fields":{"creatorNames":["By JANE DOE/AFP"],"description":"OLYMPUS DIGITAL CAMERA","headline":"Stays"}}"""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"creatorNames":["Jane Doe"],"creditLine":"AFP","headline":"Stays"}""", body.GetProperty("fields").GetRawText());
        Assert.Contains("camera-captions", body.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("rule").GetString()));
        var camera = body.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("rule").GetString() == "camera-captions");
        Assert.Equal(JsonValueKind.Null, camera.GetProperty("changes").GetProperty("description").ValueKind);
    }

    [Fact]
    public async Task Try_WithoutFields_IsRefused() =>
        DeskSite.AssertProblem(HttpStatusCode.BadRequest, await site.SendAsync(HttpMethod.Post, "/api/cleaning/try", Json("{}")));

    private static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");
}
