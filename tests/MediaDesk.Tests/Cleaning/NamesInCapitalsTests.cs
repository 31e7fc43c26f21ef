namespace MediaDesk.Tests.Cleaning;

public sealed class NamesInCapitalsTests
{
    [Theory]
    [InlineData("JANE DOE", "Jane Doe")]
    [InlineData("Jane DOE", "Jane Doe")]
    [InlineData("Ludwig VAN DER BERG", "Ludwig van der Berg")]
    [InlineData("JUAN DE LA CRUZ", "Juan de la Cruz")]
    [InlineData("ZOË ÅKERSTRÖM", "Zoë Åkerström")]
    [InlineData("AYŞE IŞIK", "Ayşe Işık")]
    [InlineData("CALLUM MCDONALD", "Callum McDonald")]
    [InlineData("SEAN O'BRIEN", "Sean O'Brien")]
    [InlineData("SAMIR AL-JABRI", "Samir Al-Jabri")]
    [InlineData("Jane Doe > JOHN ROE", "Jane Doe > John Roe")]
    public void Capitals_BecomeNormalCase(string byline, string then) => CleaningTable.CheckByline("names-in-capitals", byline, then);

    [Theory]
    [InlineData("Jane Doe")]
    [InlineData("Callum McDonald")]
    [InlineData("Ludwig van der Berg")]
    [InlineData("Fiona MacDonald")]
    [InlineData("DPA")]
    [InlineData("REUTERS")]
    [InlineData("GETTY IMAGES")]
    [InlineData("JR")]
    [InlineData("DOE")]
    [InlineData("J. R. Doe")]
    [InlineData("EXAMPLE PRESS OFFICE")]
    [InlineData("JANE DOE/AFP")]
    [InlineData("NASA/JPL")]
    public void NormalCase_Agencies_AndSingleWords_Stay(string byline) => CleaningTable.CheckByline("names-in-capitals", byline, byline);
}
