using Bunit;
using MediaDesk.Captions;
using MediaDesk.Metadata;
using MediaDesk.Web.Features.Article;
using MediaDesk.Web.Features.Sheet;
using MediaDesk.Wording;

namespace MediaDesk.Web.Tests.Article;

public sealed class ArticleBlockTests : RealDesk
{
    private const string Text = "tram, riga\nA tram passes in Riga, Latvia, May 3, 2023. JURIS BERZINS/AFP/Getty Images";

    [Fact]
    public async Task Block_PutIntoThePhotoAtHand_IsAnEditOfItsFields()
    {
        BrowserKnows("Ines Roth");
        var id = await AddPhotoAsync("a.jpg", ("cityName", "Tallinn"));
        var block = Show(id);

        await block.Find(".foot-row .button").ClickAsync();

        await block.WaitForAssertionAsync(() => Assert.Contains("Saved", block.Find("[role=status]").TextContent, StringComparison.Ordinal));
        var item = await ItemAsync(id);
        Assert.Equal(("Riga", "Juris Berzins", "2023-05-03"), (item.Fields.Text("cityName"), item.Fields.Text("creatorNames"), item.Fields.Text("dateCreated")));
        Assert.Equal(1, item.Revision);
    }

    [Fact]
    public async Task WhatAnEditorTyped_IsShownAndNotTakenByItself()
    {
        BrowserKnows("Ines Roth");
        var id = await AddPhotoAsync("a.jpg");
        await Get<CaptionEditor>().SaveAsync(id, new Dictionary<string, FieldValue?> { ["cityName"] = FieldValue.Of("Jurmala") }, null, "Marta Keller", Cancel);
        var block = Show(id);

        Assert.Contains("typed by an editor", block.Find("tbody").TextContent, StringComparison.Ordinal);
        await block.Find(".foot-row .button").ClickAsync();

        await block.WaitForAssertionAsync(() => Assert.Contains("Saved", block.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Jurmala", (await ItemAsync(id)).Fields.Text("cityName"));
    }

    [Fact]
    public async Task FieldChangedMeanwhile_StoresNothing_AndShowsIt()
    {
        BrowserKnows("Ines Roth");
        var id = await AddPhotoAsync("a.jpg");
        var block = Show(id);
        await Get<CaptionEditor>().SaveAsync(id, new Dictionary<string, FieldValue?> { ["cityName"] = FieldValue.Of("Jurmala") }, null, "Marta Keller", Cancel);

        await block.Find(".foot-row .button").ClickAsync();

        await block.WaitForAssertionAsync(() => Assert.Contains("Marta Keller has changed City", block.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Jurmala", block.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Null((await ItemAsync(id)).Fields.Text("creatorNames"));
    }

    private IRenderedComponent<ArticleBlock> Show(long id)
    {
        Get<SheetSelection>().Focus(id);
        var photo = Get<ArticleReader>().Read(Text)[0];
        var block = Render<ArticleBlock>(parameters => parameters.Add(page => page.Number, 1).Add(page => page.Block, photo).Add(page => page.IsOnly, true));
        block.WaitForAssertion(() => Assert.DoesNotContain("–", block.Find("tbody").TextContent, StringComparison.Ordinal));
        return block;
    }
}
