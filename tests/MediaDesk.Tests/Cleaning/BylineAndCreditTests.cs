namespace MediaDesk.Tests.Cleaning;

public sealed class BylineAndCreditTests
{
    private const string Rule = "byline-and-credit";

    [Theory]
    [InlineData("Jane Doe/AFP", "", "Jane Doe", "AFP")]
    [InlineData("Jane Doe / AFP", "AFP", "Jane Doe", "AFP")]
    [InlineData("Jane Doe/AFP", "Getty Images", "Jane Doe", "AFP/Getty Images")]
    [InlineData("Jane Doe/AFP/Getty Images", "AFP/Getty Images", "Jane Doe", "AFP/Getty Images")]
    [InlineData("Jane Doe via Getty Images", "Getty Images", "Jane Doe", "Getty Images")]
    [InlineData("REUTERS/Jane Doe", "REUTERS", "Jane Doe", "REUTERS")]
    [InlineData("Jane Doe - AP", "", "Jane Doe", "AP")]
    [InlineData("JANE DOE/AFP", "", "JANE DOE", "AFP")]
    [InlineData("Jane Doe/AFP > John Roe/AFP", "", "Jane Doe > John Roe", "AFP")]
    public void AgencyInTheByline_GoesToTheCredit(string byline, string credit, string bylineThen, string creditThen) =>
        CleaningTable.Check(Rule, byline, credit, bylineThen, creditThen);

    [Theory]
    [InlineData("Jane Doe", "JANE DOE/AFP/Getty Images", "AFP/Getty Images")]
    [InlineData("Jane Doe", "Jane Doe/AFP via Getty Images", "AFP via Getty Images")]
    [InlineData("Jane Doe", "Jane Doe via AP", "AP")]
    [InlineData("Jane Doe", "REUTERS/Jane Doe", "REUTERS")]
    [InlineData("Ömer Çelik", "OMER CELIK/AFP", "AFP")]
    [InlineData("Jane Doe", "Jane Doe/Pool/AFP", "Pool/AFP")]
    public void PhotographerOfTheByline_GoesOutOfTheCredit(string byline, string credit, string creditThen) =>
        CleaningTable.Check(Rule, byline, credit, byline, creditThen);

    [Theory]
    [InlineData("JANE DOE/AFP/Getty Images", "JANE DOE", "AFP/Getty Images")]
    [InlineData("Jane Doe/AFP via Getty Images", "Jane Doe", "AFP via Getty Images")]
    [InlineData("AFP PHOTO / Jane Doe", "Jane Doe", "AFP PHOTO")]
    [InlineData("REUTERS/Jane Doe", "Jane Doe", "REUTERS")]
    public void PhotographerInTheCreditAlone_BecomesTheByline_WhereThatIsSure(string credit, string bylineThen, string creditThen) =>
        CleaningTable.Check(Rule, "", credit, bylineThen, creditThen);

    [Theory]
    [InlineData("AFP", "AFP", "", "AFP")]
    [InlineData("Getty Images", "", "", "Getty Images")]
    [InlineData("REUTERS", "Jane Doe/Reuters", "Jane Doe", "Reuters")]
    public void AgencyAlone_IsNoByline(string byline, string credit, string bylineThen, string creditThen) =>
        CleaningTable.Check(Rule, byline, credit, bylineThen, creditThen);

    [Theory]
    [InlineData("Jane Doe", "AFP")]
    [InlineData("Jane Doe", "AFP/Getty Images")]
    [InlineData("Jane Doe", "Jane Doe")]
    [InlineData("", "Jane Doe")]
    [InlineData("Jane Doe", "")]
    [InlineData("Nexora", "Veridian")]
    [InlineData("", "Nexora/Veridian")]
    [InlineData("Jane Doe", "John Roe/AFP")]
    [InlineData("Jane Doe", "Doe Archive/AFP")]
    [InlineData("NASA", "NASA/AP")]
    [InlineData("NASA", "")]
    [InlineData("Callum McDonald", "McDonald's/AP")]
    [InlineData("Jan van der Berg", "ANP")]
    [InlineData("", "Port of Example Press Office/AFP")]
    [InlineData("", "Getty Images for Nexora")]
    [InlineData("Jane Doe", "Getty Images for Nexora")]
    [InlineData("DPA", "Jane Doe")]
    public void WhatIsInItsPlace_OrMayBeEither_Stays(string byline, string credit) => CleaningTable.Check(Rule, byline, credit, byline, credit);
}
