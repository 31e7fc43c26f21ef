namespace MediaDesk.Tests.Credits;

/// <summary>Several photographers of one picture, and titles that are no part of a name.</summary>
public sealed class NameListTests
{
    [Theory]
    [InlineData("Jo Roe and Ann Poe/AP", "Jo Roe > Ann Poe")]
    [InlineData("Jo Roe & Ann Poe/AP", "Jo Roe > Ann Poe")]
    [InlineData("Jo Roe, Ann Poe and Sam Doe/AP", "Jo Roe > Ann Poe > Sam Doe")]
    [InlineData("Jo Roe, Ann Poe, and Sam Doe/AP", "Jo Roe > Ann Poe > Sam Doe")]
    [InlineData("Jo Roe y Ann Poe/EFE", "Jo Roe > Ann Poe")]
    [InlineData("Jo Roe et Ann Poe/AFP", "Jo Roe > Ann Poe")]
    [InlineData("Jo Roe und Ann Poe/dpa", "Jo Roe > Ann Poe")]
    [InlineData("Jo Roe; Ann Poe/AP", "Jo Roe > Ann Poe")]
    [InlineData("Santiago Ramón y Cajal/EFE", "Santiago Ramón y Cajal")]
    [InlineData("Jo Roe, Jr./AP", "Jo Roe Jr.")]
    [InlineData("Staff Sgt. Jo Roe/U.S. Army via AP", "Jo Roe")]
    [InlineData("Dr. Ann Poe/AP", "Ann Poe")]
    [InlineData("Lance Murray/AP", "Lance Murray")]
    public void Names_AreToldApart(string line, string photographers) =>
        Assert.Equal(photographers, string.Join(" > ", CreditTable.Read(line).Photographers));
}
