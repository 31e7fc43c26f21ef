namespace MediaDesk.Tests.Cleaning;

public sealed class SaidTwiceTests
{
    [Theory]
    [InlineData("Jane Doe > JANE DOE", "AFP", "Jane Doe", "AFP")]
    [InlineData("JANE DOE > Jane Doe", "AFP", "Jane Doe", "AFP")]
    [InlineData("Jane Doe", "AFP/AFP/Getty Images", "Jane Doe", "AFP/Getty Images")]
    [InlineData("Jane Doe", "Getty Images/Getty Images", "Jane Doe", "Getty Images")]
    public void NamesSaidTwice_StandOnce(string byline, string credit, string bylineThen, string creditThen) =>
        CleaningTable.Check("said-twice", byline, credit, bylineThen, creditThen);

    [Theory]
    [InlineData("Jane Doe > John Doe", "AFP/Getty Images")]
    [InlineData("Jane Doe", "AFP via Getty Images")]
    [InlineData("李 > 王", "A/B")]
    public void DifferentNames_Stay(string byline, string credit) => CleaningTable.Check("said-twice", byline, credit, byline, credit);
}
