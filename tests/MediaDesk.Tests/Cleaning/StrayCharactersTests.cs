namespace MediaDesk.Tests.Cleaning;

public sealed class StrayCharactersTests
{
    [Theory]
    [InlineData("  Jane Doe ", "Jane Doe")]
    [InlineData("Jane  Doe", "Jane Doe")]
    [InlineData("Jane\u00A0Doe", "Jane Doe")]
    [InlineData("Jane\r\nDoe\t", "Jane Doe")]
    [InlineData("Jane\0 Doe\u0007", "Jane Doe")]
    [InlineData("\uFEFFJane\u200B Doe", "Jane Doe")]
    [InlineData("\u202AJane Doe\u202C", "Jane Doe")]
    [InlineData("Jane D\u00ADoe", "Jane Doe")]
    public void Signs_ThatNobodySees_Go(string byline, string then)
    {
        CleaningTable.CheckByline("stray-characters", byline, then);
        CleaningTable.CheckCredit("stray-characters", byline, then);
    }

    [Theory]
    [InlineData("Jane Doe")]
    [InlineData("J. R. Doe-Smith, Jr.")]
    [InlineData("Zoë Åkerström")]
    [InlineData("علی‌رضا محمدی")]
    [InlineData("אורי כהן")]
    [InlineData("이서연")]
    [InlineData("𠮷田太郎")]
    public void Names_InAnyScript_Stay(string name)
    {
        CleaningTable.CheckByline("stray-characters", name, name);
        CleaningTable.CheckCredit("stray-characters", name, name);
    }

    [Fact]
    public void TitleAndSource_AreTidied_AndTheCaptionIsNot()
    {
        var after = CleaningTable.Clean("stray-characters", CleaningTable.Fields("", " Staff ", null, "Getty  Images", " Two  lines\n"));

        Assert.Equal(("Staff", "Getty Images", " Two  lines\n"), (after.BylineTitle, after.Source, after.Caption));
    }

    [Fact]
    public void EntryOfInvisibleSigns_IsNoEntry()
    {
        var after = CleaningTable.Clean("stray-characters", CleaningTable.Fields("\u200B > Jane Doe", null, "\u200E", "\u200B"));

        Assert.Equal(["Jane Doe"], after.Byline);
        Assert.Null(after.Credit);
        Assert.Null(after.Source);
    }

    [Fact]
    public void TextTooLongForAName_IsLeftAlone()
    {
        var text = new string(' ', 1_000_000) + "x";
        CleaningTable.CheckCredit("stray-characters", text, text);
    }
}
