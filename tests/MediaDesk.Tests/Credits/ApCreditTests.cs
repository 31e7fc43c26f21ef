namespace MediaDesk.Tests.Credits;

/// <summary>AP: "(AP Photo/X)", "(X/Source via AP)", flags behind a comma.</summary>
public sealed class ApCreditTests
{
    /// <summary>The line, photographers, agencies from origin to distributor, and flags.</summary>
    [Theory]
    [InlineData("(Photo by Marlon Teague/Invision for Northern Lights/AP, File)", "Marlon Teague", "Invision > AP", "file")]
    [InlineData("(Photo by Marlon Teague/Invision/AP)", "Marlon Teague", "Invision > AP", "")]
    [InlineData("(AP Photo/Lena Brandvold)", "Lena Brandvold", "AP", "")]
    [InlineData("(AP Photo/Lena Brandvold, File)", "Lena Brandvold", "AP", "file")]
    [InlineData("(AP Photo/Lena Brandvold, Pool)", "Lena Brandvold", "AP", "pool")]
    [InlineData("(Dorothea Quist/Pool Photo via AP)", "Dorothea Quist", "AP", "pool")]
    [InlineData("(Dorothea Quist/Pool via AP, File)", "Dorothea Quist", "AP", "pool,file")]
    [InlineData("(Kremlin Pool Photo via AP)", "", "Kremlin > AP", "pool")]
    [InlineData("(Yevgeny Malinin, Sputnik, Kremlin Pool Photo via AP)", "Yevgeny Malinin", "Sputnik > Kremlin > AP", "pool")]
    [InlineData("(Nadia Ferreira/Tulsa World via AP)", "Nadia Ferreira", "Tulsa World > AP", "")]
    [InlineData("(AP Photo/The Herald-Dispatch, Nadia Ferreira)", "Nadia Ferreira", "The Herald-Dispatch > AP", "")]
    [InlineData("(Harris County Sheriff's Office via AP)", "", "Harris County Sheriff's Office > AP", "")]
    [InlineData("(Maxar Technologies via AP)", "", "Maxar Technologies > AP", "")]
    [InlineData("(AP Photo/Bernat Armanguez)", "Bernat Armanguez", "AP", "")]
    [InlineData("(AP Photo)", "", "AP", "")]
    [InlineData("(AP Photo, File)", "", "AP", "file")]
    [InlineData("AP Photo/Xinhua, Liu Weibin", "Liu Weibin", "Xinhua > AP", "")]
    [InlineData("(AP Photo/Matt Slocumb, Pool, File)", "Matt Slocumb", "AP", "pool,file")]
    [InlineData("(Shane Bevelle/Sipa USA via AP Images)", "Shane Bevelle", "Sipa USA > AP", "")]
    [InlineData("(Nathan Denette-Roy/The Canadian Press via AP)", "Nathan Denette-Roy", "The Canadian Press > AP", "")]
    [InlineData("(Joel Carrett/AAP Image via AP)", "Joel Carrett", "AAP Image > AP", "")]
    [InlineData("(Jordan Pettitt/PA via AP)", "Jordan Pettitt", "PA > AP", "")]
    [InlineData("(Israeli Army via AP)", "", "Israeli Army > AP", "")]
    [InlineData("(U.S. Geological Survey via AP, File)", "", "U.S. Geological Survey > AP", "file")]
    [InlineData("(ESA/NASA via AP)", "", "ESA > NASA > AP", "")]
    [InlineData("(NBC Universal via AP)", "", "NBCUniversal > AP", "")]
    [InlineData("Lukas Coch-Meier/AAP", "Lukas Coch-Meier", "AAP", "")]
    public void Line_GivesTheChain(string line, string photographers, string agencies, string flags) =>
        CreditTable.Check(line, photographers, agencies, flags);
}
