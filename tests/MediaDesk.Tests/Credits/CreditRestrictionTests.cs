namespace MediaDesk.Tests.Credits;

/// <summary>Restrictions that stand behind a name without a stop between: "EPA-EFE/JANE DOE UK AND IRELAND OUT".</summary>
public sealed class CreditRestrictionTests
{
    /// <summary>The line, photographers, agencies from origin to distributor, and flags.</summary>
    [Theory]
    [InlineData("EPA-EFE/MARIT VESTERGAARD NORWAY OUT", "Marit Vestergaard", "EPA-EFE", "")]
    [InlineData("EPA-EFE/DONALD KERR AUSTRALIA AND NEW ZEALAND OUT", "Donald Kerr", "EPA-EFE", "")]
    [InlineData("EPA/DONALD KERR AUSTRALIA, FIJI AND NEW ZEALAND OUT / POOL", "Donald Kerr", "EPA", "pool")]
    [InlineData("EPA-EFE/YONHAP SOUTH KOREA OUT", "", "Yonhap > EPA-EFE", "")]
    [InlineData("EPA-EFE/ANA JORDAN UK OUT NO SALES", "Ana Jordan", "EPA-EFE", "")]
    [InlineData("Piet HENDRIKS / ANP / AFP) / Netherlands OUT", "Piet Hendriks", "ANP > AFP", "")]
    [InlineData("Jo Roe/The Example Post via AP) / SPRINGFIELD OUT", "Jo Roe", "The Example Post > AP", "")]
    [InlineData("EPA-EFE/STR MAGS OUT", "", "EPA-EFE", "")]
    // OUT inside a name is none.
    [InlineData("Jo Roe/OUT Magazine/Getty Images", "Jo Roe", "OUT Magazine > Getty Images", "")]
    [InlineData("REUTERS/ANNE OUTRAM", "Anne Outram", "Reuters", "")]
    public void Line_GivesTheChainWithoutThem(string line, string photographers, string agencies, string flags) =>
        CreditTable.Check(line, photographers, agencies, flags);
}
