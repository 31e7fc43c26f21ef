using System.Collections.Immutable;
using AngleSharp.Dom;
using Bunit;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Web.Features.AllIptc;
using MediaDesk.Web.Features.Captions;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Tests.AllIptc;

public sealed class AllIptcPageTests : RealDesk
{
    [Fact]
    public async Task Page_HasEveryPropertyOfTheStandardOnce_UnderItsLabelWithItsHelp()
    {
        var page = Open(await AddPhotoAsync("a.jpg", ("headline", "Orchards bloom")));

        var labels = page.FindAll("[data-block] .label").Select(label => label.TextContent).ToList();
        Assert.Equal(IptcStandard.Properties.Select(property => property.Label).Order(StringComparer.Ordinal), labels.Order(StringComparer.Ordinal));
        Assert.Equal(66, page.FindAll("[data-block] [data-field]").Count);
        Assert.Contains("Enter the name of the city", Block(page, "cityName").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filled_LeavesOnlyWhatHasAValue_AndConflictsWhatLayersDisagreeOn()
    {
        var reading = Reading(("headline", "One"), ("source", "AFP"));
        var page = Open(await AddPhotoAsync("a.jpg", reading with
        {
            Conflicts = [new("source", ImmutableSortedDictionary<FieldSource, FieldValue>.Empty.Add(FieldSource.Xmp, Value("source", "AFP")).Add(FieldSource.Iim, Value("source", "GETTY")))],
        }));

        await ChooseAsync(page, "Filled");
        Assert.Equal(["headline", "source"], Shown(page));
        await ChooseAsync(page, "Conflicts");
        Assert.Equal(["source"], Shown(page));
        Assert.Contains("IIM: GETTY", Block(page, "source").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Structure_InTheFile_HasABoxForEachOfItsFields_AndNestedListsHaveTheirs()
    {
        var point = FieldValue.Of(new FieldValues([new("rbX", FieldValue.Of("0.1")!)]))!;
        var boundary = FieldValue.Of(new FieldValues([new("rbShape", FieldValue.Of("polygon")!), new("rbVertices", FieldValue.Of([point.Structures[0], point.Structures[0]])!)]))!;
        var region = FieldValue.Of([new FieldValues([new("regionBoundary", boundary), new("name", FieldValue.Of("Face")!)])])!;
        var page = Open(await AddPhotoAsync("a.jpg", Reading() with { Fields = new([new("imageRegion", region)]) }));

        Assert.Equal("Face", Part(page, "imageRegion", "0/name"));
        Assert.Equal("polygon", Part(page, "imageRegion", "0/regionBoundary/rbShape"));
        Assert.Equal("0.1", Part(page, "imageRegion", "0/regionBoundary/rbVertices/1/rbX"));
    }

    [Fact]
    public async Task Draft_OfAStructure_IsSavedAsOneValue()
    {
        BrowserKnows("Ines Roth");
        var id = await AddPhotoAsync("a.jpg", ("headline", "One"));
        var page = Open(id);
        await page.InvokeAsync(() => page.Instance.Typed(id, "locationsShown", """[{"city":"Brno"},{}]""", ""));

        await page.InvokeAsync(page.Instance.Save);

        Assert.Equal("Brno", (await ItemAsync(id)).Fields["locationsShown"]!.Structures.Single().Text("city"));
        Assert.Empty(Get<CaptionDrafts>().Of(id));
    }

    [Fact]
    public async Task Language_Added_HasABoxOfItsOwn_AndOneThatIsNoneIsRefused()
    {
        var page = Open(await AddPhotoAsync("a.jpg", ("description", "Snow")));

        await AddLanguageAsync(page, "French");
        Assert.NotNull(page.Find("[data-field='description@fr']"));
        await AddLanguageAsync(page, "?!");
        Assert.Contains("Give a language by its name or tag", Block(page, "description").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Languages_OfATextInAStructure_HaveBoxesOfTheirOwn_AndAreSavedWithIt()
    {
        BrowserKnows("Ines Roth");
        var place = FieldValue.Of([new FieldValues([new("name", FieldValue.Of("Square")!)])])!;
        var id = await AddPhotoAsync("a.jpg", Reading() with
        {
            Fields = new([new("locationsShown", place)]),
            Languages = ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>.Empty.Add("locationsShown[0].name", ImmutableSortedDictionary<string, string>.Empty.Add("fr", "Place")),
        });
        var page = Open(id);

        Assert.Equal("Place", Part(page, "locationsShown", "0/name@fr"));
        await page.InvokeAsync(() => page.Instance.Typed(id, "locationsShown", """[{"name":"Square","name@fr":"La place"}]""", ""));
        await page.InvokeAsync(page.Instance.Save);

        Assert.Equal("La place", (await ItemAsync(id)).Fields["locationsShown"]!.Structures.Single().Text("name@fr"));
        Assert.Equal("La place", Part(page, "locationsShown", "0/name@fr"));
    }

    [Fact]
    public async Task Region_TakesAnyOtherProperty_ChosenFromAList()
    {
        var region = FieldValue.Of([new FieldValues([new("name", FieldValue.Of("Face")!), new("headline", FieldValue.Of("The mayor")!)])])!;
        var page = Open(await AddPhotoAsync("a.jpg", Reading() with { Fields = new([new("imageRegion", region)]) }));

        var offered = Block(page, "imageRegion").QuerySelectorAll("[data-any] option").Select(option => option.GetAttribute("value")).ToList();

        Assert.Equal("The mayor", Part(page, "imageRegion", "0/headline"));
        Assert.Contains("keywords", offered);
        Assert.DoesNotContain("headline", offered);
        Assert.DoesNotContain("imageRegion", offered);
    }

    [Fact]
    public async Task NextPhoto_IsThatOfTheSearchOneCameFrom_AlsoWhenSavingTakesThePhotoOutOfIt()
    {
        BrowserKnows("Ines Roth");
        var older = await AddPhotoAsync("a.jpg", ("headline", "Snow in Brno"));
        await AddPhotoAsync("b.jpg", ("headline", "Rain"));
        var newer = await AddPhotoAsync("c.jpg", ("headline", "Snow in Praha"));
        Get<NavigationManager>().NavigateTo($"/photos/{newer}/iptc?from={Uri.EscapeDataString("?q=snow")}");
        var page = Open(newer);
        await page.InvokeAsync(() => page.Instance.Typed(newer, "headline", "Sun", "Snow in Praha"));

        await page.InvokeAsync(() => page.Instance.SaveAndMoveFrom(1, null, null));

        Assert.EndsWith($"/photos/{older}/iptc?from=%3Fq%3Dsnow", Get<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal("Sun", (await ItemAsync(newer)).Fields.Text("headline"));
        Assert.Equal(older, Get<SheetSelection>().FocusedId);
    }

    [Theory]
    [InlineData("?q=agency%3AAFP", "/?q=agency%3AAFP")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData(null, "/")]
    public void WayBack_LeadsToTheDeskAsItWasLeft_AndNowhereElse(string? from, string expected) => Assert.Equal(expected, AllIptcAddress.Back(from));

    private IRenderedComponent<AllIptcPage> Open(long id) => Render<AllIptcPage>(parameters => parameters.Add(page => page.MediaId, id));

    // Found and clicked at once, as the page draws itself anew when it has found the neighbours of the photo.
    private static Task ChooseAsync(IRenderedComponent<AllIptcPage> page, string word) =>
        page.InvokeAsync(() => page.FindAll(".seg button").Single(button => button.TextContent.StartsWith(word, StringComparison.Ordinal)).Click());

    private static async Task AddLanguageAsync(IRenderedComponent<AllIptcPage> page, string language)
    {
        await page.InvokeAsync(() => Block(page, "description").QuerySelector(".add-language input")!.Change(language));
        await page.InvokeAsync(() => Block(page, "description").QuerySelector(".add-language form")!.Submit());
    }

    private static IEnumerable<string?> Shown(IRenderedComponent<AllIptcPage> page) =>
        page.FindAll("[data-block]:not([hidden]) [data-field]").Select(box => box.GetAttribute("data-field")).Order(StringComparer.Ordinal);

    private static IElement Block(IRenderedComponent<AllIptcPage> page, string field) => page.Find($"[data-field='{field}']").Closest("[data-block]")!;

    private static string? Part(IRenderedComponent<AllIptcPage> page, string field, string path) =>
        Block(page, field).QuerySelector($"[data-node='text'][data-path='{path}']")!.GetAttribute("value");
}
