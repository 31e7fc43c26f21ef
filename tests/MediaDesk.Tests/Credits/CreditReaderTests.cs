using MediaDesk.Credits;
using MediaDesk.Metadata;

namespace MediaDesk.Tests.Credits;

public sealed class CreditReaderTests
{
    private static readonly CreditReader Reader = new(new CurrentAgencies());

    /// <summary>The line, the photographers and the agencies from origin to distributor.</summary>
    [Theory]
    [InlineData("LEILA HADDAD/AFP/Getty Images", "Leila Haddad", "AFP > Getty Images")]
    [InlineData("Leila HADDAD / AFP", "Leila Haddad", "AFP")]
    [InlineData("leila haddad|afp|getty", "Leila Haddad", "AFP > Getty Images")]
    [InlineData("AFP via Getty Images", "", "AFP > Getty Images")]
    [InlineData("AFP/Getty Images", "", "AFP > Getty Images")]
    [InlineData("AFP PHOTO / LEILA HADDAD", "Leila Haddad", "AFP")]
    [InlineData("AFP PHOTO / LEILA HADDADLEILA HADDAD/AFP/Getty Images", "Leila Haddad", "AFP > Getty Images")]
    [InlineData("(Photo by Leila Haddad / AFP) (Photo by LEILA HADDAD/AFP via Getty Images)", "Leila Haddad", "AFP > Getty Images")]
    [InlineData("Agence France-Presse - Getty Images", "", "AFP > Getty Images")]
    [InlineData("(c) Leila Haddad - AFP", "Leila Haddad", "AFP")]
    [InlineData("© 2019 Reuters", "", "Reuters")]
    [InlineData("REUTERS/Marta Nowak-Lis", "Marta Nowak-Lis", "Reuters")]
    [InlineData("REUTERS/Marta Nowak/File Photo", "Marta Nowak", "Reuters")]
    [InlineData("MARTA NOWAK/via REUTERS", "Marta Nowak", "Reuters")]
    [InlineData("REUTERS/Marta Nowak/Agencia Brasil/Handout via REUTERS", "Marta Nowak", "Agência Brasil > Reuters")]
    [InlineData("Harbour Authority of Port Example/Handout via REUTERS", "", "Harbour Authority of Port Example > Reuters")]
    [InlineData("(AP Photo/J. Roe Sample)", "J. Roe Sample", "AP")]
    [InlineData("(AP Photo/QX)", "", "AP")]
    [InlineData("#APPhoto by J. Roe Sample", "J. Roe Sample", "AP")]
    [InlineData("(Jo Roe/Example Valley Gazette via AP, File)", "Jo Roe", "Example Valley Gazette > AP")]
    [InlineData("(Jo Roe, Sam Poe/Institute of Examples via AP)", "Jo Roe > Sam Poe", "Institute of Examples > AP")]
    [InlineData("Jo Roe/EPA/EFE", "Jo Roe", "EPA-EFE")]
    [InlineData("EPA-EFE/JO VAN DER ROE", "Jo van der Roe", "EPA-EFE")]
    [InlineData("Jo Roe/Getty Images for Example Film Festival", "Jo Roe", "Getty Images")]
    [InlineData("Jo Roe / Staff / Getty Images", "Jo Roe", "Getty Images")]
    [InlineData("JO ROE/POOL/AFP via Getty Images", "Jo Roe", "AFP > Getty Images")]
    [InlineData("Mandatory Credit: Photo by Jo Roe/Unheardof via ZUMA Press Wire/Shutterstock (12345678ab)", "Jo Roe", "Unheardof > ZUMA Press > Shutterstock")]
    [InlineData("Reuters/China Daily", "", "China Daily > Reuters")]
    [InlineData("Jo Roe / Hill & Dale Pictures", "Jo Roe", "Hill & Dale Pictures")]
    [InlineData("Sameer AL-EXAMPLE/ AFP", "Sameer Al-Example", "AFP")]
    [InlineData("Jo MCEXAMPLE/AFP", "Jo McExample", "AFP")]
    [InlineData("Jo Roe, Jr./AP", "Jo Roe Jr.", "AP")]
    [InlineData("Stringer/Anadolu Agency via Getty Images", "", "Anadolu Agency > Getty Images")]
    [InlineData("Jo Roe", "Jo Roe", "")]
    [InlineData("-", "", "")]
    [InlineData("Handout", "", "")]
    public void CreditLine_IsTakenApart(string line, string photographers, string agencies)
    {
        var chain = Reader.Read(line, []);
        Assert.Equal(photographers, string.Join(" > ", chain.Photographers));
        Assert.Equal(agencies, string.Join(" > ", chain.Agencies.Select(agency => agency.Name)));
    }

    [Theory]
    [InlineData("JO ROE/POOL/AFP", true, false, false)]
    [InlineData("Port Example/Handout via REUTERS", false, true, false)]
    [InlineData("(Jo Roe/AP, File)", false, false, true)]
    [InlineData("Jo Roe/AP", false, false, false)]
    public void Roles_AreFlagsAndNotNames(string line, bool pool, bool handout, bool file)
    {
        var chain = Reader.Read(line, []);
        Assert.Equal((pool, handout, file), (chain.IsPool, chain.IsHandout, chain.IsFile));
    }

    [Fact]
    public void Byline_TellsThePhotographerFromTheAgency()
    {
        Assert.Equal(["Example Echo"], Agencies(("creatorNames", "Jo Roe"), ("creditLine", "Example Echo")));
        Assert.Empty(Agencies(("creatorNames", "Jo Roe"), ("creditLine", "J. Roe")));
        Assert.Equal(["AFP"], Agencies(("creatorNames", "Jo Roe"), ("creditLine", "JO ROE/AFP")));
    }

    [Fact]
    public void Byline_WithAWholeChain_GivesPhotographerAndAgencies()
    {
        var chain = Reader.Read(Fields(("creatorNames", "JO ROE/AFP/Getty Images")));
        Assert.Equal(["Jo Roe"], chain.Photographers);
        Assert.Equal(["AFP", "Getty Images"], chain.Agencies.Select(agency => agency.Name));
    }

    [Fact]
    public void SourceAndCopyright_CountOnlyWhereTheCreditNamesNoAgency()
    {
        Assert.Equal(["Getty Images"], Agencies(("creditLine", "Jo Roe/Getty Images"), ("source", "AFP")));
        Assert.Equal(["AFP"], Agencies(("creditLine", "Jo Roe"), ("source", "AFP"), ("copyrightNotice", "Reuters")));
        Assert.Equal(["Reuters"], Agencies(("creditLine", "Jo Roe"), ("copyrightNotice", "Copyright 2019 Thomson Reuters. All rights reserved.")));
        Assert.Empty(Agencies(("creatorNames", "Jo Roe"), ("source", "Jo Roe"), ("copyrightNotice", "© Jo Roe")));
    }

    [Fact]
    public void CreditTooLong_IsTakenFromTheEndOfTheCaption() =>
        Assert.Equal(
            ["Anadolu Agency", "Getty Images"],
            Agencies(("creditLine", "(Credit too long, see caption)"), ("description", "A harbour. (Photo by Jo Roe / A Press Office / Anadolu Agency via Getty Images)"))[1..]);

    private static string[] Agencies(params (string, string)[] values) => [.. Reader.Read(Fields(values)).Agencies.Select(agency => agency.Name)];

    private static FieldValues Fields(params (string Id, string Value)[] values) =>
        new(values.Select(value => KeyValuePair.Create(value.Id, value.Id == "creatorNames" ? FieldValue.Of([value.Value])! : FieldValue.Of(value.Value)!)));
}
