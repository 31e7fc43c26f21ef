using MediaDesk.Credits;

namespace MediaDesk.Tests.Credits;

/// <summary>What may be a person or an organisation is offered and not filled in.</summary>
public sealed class CreditOfferTests
{
    [Theory]
    [InlineData("Nexora", "Nexora")]
    [InlineData("Nexora/AFP", "Nexora")]
    [InlineData("Jo Roe/Nexora", "Nexora")]
    [InlineData("Courtesy of Ann Poe", "Ann Poe")]
    [InlineData("Jo Roe/Ann Poe/AFP", "Ann Poe")]
    [InlineData("Instagram @nexora via REUTERS", "Instagram @nexora")]
    public void DoubtfulName_IsOffered(string line, string offered)
    {
        var chain = CreditTable.Read(line);
        Assert.Equal([offered], chain.Offers.Select(value => value.Value));
        Assert.DoesNotContain(offered, chain.Photographers.Concat(chain.AgencyNames));
        Assert.False(chain.IsUnderstood);
    }

    /// <summary>A convention decides: who stands before "via", or between a photographer and who sells, is a source.</summary>
    [Theory]
    [InlineData("Nexora via AP", "Nexora > AP")]
    [InlineData("Jo Roe/Nexora via ZUMA Press Wire", "Nexora > ZUMA Press Wire")]
    [InlineData("Nexora/Handout via REUTERS", "Nexora > Reuters")]
    public void Name_WhereOnlyASourceStands_IsASource(string line, string agencies) =>
        Assert.Equal(agencies, string.Join(" > ", CreditTable.Read(line).AgencyNames));

    [Theory]
    [InlineData("Jo Roe/Getty Images for Example Film Festival", "Example Film Festival")]
    [InlineData("(Photo by Jo Roe/Invision for The Example Academy/AP)", "The Example Academy")]
    [InlineData("Jo Roe for The Example Post", "The Example Post")]
    public void Client_IsKnownAndInNoChain(string line, string client)
    {
        var chain = CreditTable.Read(line);
        Assert.Equal(client, chain.Client);
        Assert.DoesNotContain(client, chain.AgencyNames);
        Assert.Equal(["Jo Roe"], chain.Photographers);
    }

    [Fact]
    public void Byline_TellsWhoThePhotographerIs()
    {
        Assert.Equal(["Nexora"], CreditReader.Read("Nexora/Jo Roe", ["Jo Roe"], AgencyCatalogue.Seeded).AgencyNames);
        Assert.Empty(CreditReader.Read("ROE", ["Jo Roe"], AgencyCatalogue.Seeded).AgencyNames);
        // Another person beside the byline is no agency, and who took the photo is not for the credit line to decide.
        Assert.Equal(["AFP"], CreditReader.Read("Anna Poe/AFP", ["Jo Roe"], AgencyCatalogue.Seeded).AgencyNames);
    }
}
