namespace MediaDesk.Tests.Credits;

/// <summary>Stock agencies with names of accounts, papers, bars and dashes instead of strokes.</summary>
public sealed class StockAndPaperCreditTests
{
    /// <summary>The line, photographers, agencies from origin to distributor, and flags.</summary>
    [Theory]
    [InlineData("pixelmoose88/Shutterstock", "pixelmoose88", "Shutterstock", "")]
    [InlineData("Abel Santacruz / Alamy Stock Photo", "Abel Santacruz", "Alamy", "")]
    [InlineData("Xu Lanfen/Xinhua via ZUMA Press", "Xu Lanfen", "Xinhua > ZUMA Press", "")]
    [InlineData("Rosalind Achebe/The Washington Post", "Rosalind Achebe", "The Washington Post", "")]
    [InlineData("Credit...Rosalind Achebe for The New York Times", "Rosalind Achebe", "", "")]
    [InlineData("Rosalind Achebe | Reuters", "Rosalind Achebe", "Reuters", "")]
    [InlineData("Rosalind Achebe/Magnum Photos", "Rosalind Achebe", "Magnum Photos", "")]
    [InlineData("Anna Szymborska/Anadolu Agency v", "Anna Szymborska", "Anadolu Agency", "")]
    [InlineData("Ben Akers & Tara Whitlock/SWNS", "Ben Akers > Tara Whitlock", "SWNS", "")]
    [InlineData("(CREDIT: Tara Whitlock/BACKGRID)", "Tara Whitlock", "BACKGRID", "")]
    [InlineData("Picture: Tara Whitlock", "Tara Whitlock", "", "")]
    [InlineData("Family handout/PA", "", "PA", "handout")]
    [InlineData("(Credit too long, see caption)", "", "", "")]
    [InlineData("PA", "", "PA", "")]
    [InlineData("Moises Samanez/Panos Pictures", "Moises Samanez", "Panos Pictures", "")]
    [InlineData("John Moorehouse/Polaris", "John Moorehouse", "Polaris", "")]
    [InlineData("Splash News / BACKGRID", "", "Splash News > BACKGRID", "")]
    [InlineData("jimmyfoto / Adobe Stock", "jimmyfoto", "Adobe Stock", "")]
    [InlineData("iStock.com/jimmyfoto", "jimmyfoto", "iStock", "")]
    [InlineData("Doug Millard/The New York Times/Redux", "Doug Millard", "The New York Times > Redux", "")]
    [InlineData("Jonathan Ernstson | Reuters | File", "Jonathan Ernstson", "Reuters", "file")]
    public void Line_GivesTheChain(string line, string photographers, string agencies, string flags) =>
        CreditTable.Check(line, photographers, agencies, flags);
}
