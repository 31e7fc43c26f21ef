namespace MediaDesk.Tests.Credits;

/// <summary>AFP: the surname in capitals, "AFP PHOTO / X", "Handout / X / AFP", and both credits where Getty sells the photo.</summary>
public sealed class AfpCreditTests
{
    /// <summary>The line, photographers, agencies from origin to distributor, and flags.</summary>
    [Theory]
    [InlineData("(Photo by Ingrid SOLHEIM / AFP) (Photo by INGRID SOLHEIM/AFP via Getty Images)", "Ingrid Solheim", "AFP > Getty Images", "")]
    [InlineData("(Photo by Handout / UKRAINIAN PRESIDENTIAL PRESS SERVICE / AFP)", "", "Ukrainian Presidential Press Service > AFP", "handout")]
    [InlineData("(Photo by -/AFP via Getty Images)", "", "AFP > Getty Images", "")]
    [InlineData("(Photo by STR/JIJI PRESS/AFP via Getty Images)", "", "Jiji Press > AFP > Getty Images", "")]
    [InlineData("AFP PHOTO / HO / SYRIAN ARAB NEWS AGENCY", "", "Syrian Arab News Agency > AFP", "handout")]
    [InlineData("Mehmet YILDIRIM/AFP/Getty Images", "Mehmet Yildirim", "AFP > Getty Images", "")]
    [InlineData("Bartolomeu DOS SANTOS / AFP", "Bartolomeu dos Santos", "AFP", "")]
    [InlineData("Willem VAN DER MEER / ANP / AFP", "Willem van der Meer", "ANP > AFP", "")]
    [InlineData("Fionnuala O'BRIEN / AFP", "Fionnuala O'Brien", "AFP", "")]
    [InlineData("Callum MCALLEN/AFP", "Callum McAllen", "AFP", "")]
    [InlineData("Emeka MACAULEY / AFP", "Emeka Macauley", "AFP", "")]
    [InlineData("Hazem AL-MASRI / Middle East Images / AFP", "Hazem Al-Masri", "Middle East Images > AFP", "")]
    [InlineData("© Getty Images/AFP/Teo Blanchet", "Teo Blanchet", "AFP > Getty Images", "")]
    [InlineData("Nexora/AFP", "", "AFP", "")]
    [InlineData("WALDEMAR GRZYBOWSKI / AFP / GETTY", "Waldemar Grzybowski", "AFP > Getty Images", "")]
    [InlineData("WALDEMAR GRZYBOWSKI/AFP/Getty Im", "Waldemar Grzybowski", "AFP > Getty Images", "")]
    [InlineData("Emmanuel DUNAND-PICARD and Joël SAGET-ROUX / AFP", "Emmanuel Dunand-Picard > Joël Saget-Roux", "AFP", "")]
    [InlineData("(Photo by Thiago RIBEIRO DA COSTA / AFP)", "Thiago Ribeiro da Costa", "AFP", "")]
    [InlineData("(Photo by Nhu QUYNH / AFP)", "Nhu Quynh", "AFP", "")]
    [InlineData("(Photo by JALAA MAREY-HADDAD/AFP via Getty Images)", "Jalaa Marey-Haddad", "AFP > Getty Images", "")]
    [InlineData("(Photo by PHIL PONSONBY/POOL/AFP via Getty Images)", "Phil Ponsonby", "AFP > Getty Images", "pool")]
    [InlineData("(Photo by Ye Aung Thu Zar / AFP) / RESTRICTED TO EDITORIAL USE - NO MARKETING", "Ye Aung Thu Zar", "AFP", "")]
    [InlineData("AFP PHOTO/YURI MAKSIMENKO", "Yuri Maksimenko", "AFP", "")]
    [InlineData("AFP PHOTO / POOL / YURI MAKSIMENKO", "Yuri Maksimenko", "AFP", "pool")]
    [InlineData("(Photo by KCNA VIA KNS / AFP)", "", "KCNA > AFP", "")]
    public void Line_GivesTheChain(string line, string photographers, string agencies, string flags) =>
        CreditTable.Check(line, photographers, agencies, flags);
}
