namespace MediaDesk.Tests.Credits;

/// <summary>Getty Images: "Photo by X/Getty Images", "X/Provider via Getty Images", "X/Getty Images for Client".</summary>
public sealed class GettyCreditTests
{
    /// <summary>The line, photographers, agencies from origin to distributor, and flags.</summary>
    [Theory]
    [InlineData("(Photo by Ingrid Solheim/Getty Images)", "Ingrid Solheim", "Getty Images", "")]
    [InlineData("(Photo by Solveig Krantz/Anadolu via Getty Images)", "Solveig Krantz", "Anadolu > Getty Images", "")]
    [InlineData("(Photo by Beata Zaremba/NurPhoto via Getty Images)", "Beata Zaremba", "NurPhoto > Getty Images", "")]
    [InlineData("(Photo by Tindra Lofgren/WireImage for Polar Prize)", "Tindra Lofgren", "WireImage", "")]
    [InlineData("(Photo by Hulton Archive/Getty Images)", "", "Hulton Archive > Getty Images", "")]
    [InlineData("(Photo by Fox Photos/Hulton Archive/Getty Images)", "", "Fox Photos > Hulton Archive > Getty Images", "")]
    [InlineData("Yuto Kanamori/Bloomberg via Getty Images", "Yuto Kanamori", "Bloomberg > Getty Images", "")]
    [InlineData("Rosalind Achebe for The Washington Post via Getty Images", "Rosalind Achebe", "Getty Images", "")]
    [InlineData("Credit...Rosalind Achebe/Agence France-Presse — Getty Images", "Rosalind Achebe", "AFP > Getty Images", "")]
    [InlineData("Contributor/Getty Images", "", "Getty Images", "")]
    [InlineData("WPA Pool/Getty Images", "", "Getty Images", "pool")]
    [InlineData("Photo by Tim Rooke-Hall - WPA Pool/Getty Images", "Tim Rooke-Hall", "Getty Images", "pool")]
    [InlineData("(Photo by Olamide Sobowale/Getty Images for Lagos Fashion Week)", "Olamide Sobowale", "Getty Images", "")]
    [InlineData("Photo by Handout/Ukrainian State Emergency Service via Getty Images", "", "Ukrainian State Emergency Service > Getty Images", "handout")]
    [InlineData("(Photo by Pool/Getty Images)", "", "Getty Images", "pool")]
    [InlineData("(Photo by Chip Lindqvist-Pool/Getty Images)", "Chip Lindqvist", "Getty Images", "pool")]
    [InlineData("Yuri MAKSIMENKO/TASS Host Photo Agency/Getty Images", "Yuri Maksimenko", "TASS Host Photo Agency > Getty Images", "")]
    [InlineData("Photo by Ida Mae Thorvaldsen/FilmMagic/Getty Images", "Ida Mae Thorvaldsen", "FilmMagic > Getty Images", "")]
    [InlineData("(Photo by Steve Granitzky/WireImage)", "Steve Granitzky", "WireImage", "")]
    [InlineData("Bettmann Archive/Getty Images", "", "Bettmann Archive > Getty Images", "")]
    [InlineData("(Photo by © CORBIS/Corbis via Getty Images)", "", "Corbis > Getty Images", "")]
    [InlineData("(Photo by Kevin Mazurek/Penske Media via Getty Images)", "Kevin Mazurek", "Penske Media > Getty Images", "")]
    [InlineData("(Photo by Ashok Verma/Hindustan Times via Getty Images)", "Ashok Verma", "Hindustan Times > Getty Images", "")]
    [InlineData("(Photo by Jean Catufeau/Gamma-Rapho via Getty Images)", "Jean Catufeau", "Gamma-Rapho > Getty Images", "")]
    [InlineData("(Photo by Omar Zaghloul/Anadolu Agency/Getty Images)", "Omar Zaghloul", "Anadolu Agency > Getty Images", "")]
    public void Line_GivesTheChain(string line, string photographers, string agencies, string flags) =>
        CreditTable.Check(line, photographers, agencies, flags);
}
