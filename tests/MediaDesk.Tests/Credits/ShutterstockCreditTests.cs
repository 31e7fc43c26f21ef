namespace MediaDesk.Tests.Credits;

/// <summary>Shutterstock and Rex: "Mandatory Credit: Photo by A/B/Shutterstock (number)".</summary>
public sealed class ShutterstockCreditTests
{
    /// <summary>The line, photographers, agencies from origin to distributor, and flags.</summary>
    [Theory]
    [InlineData("ROBERTA MANZONI/EPA-EFE/REX/Shutterstock", "Roberta Manzoni", "EPA-EFE > Rex Features > Shutterstock", "")]
    [InlineData("Mandatory Credit: Photo by Dario Fenwick/LNP/Shutterstock (13579246k)", "Dario Fenwick", "LNP > Shutterstock", "")]
    [InlineData("Mandatory Credit: Photo by James Gourlay-Price/BPI/Shutterstock (14023456ab)", "James Gourlay-Price", "BPI > Shutterstock", "")]
    [InlineData("Mandatory Credit: Photo by ABACA/Shutterstock (1402345a)", "", "ABACA > Shutterstock", "")]
    [InlineData("Mandatory Credit: Photo by Dave Shopley/REX (402345a)", "Dave Shopley", "Rex Features", "")]
    [InlineData("Mandatory Credit: Photo by Xinhua/Shutterstock (1402345a)", "", "Xinhua > Shutterstock", "")]
    [InlineData("Mandatory Credit: Photo by Wu Hongyan-Lei/EPA-EFE/Shutterstock (1402345a)", "Wu Hongyan-Lei", "EPA-EFE > Shutterstock", "")]
    public void Line_GivesTheChain(string line, string photographers, string agencies, string flags) =>
        CreditTable.Check(line, photographers, agencies, flags);
}
