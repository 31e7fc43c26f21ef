using Bunit;
using MediaDesk.Search;
using MediaDesk.Web.Features.Map;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Tests.Map;

public sealed class ResultMapTests : RealDesk
{
    private string Address => Uri.UnescapeDataString(Get<NavigationManager>().Uri);

    private IRenderedComponent<ResultMap> Show(string query) =>
        Render<ResultMap>(map => map
            .Add(x => x.Query, SearchQuery.Parse(query).Query!)
            .Add(x => x.Address, new SheetAddress(query, Order: SheetOrder.Oldest, IsMap: true)));

    [Fact]
    public async Task Box_Drawn_TakesThePlaceOfTheOneBefore()
    {
        var map = Show("war box:1,2,3,4");

        await map.InvokeAsync(() => map.Instance.Drawn(-30.123456, 170, 0, -165));

        Assert.EndsWith("/?q=war box:-30.1235,170,0,-165&sort=oldest&view=map", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_AreThoseOfTheBoxAndMakeAnother()
    {
        var map = Show("war box:1,2,3,4");
        Assert.Equal(["1", "2", "3", "4"], map.FindAll("[data-side]").Select(side => side.GetAttribute("value")));

        await map.Find("[data-side='3']").InputAsync("5.5");
        await map.Find("form").SubmitAsync();

        Assert.EndsWith("/?q=war box:1,2,3,5.5&sort=oldest&view=map", Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("91", "Latitudes go from -90 to 90")]
    [InlineData("north", "south,west,north,east")]
    [InlineData("", "south,west,north,east")]
    public async Task NumbersThatAreNoBox_SayWhyAndStay(string south, string why)
    {
        var map = Show("war box:1,2,3,4");
        var before = Address;

        await map.Find("[data-side='0']").InputAsync(south);
        await map.Find("form").SubmitAsync();

        Assert.Contains(why, map.Find("#box-fault").TextContent, StringComparison.Ordinal);
        Assert.Equal(south, map.Find("[data-side='0']").GetAttribute("value"));
        Assert.Equal(before, Address);
    }

    [Theory]
    [InlineData("https://{s}.tiles.example.org/{z}/{x}/{y}.png", "https://*.tiles.example.org", true)]
    [InlineData("http://127.0.0.1:8080/{z}/{x}/{y}.png", "http://127.0.0.1:8080", true)]
    [InlineData("", null, true)]
    [InlineData("https://tiles.example.org/", "https://tiles.example.org", false)]
    [InlineData("javascript:alert(1)/{z}/{x}/{y}", null, false)]
    public void MapServer_IsTheOnlyOtherSourceOfPictures(string url, string? origin, bool isUsable)
    {
        var tiles = new MapTiles { TileUrl = url };

        Assert.Equal((origin, isUsable), (tiles.Origin, tiles.IsUsable));
    }
}
