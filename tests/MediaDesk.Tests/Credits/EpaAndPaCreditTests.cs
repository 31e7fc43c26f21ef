namespace MediaDesk.Tests.Credits;

/// <summary>EPA: "EPA-EFE/X IN CAPITALS"; PA: "X/PA Wire".</summary>
public sealed class EpaAndPaCreditTests
{
    /// <summary>The line, photographers, agencies from origin to distributor, and flags.</summary>
    [Theory]
    [InlineData("EPA-EFE/ANNELIES VAN DEN BERG", "Annelies van den Berg", "EPA-EFE", "")]
    [InlineData("EPA/KOSTAS MAVRIDIS / POOL", "Kostas Mavridis", "EPA", "pool")]
    [InlineData("EPA-EFE/RUSSIAN DEFENCE MINISTRY PRESS SERVICE HANDOUT HANDOUT EDITORIAL USE ONLY/NO SALES", "", "Russian Defence Ministry Press Service > EPA-EFE", "handout")]
    [InlineData("Photo credit should read: Gareth Penhallow/PA Wire", "Gareth Penhallow", "PA Wire", "")]
    [InlineData("Gareth Penhallow/PA Wire/PA Images", "Gareth Penhallow", "PA", "")]
    [InlineData("EFE/EPA/LUCIA BARRIENTOS", "Lucia Barrientos", "EPA-EFE", "")]
    [InlineData("Rosalind Achebe/SOPA Images via ZUMA", "Rosalind Achebe", "SOPA Images > ZUMA", "")]
    [InlineData("Rosalind Achebe/SOPA Images/LightRocket via Getty Images", "Rosalind Achebe", "SOPA Images > LightRocket > Getty Images", "")]
    [InlineData("Jamal ABU RIDA / APA Images via ZUMA Press Wire", "Jamal Abu Rida", "APA Images > ZUMA Press Wire", "")]
    [InlineData("EPA/JOSE JACOME VIDAL", "Jose Jacome Vidal", "EPA", "")]
    [InlineData("EPA-EFE/Yahya Arhabi", "Yahya Arhabi", "EPA-EFE", "")]
    [InlineData("© EPA-EFE/MAZEN AL-SAQQAF", "Mazen Al-Saqqaf", "EPA-EFE", "")]
    [InlineData("Aaron Chownes/PA Wire", "Aaron Chownes", "PA Wire", "")]
    [InlineData("PA Images/Alamy", "", "PA > Alamy", "")]
    [InlineData("Press Association Images", "", "PA", "")]
    public void Line_GivesTheChain(string line, string photographers, string agencies, string flags) =>
        CreditTable.Check(line, photographers, agencies, flags);
}
