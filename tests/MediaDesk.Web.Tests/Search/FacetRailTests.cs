using Bunit;
using MediaDesk.Search;
using MediaDesk.Web.Features.Search;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Web.Tests.Search;

public sealed class FacetRailTests : BunitContext
{
    private IRenderedComponent<FacetRail> Show(string query, params FacetValue[] agencies) =>
        Render<FacetRail>(rail => rail
            .Add(x => x.Query, SearchQuery.Parse(query).Query!)
            .Add(x => x.Facets, new Dictionary<string, Facet> { ["agency"] = new(true, agencies) }));

    private string Address => Uri.UnescapeDataString(Services.GetRequiredService<NavigationManager>().Uri);

    [Fact]
    public async Task Click_AddsAConditionAndAgainTakesItAway()
    {
        await Show("war", new FacetValue("Getty Images", 4)).Find(".facet-row").ClickAsync();
        Assert.EndsWith("/?q=war agency:\"Getty Images\"", Address, StringComparison.Ordinal);

        var on = Show("war agency:\"Getty Images\"", new FacetValue("Getty Images", 4)).Find(".facet-row");
        Assert.Equal("true", on.GetAttribute("aria-pressed"));
        await on.ClickAsync();
        Assert.EndsWith("/?q=war", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AltClick_Excludes()
    {
        await Show("war", new FacetValue("AFP", 4)).Find(".facet-row").ClickAsync(new MouseEventArgs { AltKey = true });

        Assert.EndsWith("/?q=war -agency:AFP", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongFacet_ShowsTheRestWhenAsked()
    {
        var rail = Show("", [.. Enumerable.Range(1, 9).Select(i => new FacetValue($"Agency {i}", 10 - i))]);
        Assert.Equal(6, rail.FindAll(".facet-row").Count);
        Assert.Equal("3 more", rail.Find(".more").TextContent.Trim());

        await rail.Find(".more").ClickAsync();

        Assert.Equal(9, rail.FindAll(".facet-row").Count);
    }

    [Fact]
    public void Shares_AreOfTheCommonestValue()
    {
        var widths = Show("", new FacetValue("AFP", 8), new FacetValue("dpa", 3)).FindAll(".share rect").Select(bar => bar.GetAttribute("width"));

        Assert.Equal(["100%", "37.5%"], widths);
    }
}
