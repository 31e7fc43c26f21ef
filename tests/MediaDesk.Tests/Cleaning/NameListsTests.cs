namespace MediaDesk.Tests.Cleaning;

public sealed class NameListsTests
{
    [Theory]
    [InlineData("Jane Doe and John Roe", "Jane Doe > John Roe")]
    [InlineData("Jane Doe & John Roe", "Jane Doe > John Roe")]
    [InlineData("Jane Doe, John Roe", "Jane Doe > John Roe")]
    [InlineData("Jane Doe, John Roe and Anna Poe", "Jane Doe > John Roe > Anna Poe")]
    [InlineData("JANE DOE and JOHN ROE", "JANE DOE > JOHN ROE")]
    [InlineData("Hans Meier und Anna Schulz", "Hans Meier > Anna Schulz")]
    public void Names_AreParted(string byline, string then) => CleaningTable.CheckByline("name-lists", byline, then);

    [Theory]
    [InlineData("Jane Doe")]
    [InlineData("Doe, Jane")]
    [InlineData("Jane Doe, Jr.")]
    [InlineData("John and Jane Doe")]
    [InlineData("Simon & Schuster")]
    [InlineData("Marks and Spencer")]
    [InlineData("Jane Doe, New York")]
    [InlineData("Jane Doe, Nexora")]
    [InlineData("José Ortega y Gasset")]
    [InlineData("Juan de la Cruz")]
    [InlineData("Ludwig van der Berg")]
    public void OneName_Stays(string byline) => CleaningTable.CheckByline("name-lists", byline, byline);
}
