using MediaDesk.Search;
using MediaDesk.Web.Features.Sheet;

namespace MediaDesk.Web.Tests.Sheet;

public sealed class SheetAddressTests
{
    [Fact]
    public void Href_OfTheFirstPage_IsTheRoot() => Assert.Equal("/", new SheetAddress(" ").Href);

    [Fact]
    public void Href_KeepsSearchPageAndPhoto() =>
        Assert.Equal("/?q=agency%3A%22Getty%20Images%22&after=abc&page=3&photo=9", new SheetAddress("agency:\"Getty Images\"", "abc", 3, 9).Href);

    [Fact]
    public void Href_KeepsOrderAndMap_AndReadsThemBack()
    {
        var address = new SheetAddress("war", "abc", 3, 9, SheetOrder.Arrival, IsMap: true);

        Assert.Equal("/?q=war&sort=arrival&view=map&after=abc&page=3&photo=9", address.Href);
        Assert.Equal(address, SheetAddress.Of("war", "abc", 3, 9, "arrival", "map"));
    }

    [Theory]
    [InlineData("sideways")]
    [InlineData("2")]
    [InlineData("")]
    [InlineData(null)]
    public void Order_ThatThereIsNot_IsNewestFirst(string? sort) => Assert.Equal(SheetOrder.Newest, SheetAddress.Of(null, null, null, null, sort).Order);

    [Fact]
    public void PreviousPage_WithAnEmptyCursor_IsTheFirst() =>
        Assert.Equal(new SheetAddress("war"), new SheetAddress("war", "abc", 2).PreviousPage(""));

    [Theory]
    [InlineData(null, 4, 0)]
    [InlineData("abc", 4, 180)]
    [InlineData("abc", null, 60)]
    [InlineData("abc", -5, 60)]
    public void Skipped_CountsOnlyPagesThatACursorLedTo(string? after, int? page, int skipped) =>
        Assert.Equal(skipped, SheetAddress.Of("war", after, page, null).Skipped);
}
