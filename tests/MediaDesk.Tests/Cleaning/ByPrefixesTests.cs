namespace MediaDesk.Tests.Cleaning;

public sealed class ByPrefixesTests
{
    [Theory]
    [InlineData("By Jane Doe", "Jane Doe")]
    [InlineData("by Jane Doe", "Jane Doe")]
    [InlineData("BY JANE DOE", "JANE DOE")]
    [InlineData("Photo by Jane Doe", "Jane Doe")]
    [InlineData("Photograph by: Jane Doe", "Jane Doe")]
    [InlineData("Photo: Jane Doe", "Jane Doe")]
    [InlineData("Foto: Jürgen Straßer", "Jürgen Straßer")]
    [InlineData("Foto von Jürgen Straßer", "Jürgen Straßer")]
    [InlineData("Photo par Zoé Martin", "Zoé Martin")]
    [InlineData("Crédit photo : Zoé Martin", "Zoé Martin")]
    [InlineData("Photo Jane Doe", "Jane Doe")]
    public void WordsBeforeAByline_GoOff(string byline, string then) => CleaningTable.CheckByline("by-prefixes", byline, then);

    [Theory]
    [InlineData("Credit: AFP", "AFP")]
    [InlineData("Mandatory Credit: Jane Doe/AFP", "Jane Doe/AFP")]
    [InlineData("Photo by Jane Doe/Getty Images", "Jane Doe/Getty Images")]
    [InlineData("(Photo by Jane Doe/AFP via Getty Images)", "Jane Doe/AFP via Getty Images")]
    [InlineData("Foto: dpa", "dpa")]
    [InlineData("Photo AFP", "AFP")]
    public void WordsBeforeACredit_GoOff(string credit, string then) => CleaningTable.CheckCredit("by-prefixes", credit, then);

    [Theory]
    [InlineData("Jane Doe")]
    [InlineData("Von Miller")]
    [InlineData("Par Hansson")]
    [InlineData("Marius By")]
    [InlineData("Bylan McDonald")]
    [InlineData("Picture Alliance")]
    [InlineData("Photo Press Service")]
    [InlineData("Photo by")]
    [InlineData("Photo")]
    [InlineData("Photo12")]
    [InlineData("Courtesy of Jane Doe")]
    [InlineData("Handout photo by Jane Doe")]
    [InlineData("Bild Zeitung")]
    public void NamesThatBeginLikeIt_AndWordsThatSaySomething_Stay(string text)
    {
        CleaningTable.CheckByline("by-prefixes", text, text);
        CleaningTable.CheckCredit("by-prefixes", text, text);
    }
}
