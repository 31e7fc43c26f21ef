using Bunit;
using MediaDesk.Search;
using MediaDesk.Web.Features.Search;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Web.Tests.Search;

public sealed class FacetRailTests : BunitContext
{
    public FacetRailTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    private IRenderedComponent<FacetRail> Show(string query, params FacetValue[] agencies) => ShowAll(query, ("agency", new(true, agencies)));

    private IRenderedComponent<FacetRail> ShowAll(string query, params (string Name, Facet Facet)[] facets)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/?q={Uri.EscapeDataString(query)}");
        return Render<FacetRail>(rail => rail
            .Add(x => x.Query, SearchQuery.Parse(query).Query!)
            .Add(x => x.Total, 10)
            .Add(x => x.Facets, facets.ToDictionary(facet => facet.Name, facet => facet.Facet)));
    }

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
    public async Task SecondClick_BeforeTheFirstIsShown_AddsToWhatIsSearchedByThen()
    {
        var rail = Show("war", new FacetValue("AFP", 4), new FacetValue("dpa", 2));

        await rail.FindAll(".facet-row")[0].ClickAsync(new MouseEventArgs { Detail = 1 });
        await rail.FindAll(".facet-row")[1].ClickAsync(new MouseEventArgs { Detail = 1 });

        Assert.EndsWith("/?q=war agency:AFP agency:dpa", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoubleClick_IsOne()
    {
        var row = Show("war", new FacetValue("AFP", 4)).Find(".facet-row");

        await row.ClickAsync(new MouseEventArgs { Detail = 1 });
        await row.ClickAsync(new MouseEventArgs { Detail = 2 });

        Assert.EndsWith("/?q=war agency:AFP", Address, StringComparison.Ordinal);
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

    [Fact]
    public async Task ExcludedValue_StaysInTheRailAndIsLetInByAClick()
    {
        var rail = Show("war -agency:dpa", new FacetValue("AFP", 8));
        Assert.Equal(["dpa, excluded", "AFP"], rail.FindAll(".facet-name").Select(name => name.TextContent));

        await rail.Find(".facet-row").ClickAsync();

        Assert.EndsWith("/?q=war", Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in:Syria", "true", "/")]
    [InlineData("country:Syria", "true", "/")]
    [InlineData("war in:Syria", "true", "/?q=war")]
    [InlineData("-in:Syria", "false", "/")]
    [InlineData("war", "false", "/?q=war country:Syria")]
    public async Task Place_AskedForByEitherField_IsChosenAndAClickTakesItAway(string query, string isSelected, string after)
    {
        var place = ShowAll(query, ("place", new(true, [new("Syria", 4, "country"), new("France", 2, "country")]))).Find("[title=Syria]");
        Assert.Equal(isSelected, place.GetAttribute("aria-selected"));

        await place.ClickAsync();

        Assert.EndsWith(after, Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlaceAskedForByIn_AltClick_ExcludesIt()
    {
        var rail = ShowAll("in:Syria", ("place", new(true, [new("Syria", 4, "country"), new("France", 2, "country")])));

        await rail.Find("[title=Syria]").ClickAsync(new MouseEventArgs { AltKey = true });

        Assert.EndsWith("/?q=-in:Syria", Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("war -country:Syria", "Syria, excluded", "1")]
    [InlineData("war -in:\"New York\"", "New York, excluded", "1")]
    [InlineData("war -region:Idlib -agency:AFP", "Idlib, excluded", "1")]
    public async Task ExcludedPlace_StandsAtTheTopOfTheTreeAndIsLetInByAClick(string query, string name, string level)
    {
        var rail = ShowAll(query, ("place", new(true, [new("France", 2, "country")])));
        Assert.Equal([name, "France"], rail.FindAll("[role=treeitem] .facet-name").Select(place => place.TextContent));
        var excluded = rail.Find("[role=treeitem].is-not");
        Assert.Equal((level, "2"), (excluded.GetAttribute("aria-level"), excluded.GetAttribute("aria-setsize")));

        await excluded.ClickAsync();

        Assert.DoesNotContain(name.Split(',')[0], Address, StringComparison.Ordinal);
        Assert.Contains("/?q=war", Address, StringComparison.Ordinal);
    }

    [Fact]
    public void ExcludedPlace_StandsThereWhenNothingElseIsFound() =>
        Assert.Equal("Syria, excluded", ShowAll("-country:Syria").Find("[role=treeitem] .facet-name").TextContent);

    [Fact]
    public void ValueThatTheLanguageCannotAskFor_IsNotShown() =>
        Assert.Equal(["JPEG"], ShowAll("", ("format", new(true, [new("jpeg", 3), new("xmp", 1)]))).FindAll(".facet-name").Select(name => name.TextContent));

    [Fact]
    public async Task Estimates_SayThatTheyAreAndCanBeCounted()
    {
        var counted = 0;
        var rail = Render<FacetRail>(parameters => parameters
            .Add(x => x.Query, SearchQuery.All)
            .Add(x => x.Total, 50_000)
            .Add(x => x.Facets, new Dictionary<string, Facet> { ["agency"] = new(false, [new("AFP", 8)]) })
            .Add(x => x.OnCountAll, () => counted++));

        Assert.Contains("newest 50,000", rail.Find(".estimate").TextContent, StringComparison.Ordinal);
        Assert.Equal("Agencies about", rail.Find("h3").TextContent);
        await rail.Find(".estimate button").ClickAsync();

        Assert.Equal(1, counted);
    }

    [Fact]
    public async Task PlaceTree_OpensLevelByLevelAndAsksForThePlaceAtItsLevel()
    {
        FacetValue qaminas = new("Qaminas", 3, "city"), idlib = new("Idlib", 5, "region", [qaminas]), syria = new("Syria", 8, "country", [idlib]);
        var rail = ShowAll("", ("place", new(true, [syria, new("Ukraine", 2, "country", [])])));
        Assert.Equal(["Syria", "Ukraine"], Places());

        await rail.Find("[data-twist]").ClickAsync();
        Assert.Equal(["Syria", "Idlib", "Ukraine"], Places());
        await rail.FindAll("[data-twist]")[1].ClickAsync();
        var item = rail.FindAll("[role=treeitem]")[2];
        Assert.Equal(("3", null), (item.GetAttribute("aria-level"), item.GetAttribute("aria-expanded")));
        await item.ClickAsync();
        Assert.EndsWith("/?q=city:Qaminas", Address, StringComparison.Ordinal);

        await rail.Find("[role=treeitem]").ClickAsync(new MouseEventArgs { AltKey = true });
        Assert.EndsWith("/?q=city:Qaminas -country:Syria", Address, StringComparison.Ordinal);

        IEnumerable<string> Places() => rail.FindAll("[role=treeitem] .facet-name").Select(name => name.TextContent);
    }

    [Fact]
    public void PlaceTree_IsOpenDownToTheChosenPlace()
    {
        FacetValue qaminas = new("Qaminas", 3, "city"), idlib = new("Idlib", 5, "region", [qaminas]), syria = new("Syria", 8, "country", [idlib]);

        var rail = ShowAll("city:Qaminas", ("place", new(true, [syria, new("Ukraine", 2, "country", [])])));

        Assert.Equal("Qaminas", rail.Find("[role=treeitem][aria-selected=true] .facet-name").TextContent);
    }

    [Fact]
    public async Task Facts_AreCountedBothWays()
    {
        var rail = ShowAll("", ("missing", new(true, [new("gps", 7)])));

        await rail.Find("[aria-label='Has Position (GPS), 3 photos']").ClickAsync();
        Assert.EndsWith("/?q=has:gps", Address, StringComparison.Ordinal);
        await rail.Find("[aria-label='Missing Position (GPS), 7 photos']").ClickAsync();
        Assert.EndsWith("/?q=has:gps missing:gps", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Histogram_Brushed_ReplacesTheDateOfTheSearch()
    {
        var months = new Facet(true, [.. Enumerable.Range(1, 12).Select(month => new FacetValue($"2020-{month:00}", month))]);
        var rail = ShowAll("war date:2019 -date:2020-02-24", ("date", months));
        var histogram = rail.FindComponent<DateHistogram>();
        Assert.Equal(12, rail.FindAll("[data-bar]").Count);
        Assert.Equal("Photos a month, Jan 2020 to Dec 2020", rail.Find(".hist svg").GetAttribute("aria-label"));

        await histogram.InvokeAsync(() => histogram.Instance.BrushAsync(1, 3));

        Assert.EndsWith("/?q=war -date:2020-02-24 date:2020-02..2020-04", Address, StringComparison.Ordinal);
    }
}
