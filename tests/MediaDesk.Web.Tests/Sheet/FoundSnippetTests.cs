using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Search;
using MediaDesk.Search.Marks;
using MediaDesk.Web.Features.Sheet;

namespace MediaDesk.Web.Tests.Sheet;

public sealed class FoundSnippetTests
{
    [Fact]
    public void Snippet_OfALongCaption_BeginsAtAWordBeforeWhatWasFound()
    {
        var text = string.Concat(Enumerable.Repeat("a caption goes on ", 8)) + "until the flood comes and " + string.Concat(Enumerable.Repeat("then goes on ", 10));

        var pieces = FoundSnippet.Of(Photo("description", text, (text.IndexOf("flood", StringComparison.Ordinal), 5)));

        Assert.Equal(["… ", "goes on until the ", "flood"], pieces.Take(3).Select(piece => piece.Text));
        Assert.Equal([("flood", true)], pieces.Where(piece => piece.IsFound));
        Assert.Equal(" …", pieces[^1].Text);
    }

    [Fact]
    public void Snippet_OfMarkup_IsTheTextAsItStands()
    {
        const string text = "<script>alert('flood')</script>";

        Assert.Equal([("<script>alert('", false), ("flood", true), ("')</script>", false)], FoundSnippet.Of(Photo("description", text, (15, 5))));
    }

    [Fact]
    public void Snippet_OfAMarkLongerThanIt_ShowsTheMark() =>
        Assert.Equal([(new string('a', 300), true)], FoundSnippet.Of(Photo("headline", new('a', 300), (0, 300))));

    [Theory]
    [InlineData("creatorNames")]
    [InlineData("cityName")]
    public void WhatTheCellShowsAnyway_HasNoSnippet(string field) => Assert.Empty(FoundSnippet.Of(Photo(field, "flood", (0, 5))));

    [Theory]
    [InlineData("flood", null, SheetFolding.Folded)]
    [InlineData("flood", "apart", SheetFolding.Counted)]
    [InlineData(null, null, SheetFolding.Counted)]
    [InlineData(null, "folded", SheetFolding.Folded)]
    [InlineData("flood", "nonsense", SheetFolding.Folded)]
    public void Address_SaysWhetherLookAlikesAreFolded(string? query, string? alike, SheetFolding expected)
    {
        var address = SheetAddress.Of(query, null, null, null, alike: alike);

        Assert.Equal(expected, address.Folding);
        Assert.Equal(alike is "apart" or "folded", address.Href.Contains($"alike={alike}", StringComparison.Ordinal) && alike is not null);
    }

    private static SheetPhoto Photo(string field, string text, (int Start, int Length) mark) =>
        new(1, "photo.jpg", FieldValues.Empty.With(field, FieldValue.Of(text)), Original.NoSha256, PictureState.Ready, 3, 2, false, false, [])
        {
            Marks = [new FoundMark(field, 0, mark.Start, mark.Length)],
        };
}
